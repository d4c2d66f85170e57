import { formatCount, formatTenths, MISSING } from '#rules/format.ts';
import type { Comparison, UnitChange } from '#wire/comparison.ts';
import { text } from '../text.ts';

type Line = readonly [what: string, before: string, after: string];

const tenths = (value: number | null) => (value === null ? MISSING : formatTenths(value));
const count = (value: number | null) => (value === null ? MISSING : formatCount(value));

function lines({ total, grade, rank, dossiers, indicators }: UnitChange): Line[] {
  const all: (Line | null)[] = [
    total && [text('compare.total'), tenths(total.before), tenths(total.after)],
    grade && [text('compare.grade'), grade.before ?? MISSING, grade.after ?? MISSING],
    rank && [text('compare.rank'), count(rank.before), count(rank.after)],
    dossiers && [text('compare.dossiers'), count(dossiers.before), count(dossiers.after)],
    ...indicators.map(
      ({ indicator, before, after }): Line => [text('compare.index', { i: indicator }), tenths(before), tenths(after)],
    ),
  ];
  return all.flatMap((line) => (line ? [line] : []));
}

/** How much differs, in one sentence. */
export function changedText({ units, compared, changed }: Comparison): string {
  if (units.length === 0) return text('compare.same', { n: formatCount(compared) });
  return text('compare.caption', {
    n: formatCount(changed.units),
    of: formatCount(compared),
    grade: formatCount(changed.grade),
    rank: formatCount(changed.rank),
  });
}

/** Two results beside each other: only what differs, with how many units do. */
export function ComparisonTable({ comparison }: { comparison: Comparison }) {
  const { units } = comparison;
  if (units.length === 0) return <p class="done">{changedText(comparison)}</p>;
  return (
    <table class="cards">
      <caption>{changedText(comparison)}</caption>
      <thead>
        <tr>
          {(['unit', 'figure', 'before', 'after'] as const).map((column) => (
            <th key={column} scope="col" class={column === 'before' || column === 'after' ? 'number' : undefined}>
              {text(`compare.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.flatMap((unit) =>
          lines(unit).map(([what, before, after]) => (
            <tr key={`${unit.unit} ${what}`}>
              <th scope="row">
                <div>{unit.name}</div>
              </th>
              <td data-label={text('compare.figure')}>
                <div>{what}</div>
              </td>
              <td class="number" data-label={text('compare.before')}>
                <div>{before}</div>
              </td>
              <td class="number" data-label={text('compare.after')}>
                <div>{after}</div>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
