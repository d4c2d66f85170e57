/** What a command may touch; the tests give their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  /** Resolves when the reader has taken what was written; a command that writes more than memory holds waits for it. */
  readonly drained?: () => Promise<void>;
  readonly err: (text: string) => void;
  /** Text of a file, or of standard input for `-`. */
  readonly read: (path: string) => Promise<string>;
}

/** A field of the input, an option or a field of the result, and what it means: `['--hours N', 'Thời hạn tính theo giờ.']`. */
export type Detail = readonly [field: string, meaning: string];

export interface Command {
  readonly name: string;
  /** Shown after the name: `FILE|- | --example`. */
  readonly usage: string;
  readonly summary: string;
  /** Printed by the command's own `--help`, in this order. */
  readonly details?: readonly Detail[];
  /** Exit codes beside 0 and 2, for `--help`: `['1', 'Nhật ký bị đứt.']`. */
  readonly exits?: readonly Detail[];
  /** @returns the exit code: 0 done, 2 wrong input, or one of `exits`. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}
