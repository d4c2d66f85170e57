import { figureOf, timelinessId } from '#rules/figure-id.ts';
import { periodLabel } from '#rules/period.ts';
import type { Figure } from '#rules/print-figure.ts';
import { SMALL_N } from '#rules/print-figure.ts';
import type { UnitResult } from '#wire/results.ts';
import type { Db } from '../../store/db.ts';
import { periodsOf, type StoredPeriod } from '../../store/periods.ts';
import { countRows } from '../../store/snapshot-counts.ts';
import { ratiosOf, type StoredRatio } from '../../store/snapshot-slices.ts';
import { unitResults } from '../../store/snapshots.ts';

export const LETTER_PARTS = ['inTime', 'late', 'none', 'unknown'] as const;
export type LetterPart = (typeof LETTER_PARTS)[number];

/** One period in a row of them. */
export interface TrendShare {
  readonly label: string;
  /** `timeliness/all/overdue-share/<period>`: late dossiers of those that can be compared. */
  readonly overdue: Figure;
  /** What its figures do not share with the period before; `null` = nothing. */
  readonly changed: string | null;
}

/** What a report tells of dossiers beside their time; of the province alone. */
export interface ReportBeside {
  /** Late dossiers by what became of their letter, by unit; a unit without any is absent. */
  readonly letters: ReadonlyMap<string, Readonly<Record<LetterPart, Figure>>>;
  /** Dossiers given a new date, or asked for papers, more often than allowed; `null` = not counted. */
  readonly again: { readonly reappointed: Figure | null; readonly supplement: Figure | null };
  /** Periods of the same kind up to this one, oldest first. */
  readonly trend: readonly TrendShare[];
}

/** So many periods, this one among them, show where a province is going. */
const MOST = 8;

function lettersOf(unit: string, counts: Readonly<Record<string, number>>): Readonly<Record<LetterPart, Figure>> {
  const late = LETTER_PARTS.reduce((sum, part) => sum + (counts[part] ?? 0), 0);
  const of = (part: LetterPart) =>
    figureOf(timelinessId(unit, `letter-${part}`), 'count', counts[part] ?? 0, { of: late });
  return { inTime: of('inTime'), late: of('late'), none: of('none'), unknown: of('unknown') };
}

function againOf(rows: readonly StoredRatio[], id: string, what: string): Figure | null {
  const own = rows.filter(({ ratio }) => ratio === id);
  const beyond = own.reduce((sum, { numerator }) => sum + numerator, 0);
  const known = own.reduce((sum, { numerator, rest }) => sum + numerator + rest, 0);
  return known === 0 ? null : figureOf(timelinessId('all', what), 'count', beyond, { of: known });
}

function overdueShare(period: string, results: readonly UnitResult[]): Figure {
  const sum = (part: 'early' | 'onTime' | 'overdue') =>
    results.reduce((all, { punctuality }) => all + punctuality[part], 0);
  const compared = sum('early') + sum('onTime') + sum('overdue');
  const because = compared === 0 ? 'Chưa có hồ sơ nào so được với ngày hẹn.' : null;
  return figureOf(timelinessId('all', `overdue-share/${period}`), 'share', compared === 0 ? null : sum('overdue'), {
    ...{ of: compared, n: compared, few: compared < SMALL_N, because },
  });
}

async function trendTo(db: Db, tenant: string, until: StoredPeriod): Promise<TrendShare[]> {
  const earlier = (await periodsOf(db, tenant))
    .filter(({ kind, to, snapshot }) => kind === until.kind && to <= until.to && snapshot !== null)
    .sort((a, b) => (a.to < b.to ? 1 : -1))
    .slice(0, MOST)
    .reverse();
  const shares: TrendShare[] = [];
  for (const [i, each] of earlier.entries()) {
    const { period: id, kind, from, to, ruleset } = each;
    const snapshot = id === until.period ? until.snapshot : each.snapshot;
    const changed = i > 0 && earlier[i - 1]?.ruleset !== ruleset ? 'bộ quy tắc khác kỳ trước' : null;
    shares.push({
      label: periodLabel({ id, kind, from, to }),
      overdue: overdueShare(id, snapshot ? await unitResults(db, tenant, snapshot) : []),
      changed,
    });
  }
  return shares;
}

/** @param period with the snapshot the report is of. */
export async function reportBeside(db: Db, tenant: string, period: StoredPeriod): Promise<ReportBeside> {
  const snapshot = period.snapshot ?? '';
  const letters = await countRows(db, tenant, snapshot, 'snapshot_timeliness', ['letter']);
  const ratios = await ratiosOf(db, tenant, snapshot);
  return {
    letters: new Map(letters.map(({ unit, counts }) => [unit, lettersOf(unit, counts as Record<string, number>)])),
    again: {
      reappointed: againOf(ratios, 'reappointed.again', 'again-reappointed'),
      supplement: againOf(ratios, 'supplement.again', 'again-supplement'),
    },
    trend: await trendTo(db, tenant, period),
  };
}
