import { addDays } from '#rules/calendar/date.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { Period } from '#rules/period.ts';
import { dossierLife } from '../simulate/dossier-life.ts';
import { servedMoment } from '../simulate/office-moment.ts';
import { movedDeadline } from '../simulate/pauses.ts';
import { randomFrom, seedOf } from '../simulate/random.ts';
import { seenAt } from '../simulate/seen-at.ts';
import { dossierCode } from '../simulate/simulate.ts';
import { spreadVolumes } from '../simulate/volumes.ts';
import { UNITS } from './province.ts';

/** Dossiers taken in so many days before a period end in it too. */
const DAYS_BEFORE = 8;
const SEED = 20_260_101;
const ALONE = { units: [], receptions: [] };

/**
 * A dossier as the demo's back office lists it: no steps of others, no new dates, and the promised date printed anew after a pause, as
 * real lists do.
 */
function asListed(dossier: Dossier): Dossier {
  const { pauses } = dossier;
  const running = pauses.some(({ to }) => to === null);
  const promised = running ? dossier.promised : movedDeadline(dossier);
  return { ...dossier, promised, reappointed: [], pauses: running ? pauses.slice(-1) : [] };
}

/**
 * The dossiers of each unit of the story in a period, as they stood at `now`.
 * @param series keeps the codes of one period apart from those of another: periods meet within days, and a code must not come twice.
 * @param share of the dossiers of a whole period, for a shorter one.
 */
export function demoDossiers(
  series: number,
  period: Period,
  now: LocalTime,
  share: number,
): readonly (readonly Dossier[])[] {
  const days = { from: addDays(period.from, -DAYS_BEFORE), to: period.to };
  return UNITS.map((unit, place) => {
    const volumes = spreadVolumes(seedOf(SEED, series, place), [1], days, Math.round(unit.dossiers * share));
    let serial = series * 1000;
    return (volumes[0] ?? []).flatMap(({ day, count }) =>
      Array.from({ length: count }).flatMap(() => {
        serial += 1;
        const random = randomFrom(seedOf(SEED, series, place, serial));
        const code = dossierCode(unit.prefix, day, serial);
        const seen = seenAt(dossierLife(random, unit, ALONE, servedMoment(random, day), code), now);
        return seen ? [asListed(seen.dossier)] : [];
      }),
    );
  });
}
