import type { Statement, Value } from './db.ts';

/** What the thread of the database is asked to do. */
export type Request =
  | { op: 'all' | 'run'; sql: string; params: readonly Value[] }
  | { op: 'batch'; statements: readonly Statement[] }
  | { op: 'settle' | 'close' };
export type Call = { n: number } & Request;
export type Reply = { n: number; value: unknown } | { n: number; error: string; code?: string };
