import { NotInForce } from './law.ts';

/**
 * What `find` gives, or `null` where it needs a day outside the calendar or one that does not exist: one faulty date leaves one
 * fact unknown and never stops a count over thousands of dossiers.
 */
export function known<T>(find: () => T): T | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof NotInForce || error instanceof RangeError) return null;
    throw error;
  }
}
