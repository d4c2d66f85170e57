import { Refusal } from '../refusal.ts';

/**
 * Whether a transaction fell on a rule of the schema, also where that is told as the cause of a refusal (`withAudit`). What was decided on
 * rows another process has changed since falls so: at a turn that is taken (`takeTurn`), a lease that is another's (`renewLease`), a key
 * that is there.
 * @param rule narrows it to one: `sequences.next`, `audit`.
 */
export function isOvertaken(error: unknown, rule = ''): boolean {
  const fault = error instanceof Refusal ? error.cause : error;
  return (
    fault instanceof Error &&
    /\b(NOT NULL|UNIQUE) constraint failed: /.test(fault.message) &&
    fault.message.includes(rule)
  );
}

/** Longest pause before the next try, by how often it was tried: rivals that fell together do not try together again. */
export const pauseMs = (attempt: number): number => Math.random() * Math.min(attempt * 5, 100);
