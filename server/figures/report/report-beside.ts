import { figureOf, timelinessId } from '#rules/figure-id.ts';
import type { Figure } from '#rules/print-figure.ts';
import type { Db } from '../../store/db.ts';
import type { StoredPeriod } from '../../store/periods.ts';
import { keptTables } from '../../store/published-tables.ts';
import { countRows } from '../../store/snapshot-counts.ts';
import { ratiosOf, type StoredRatio } from '../../store/snapshot-slices.ts';
import { publishedFaults } from '../published-faults.ts';
import { reportTrend, type TrendPeriod } from './report-trend.ts';

export const LETTER_PARTS = ['inTime', 'late', 'none', 'unknown'] as const;
export type LetterPart = (typeof LETTER_PARTS)[number];

/** What a report tells of dossiers beside their time; of the province alone. */
export interface ReportBeside {
  /** Late dossiers by what became of their letter, by unit; a unit without any is absent. */
  readonly letters: ReadonlyMap<string, Readonly<Record<LetterPart, Figure>>>;
  /** Dossiers given a new date, or asked for papers, more often than allowed; `null` = not counted. */
  readonly again: { readonly reappointed: Figure | null; readonly supplement: Figure | null };
  /** Periods of the same kind up to this one, oldest first. */
  readonly trend: readonly TrendPeriod[];
  /** Reports printed earlier that are read beside this period, with what does not add up in each. */
  readonly printed: readonly { readonly title: string; readonly faults: readonly string[] }[];
}

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
    printed: (await keptTables(db, tenant))
      .filter((kept) => kept.period === period.period)
      .map(({ table }) => ({ title: table.title, faults: publishedFaults(table).map(({ message }) => message) })),
    trend: await reportTrend(db, tenant, period),
  };
}
