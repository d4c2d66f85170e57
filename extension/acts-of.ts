import type { Acts } from '#rules/acts.ts';
import type { KnownReading } from './known-reading.ts';
import { shownWaits } from './shown-waits.ts';

/**
 * What the office did about a dossier, as far as a screen shows it or this browser put it on record. What is not shown is left out: it
 * is not stated to be absent.
 */
export function actsOf({ submittedOnline, steps, letters = [] }: KnownReading): Acts {
  const notices = shownWaits(steps).map(({ from }) => from);
  const sent = letters.filter(({ state }) => state !== 'refused').map((letter) => letter.sent);
  return {
    ...(submittedOnline ? { submitted: submittedOnline } : {}),
    ...(notices.length > 0 ? { supplementNotices: [...notices].sort() } : {}),
    ...(sent.length > 0 ? { apologies: [...sent].sort() } : {}),
  };
}
