import { type ParseArgsConfig, parseArgs } from 'node:util';

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

/** A call or an input that cannot be served: its message says what to change; ends with exit code 2. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall';
}

/** The options and arguments in `args`. `usage` begins with the name of the command. @throws WrongCall for an unknown option. */
export function readArgs<Config extends ParseArgsConfig>(args: readonly string[], usage: string, config: Config) {
  try {
    return parseArgs<Config>({ ...config, args: [...args] });
  } catch {
    throw new WrongCall(`Không hiểu «${args.join(' ')}». Cách dùng: ${usage}`);
  }
}

/** True for what the engine throws when a text, a list or a file outgrows it; it is no fault of the facts. */
export function isTooLarge(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && (error.code === 'ERR_STRING_TOO_LONG' || error.code === 'ERR_FS_FILE_TOO_LARGE')) return true;
  return (
    error instanceof RangeError &&
    /^(Invalid (string|array) length|Maximum call stack size exceeded|Array buffer allocation failed)/.test(
      error.message,
    )
  );
}
