import type { Value } from './db.ts';

/** What goes to the thread for one statement: the values of many rows as one text, for to send them one by one costs more than to write them. */
export type Sent = { sql: string; params: readonly Value[] } | { sql: string; rows: string };

/** What the thread of the database is asked to do. */
export type Request =
  | { op: 'all' | 'run'; sql: string; params: readonly Value[] }
  | { op: 'batch'; statements: readonly Sent[] }
  | { op: 'settle' | 'close' };
export type Call = { n: number } & Request;
export type Reply = { n: number; value: unknown } | { n: number; error: string; code?: string };
