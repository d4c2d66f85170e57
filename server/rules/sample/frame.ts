import type { IndicatorId } from '../finding.ts';
import type { Tenths } from '../points.ts';
import type { Sha256 } from './draw.ts';
import { type Drawable, inStratum, type Stratum, stratumOf } from './strata.ts';

type Points = Readonly<Partial<Record<IndicatorId, Tenths | null>>>;

/** Half a point in the mean of the indicators both have, as the check «Tự chấm cao hơn hệ thống» counts it. */
const HALF_POINT = 5;

/** The indicator of the time of the whole dossier: overdue gives none of its points. */
const TIME: IndicatorId = 1;

/** A dossier as it is drawn by what a snapshot keeps of it: late = nothing given for its time. */
export function drawableOf(unit: string, code: string, computed: Points, self: Points): Drawable {
  const both = Object.entries(self).flatMap(([id, points]) => {
    const other = computed[Number(id) as IndicatorId] ?? null;
    return points === null || other === null ? [] : [points - other];
  });
  const above = both.reduce((sum, each) => sum + each, 0);
  const scored = Object.values(self).some((points) => points !== null);
  return {
    ...{ unit, code, late: computed[TIME] === 0 },
    selfAbove: scored ? both.length > 0 && above >= HALF_POINT * both.length : null,
  };
}

/** The dossiers of a unit as text, a line `<code>|<stratum>` for each in the order of their codes: small to keep, and what is hashed. */
export const unitLines = (dossiers: readonly Drawable[]) =>
  dossiers
    .map((each) => `${each.code}|${stratumOf(each)}\n`)
    .sort()
    .join('');

/** The dossiers of `unitLines`. */
export const fromLines = (unit: string, lines: string): Drawable[] =>
  lines
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [code = '', stratum = ''] = line.split('|');
      return inStratum(unit, code, stratum as Stratum);
    });

/** One line of a unit: SHA-256 of its lines. */
export const unitFrame = (unit: string, lines: string, sha256: Sha256) => `${unit}|${sha256(lines)}\n`;

/** The hash of all a list is drawn from; unit by unit, so that nobody needs to hold a province. @param frames of `unitFrame`. */
export const frameHash = (frames: readonly string[], sha256: Sha256) => sha256([...frames].sort().join(''));
