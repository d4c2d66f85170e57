import { type Fault, faultsOf, gapsBetween } from '#rules/integrity.ts';
import { labelKey } from '#rules/labels.ts';
import type { PublishedGroup, PublishedTable } from '#rules/published-table.ts';
import type { StatisticsColumn } from '#rules/statistics/row.ts';
import type { PublicUnit } from '#wire/results.ts';

/** What does not add up in one published report, and between reports of the same office. */
export const publishedFaults = (table: PublishedTable): Fault[] => faultsOf(table);
export const faultsBetween = (tables: readonly PublishedTable[]): Fault[] => gapsBetween(tables);

/** One line of a report beside what our own period comes to. */
export interface BesideLine {
  readonly group: string;
  readonly label: string;
  readonly theirs: number | null;
  readonly ours: number | null;
  readonly unit: 'count' | 'tenths';
}

/** Which of our levels a printed group is about, by its heading. */
const LEVELS = [
  ['commune', ['xã', 'phường']],
  ['district', ['huyện']],
  ['province', ['sở', 'cấp tỉnh']],
] as const;
const GRADES: ReadonlySet<string> = new Set(['Xuất sắc', 'Tốt', 'Khá', 'Trung bình', 'Yếu']);
const SATISFACTION: ReadonlySet<string> = new Set([
  ...['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng', 'Rất không hài lòng'],
]);

type OwnUnit = Pick<PublicUnit, 'name' | 'level' | 'gradeLabel' | 'satisfactionLabel' | 'total' | 'hidden'>;

function countLines({ title, parts }: PublishedGroup, units: readonly OwnUnit[]): BesideLine[] {
  const heading = title.toLowerCase();
  const levels = [...new Set(units.map((unit) => unit.level))];
  const named = LEVELS.find(([, words]) => words.some((word) => heading.includes(word)))?.[0];
  const level = named ?? (levels.length === 1 ? levels[0] : undefined);
  const own = units.filter((unit) => unit.level === level);
  // A hidden unit is in no count of ours, so that a count beside theirs would be of fewer units.
  if (own.length === 0 || own.some(({ hidden }) => hidden)) return [];
  return parts.flatMap(({ label, count }): BesideLine[] => {
    const bare = label.replace(/ \(.*\)$/, '');
    const field = GRADES.has(bare) ? 'gradeLabel' : SATISFACTION.has(bare) ? 'satisfactionLabel' : null;
    if (field === null || own.every((unit) => unit[field] === null)) return [];
    const ours = own.filter((unit) => unit[field] === bare).length;
    return [{ group: title, label, theirs: count, ours, unit: 'count' }];
  });
}

/** Dossiers of the whole province by the columns of the table of statistics; an absent one was not counted. */
export type OwnDossiers = Partial<Readonly<Record<StatisticsColumn, number>>>;

/** Columns by the words reports print; of dossiers solved early, on time and late a report tells those that were solved. */
const DOSSIERS = new Map<string, StatisticsColumn>(
  (
    [
      ['hồ sơ đã tiếp nhận', 'total'],
      ['tiếp nhận', 'total'],
      ['hồ sơ đã giải quyết', 'solved'],
      ['đã giải quyết', 'solved'],
      ['đang giải quyết', 'open'],
      ['trước hạn', 'early'],
      ['đúng hạn', 'onTime'],
      ['quá hạn', 'overdue'],
    ] as const
  ).map(([words, column]) => [labelKey(words), column]),
);

/** Counts of dossiers beside ours: of the province as a whole alone, for a group of one level or office is another whole. */
function dossierLines({ title, whole, parts }: PublishedGroup, own: OwnDossiers): BesideLine[] {
  const heading = title.toLowerCase();
  if (LEVELS.some(([, words]) => words.some((word) => heading.includes(word)))) return [];
  return [whole, ...parts].flatMap(({ label, count }): BesideLine[] => {
    const column = DOSSIERS.get(labelKey(label));
    if (column === undefined) return [];
    return [{ group: title, label, theirs: count, ours: own[column] ?? null, unit: 'count' }];
  });
}

/**
 * Theirs beside ours: what a report prints of grades, of dossiers and of single units, with what our own period comes to in the same place. A line
 * of the report that has no such place is left out; `ours` is `null` where our period does not tell.
 * @param dossiers `null` = none were counted.
 */
export function besideOurs(
  table: PublishedTable,
  units: readonly OwnUnit[],
  dossiers: OwnDossiers | null = null,
): BesideLine[] {
  const counts = table.groups
    .filter(({ counted }) => counted === 'đơn vị')
    .flatMap((group) => countLines(group, units));
  const scores = table.scores.map(({ unit, total }): BesideLine => {
    const own = units.find(({ name, hidden }) => !hidden && labelKey(name) === labelKey(unit));
    return { group: 'Tổng điểm', label: unit, theirs: total, ours: own?.total ?? null, unit: 'tenths' };
  });
  const files = table.groups
    .filter(({ counted }) => counted === 'hồ sơ')
    .flatMap((group) => (dossiers ? dossierLines(group, dossiers) : []));
  return [...counts, ...files, ...scores];
}
