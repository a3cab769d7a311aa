/** Layer 2. What a mail says of a new edition, or of one that is held back. Each language has all of it, in `notices.ts`. */

/** `zone` is the zone's name, `edition` a date in words or what `ChangeWords.edition` made of it. */
export interface NoticeWords {
  /** Subject lines. */
  readonly subject: {
    readonly made: (zone: string, edition: string) => string;
    readonly rebuilt: (zone: string, edition: string) => string;
    readonly held: (zone: string) => string;
    readonly failed: (zone: string) => string;
  };
  /** First sentences. */
  readonly made: (zone: string, edition: string) => string;
  readonly rebuilt: (zone: string, edition: string) => string;
  readonly held: (zone: string) => string;
  readonly failed: (zone: string) => string;
  /** Follow where an edition is held back: the one that stays, or that there is none. */
  readonly stays: (edition: string) => string;
  readonly noneYet: string;
  /** Ends a list that names only the first items. */
  readonly more: (number: string) => string;
  /** Head lists of file names. */
  readonly attached: string;
  readonly notAttached: string;
  /** Heads the findings. */
  readonly findings: string;
  readonly automatic: string;
}
