/** Layer 0. What the program may do with files. */

export interface Files {
  /** @throws when there is no such file */
  readBytes(path: string): Promise<Uint8Array>;
  /** UTF-8 without byte order mark. @throws when there is no such file */
  readText(path: string): Promise<string>;
  /** What stands at a path, links followed. */
  kindOf(path: string): Promise<'file' | 'folder' | 'nothing'>;
  /** Names in a folder, sorted by code unit; empty where there is no folder. */
  list(path: string): Promise<string[]>;
  /** The path with all links resolved, for deciding whether it lies inside an allowed folder. */
  realPath(path: string): Promise<string>;
  /** A mark that is another one as soon as the file is written to or replaced; nothing where there is none. */
  stampOf(path: string): Promise<string | undefined>;
  /** Makes the folders on the way. */
  write(path: string, content: Uint8Array | string): Promise<void>;
  /**
   * An empty file that was not there, and the folders on the way: of several who try, one succeeds.
   * @throws EEXIST where it is there already
   */
  create(path: string): Promise<void>;
  /** Sets a file's time. @throws when there is no such file: it never makes one */
  touch(path: string, time: Date): Promise<void>;
  /** A folder and those above it; with permissions and owner of the folder `like`, where there is one. */
  makeFolder(path: string, like?: string): Promise<void>;
  /** A file with its time, to the microsecond, and permissions. Makes the folders on the way. */
  copy(from: string, to: string): Promise<void>;
  /** Moves a file or folder, in one step where the file system can. Makes the folders on the way. */
  move(from: string, to: string): Promise<void>;
  /**
   * Moves one after the other with nothing in between, not even a signal's handler; where one cannot be done, those
   * before it are undone. The folders on the way must be there.
   */
  moveTogether(moves: readonly (readonly [from: string, to: string])[]): Promise<void>;
  /** Removes a file or folder with all that is in it; no complaint where there is none. */
  remove(path: string): Promise<void>;
  /** Removes a file, a link or an empty folder; no complaint where there is none. @throws ENOTEMPTY */
  removeOne(path: string): Promise<void>;
  /** Has the disk keep what was written to a file or folder, where the file system can be told to. */
  flush(path: string): Promise<void>;
  /** A new empty folder whose path starts with `prefix`. */
  makeTemporary(prefix: string): Promise<string>;
}
