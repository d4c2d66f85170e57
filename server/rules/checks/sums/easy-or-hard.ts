import { median } from '../median.ts';

/**
 * Which side a procedure is on: `easy` = its limit is not above the middle one of the procedures given, each counted once however many
 * dossiers it has (own reading: no law calls a procedure quick).
 * @param limits procedure → working days of its limit; only those with a known limit have a side.
 */
export function easyOrHard(limits: ReadonlyMap<string, number>): (procedure: string) => 'easy' | 'hard' | null {
  const middle = median([...limits.values()]) ?? 0;
  return (procedure) => {
    const limit = limits.get(procedure);
    return limit === undefined ? null : limit <= middle ? 'easy' : 'hard';
  };
}
