/** What a command may touch; the tests give their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Text of a file, or of standard input for `-`. */
  readonly read: (path: string) => Promise<string>;
}

export interface Command {
  readonly name: string;
  /** Shown after the name: `FILE|- | --example`. */
  readonly usage: string;
  readonly summary: string;
  /** @returns the exit code: 0 done, 2 wrong input. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}
