import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { destination, pino } from 'pino';
import pretty from 'pino-pretty';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function output() {
  if (process.stdout.isTTY)
    return pretty({ translateTime: 'SYS:yyyy-mm-dd HH:MM:ss', ignore: 'pid,hostname', destination: 1 });
  // Written beside the work and never ahead of it: lines gather only while the last write is under way.
  return destination({ dest: 1, sync: false });
}

/**
 * The one log of the process: a JSON line per event on standard output, columns when that is a terminal. Its texts are our
 * own; what a person typed, addresses with tokens in them and addresses of callers never go in.
 */
export const log = pino(
  {
    level: 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
  },
  output(),
);

/** What of an error may be logged: its class, its code when that is one of ours, the engine's or the system's, and where it arose. */
export interface FaultPlace {
  readonly fault: string;
  readonly code?: string;
  readonly at: readonly string[];
}

const FRAME = /^ {4}at (?:.* \()?((?:file:\/\/|\/|node:)[^()\s]+:\d+:\d+)\)?$/;
const DEEPEST = 4;

/** An error without its message, which may hold what a person typed, in however many lines. */
export function faultPlace(error: unknown): FaultPlace {
  if (!(error instanceof Error)) return { fault: typeof error, at: [] };
  const { message, stack = '' } = error;
  const start = stack.indexOf(message);
  const frames = start < 0 ? [] : stack.slice(start + message.length).split('\n');
  const at = frames.flatMap((line) => {
    const place = FRAME.exec(line)?.[1];
    if (!place) return [];
    return [place.startsWith('node:') ? place : relative(ROOT, place.replace(/^file:\/\//, ''))];
  });
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Za-z_.]{1,60}$/.test(error.code);
  return {
    fault: /^\w{1,40}$/.test(error.name) ? error.name : 'Error',
    ...(code ? { code: error.code as string } : {}),
    at: at.slice(0, DEEPEST),
  };
}
