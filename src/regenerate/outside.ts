/**
 * Layer 5. What telling somebody needs of the machine: other programs, the network, waiting. `cli/` hands it in; tests
 * hand in their own, and no other way leads out of here.
 */

export interface CommandResult {
  /** Undefined where it was stopped, or could not be started. */
  readonly code: number | undefined;
  /** What it printed, bounded; or why it could not be started. */
  readonly output: string;
  readonly timedOut: boolean;
}

export interface Answer {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The beginning of what came back. */
  readonly text: string;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly seconds: number;
}

export interface Mail {
  /** Names the message for good: a server that is given it twice can tell. */
  readonly id: string;
  readonly date: Date;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[];
}

export interface Outside {
  /** Runs a program without shell in a folder, `input` on its standard input. Never throws. */
  run(
    words: readonly string[],
    options: { readonly input: string; readonly folder: string; readonly seconds: number },
  ): Promise<CommandResult>;
  /** One POST; redirects are answers. @throws {Error} where no answer came in time */
  post(
    url: string,
    options: {
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
      readonly seconds: number;
    },
  ): Promise<Answer>;
  /**
   * @returns the recipients that the server did not take it for
   * @throws {Error} where it took it for nobody
   */
  mail(server: MailServer, mail: Mail): Promise<readonly string[]>;
  /** Ends early, without error, when the signal is given. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** For addresses of this machine, where no wire is that could be listened to. */
export const isLoopback = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[?::1\]?)$/.test(host);
