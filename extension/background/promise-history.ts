import type { LocalTime } from '#rules/law.ts';
import { stateOf } from '#rules/state-words.ts';
import type { DossierReading } from '../hosts/host.ts';
import type { KnownReading, SeenPromise } from '../known-reading.ts';

/** The first promise and the newest ones: a host that jumps between two dates fills no disk. */
const KEPT = 20;
const WAITING = new Set<DossierReading['state']>(['waitingSupplement', 'waitingPayment']);

/** «Đã bổ sung», «Đã thanh toán»: the dossier was completed and runs again. */
function resumed({ status, state }: DossierReading): boolean {
  return state === 'processing' && status !== null && /bổ sung|thanh toán/iu.test(status) && stateOf(status) === state;
}

const isSame = (last: SeenPromise, date: LocalTime, dayOnly: boolean): boolean =>
  last.date === date || ((last.dayOnly || dayOnly) && last.date.slice(0, 10) === date.slice(0, 10));

/** What was remembered before this look; of a dossier kept without its history, the date it had when it was last seen. */
function remembered(before: Before): readonly SeenPromise[] {
  const { promised: date, promises, dateOnly } = before.reading;
  if (promises || !date) return promises ?? [];
  const dayOnly = dateOnly.includes('promised');
  return [{ date, dayOnly, first: before.seen, last: before.seen, afterWait: false }];
}

/** A dossier as it was known, and when a screen last showed it. */
interface Before {
  readonly reading: KnownReading;
  readonly seen: LocalTime;
}

/**
 * The promised dates of a dossier after a screen showed one more reading of it at `seen`. A day without an hour is the promise of that
 * day which another screen printed in full.
 */
export function promisesAfter(before: Before | null, newer: DossierReading, seen: LocalTime): readonly SeenPromise[] {
  const known = before ? remembered(before) : [];
  const { promised: date } = newer;
  if (!date) return known;
  const dayOnly = newer.dateOnly.includes('promised');
  const last = known.at(-1);
  if (last && isSame(last, date, dayOnly)) {
    const full = last.dayOnly ? { date, dayOnly } : { date: last.date, dayOnly: false };
    return [...known.slice(0, -1), { ...last, ...full, last: seen }];
  }
  const waited = before !== null && WAITING.has(before.reading.state);
  const afterWait = last !== undefined && (waited || WAITING.has(newer.state) || resumed(newer));
  const all = [...known, { date, dayOnly, first: seen, last: seen, afterWait }];
  return all.length > KEPT ? [...all.slice(0, 1), ...all.slice(1 - KEPT)] : all;
}
