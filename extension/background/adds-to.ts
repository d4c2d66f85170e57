import type { DossierReading } from '../hosts/host.ts';
import type { KnownReading } from '../known-reading.ts';

/**
 * Whether `known` says more of a dossier, or otherwise, than the page `said` by itself. What adds nothing is not sent back: of a long
 * list that is almost all.
 */
export function addsTo(said: DossierReading | null, { promises = [], letters = [], ...known }: KnownReading): boolean {
  if (!said || letters.length > 0 || promises.length > 1) return true;
  // A first look remembers the date the page showed; the waits between steps count from it.
  if (known.steps || promises.some(({ date }) => date !== said.promised)) return true;
  const fields = new Set([...Object.keys(known), ...Object.keys(said)]) as Set<keyof DossierReading>;
  return [...fields].some((field) => JSON.stringify(known[field]) !== JSON.stringify(said[field]));
}
