import { momentNumber } from '../../calendar/date.ts';
import { utcOf } from '../local-minute.ts';
import type { MovedSums, OfficerSums, SelfSums, UnitDateSums, UnitSums } from '../sums.ts';
import type { CheckedDossier } from './checked-dossier.ts';
import { emptyOfficer } from './empty-unit.ts';
import { count, emptyTally } from './tally.ts';

/** The same for a code wherever it is asked, e.g. SHA-256 in hex. */
export type HashCode = (code: string) => string;

/** Half a point of difference or room in the mean of the indicators: points come in whole steps over few indicators. */
const HALF_POINT = 5;

const DAY_MINUTES = 1440;

function officerOf(unit: UnitSums, officer: string): OfficerSums {
  const sums = unit.officers.get(officer) ?? emptyOfficer();
  unit.officers.set(officer, sums);
  return sums;
}

function addValues(
  sums: SelfSums,
  code: string,
  values: NonNullable<CheckedDossier['self']>['values'],
  hash: HashCode,
) {
  const both = Object.entries(values)
    .flatMap(([id, { shown, points, max }]) => (shown === null || points === null ? [] : [{ id, shown, points, max }]))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const [first] = both;
  if (!first || both.length < 2) return;
  const half = HALF_POINT * both.length;
  const room = both.reduce((sum, { shown, max }) => sum + max - shown, 0);
  const above = both.reduce((sum, { shown, points }) => sum + points - shown, 0);
  const pattern = both.map(({ id, points }) => `${id}:${points}`).join();
  if (room >= half) count(sums.above, above >= half, code, hash);
  if (room > 0)
    count(
      sums.max,
      both.every(({ points, max }) => points === max),
      code,
      hash,
    );
  if (both.some(({ shown }) => shown !== first.shown))
    count(
      sums.line,
      both.every(({ points }) => points === first.points),
      code,
      hash,
    );
  sums.difference.sum += above;
  sums.difference.n += both.length;
  sums.patterns.alike &&= sums.patterns.given === null || sums.patterns.given === pattern;
  sums.patterns.given ??= pattern;
  sums.patterns.n += 1;
  if (both.some(({ shown, points }) => shown !== points)) sums.patterns.otherwise += 1;
}

function addMoved(sums: MovedSums, { overdue, moved, code }: CheckedDossier, hash: HashCode) {
  if (!overdue) return;
  if (moved === 'unclear') sums.unclear += 1;
  else count(sums.moved, moved === 'afterExpiry', code, hash);
}

function addResult(sums: UnitDateSums, { overdue, readyOnEdge, code }: CheckedDossier, minute: number, hash: HashCode) {
  sums.finished += 1;
  sums.minutes.set(minute, (sums.minutes.get(minute) ?? 0) + 1);
  const day = Math.floor(minute / DAY_MINUTES);
  const ofDay = sums.days.get(day) ?? { all: 0, onEdge: 0 };
  sums.days.set(day, ofDay);
  ofDay.all += 1;
  if (readyOnEdge) ofDay.onEdge += 1;
  if (!overdue) return;
  sums.overdue += 1;
  const late = sums.overdueMinutes.get(minute) ?? emptyTally();
  sums.overdueMinutes.set(minute, late);
  count(late, true, code, hash);
}

/** Tells the sums of its unit of one dossier; in whichever order they come, the sums are the same. */
export function addDossier(unit: UnitSums, dossier: CheckedDossier, hash: HashCode): void {
  const { self, ready, code } = dossier;
  const minute = ready === null ? null : momentNumber(ready);
  addMoved(unit.dates, dossier, hash);
  if (dossier.officer !== null) addMoved(officerOf(unit, dossier.officer).dates, dossier, hash);
  if (minute !== null) addResult(unit.dates, dossier, minute, hash);
  if (dossier.codeDayDiffers !== null) count(unit.dates.receipt, dossier.codeDayDiffers, code, hash);
  if (!self) return;
  const sums = officerOf(unit, self.officer).self;
  addValues(sums, code, self.values, hash);
  if (self.confirmed === null) return;
  sums.confirmed += 1;
  sums.moments.push({ at: self.confirmed, looked: self.looked });
  if (minute !== null) count(sums.early, self.confirmed < utcOf(minute), code, hash);
}
