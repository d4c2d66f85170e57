import { formatCount, formatTenths, MISSING } from '#rules/format.ts';
import type { UnitResult } from '#wire/results.ts';
import { SortableTable } from '../parts/sortable-table.tsx';
import { linkTo } from '../place.ts';
import { text } from '../text.ts';

/** Best first. */
const GRADES = ['excellent', 'good', 'fair', 'average', 'weak'];

function Total({ unit }: { unit: UnitResult }) {
  if (unit.total === null) return <>{text('results.noTotal')}</>;
  const total = formatTenths(unit.total);
  if (unit.missing.length === 0) return <>{total}</>;
  return (
    <>
      {total}/{formatCount(unit.max / 10)}
      <span class="below">{text('results.partial', { missing: unit.missing.join(', ') })}</span>
    </>
  );
}

interface RankingTableProps {
  period: string;
  level: UnitResult['level'];
  units: readonly UnitResult[];
}

/** The units of one level, for ranks hold within a level: by rank, then those without one by name with the reason. */
export function RankingTable({ period, level, units }: RankingTableProps) {
  const shared = (rank: number) => units.filter((unit) => unit.rank === rank).length > 1;
  const ordered = [...units].sort(
    (a, b) =>
      (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER) || a.name.localeCompare(b.name, 'vi'),
  );
  return (
    <SortableTable
      caption={text('results.caption', { level: text(`level.${level}`), n: units.length })}
      rows={ordered}
      rowKey={(unit) => unit.unit}
      last={(unit) => unit.rank === null}
      head="unit"
      columns={[
        {
          key: 'rank',
          label: text('results.rank'),
          by: (unit) => unit.rank,
          number: true,
          cell: (unit) =>
            unit.rank === null ? (
              MISSING
            ) : shared(unit.rank) ? (
              <>
                {unit.rank} <span class="small muted">{text('results.tied', { rank: unit.rank })}</span>
              </>
            ) : (
              unit.rank
            ),
        },
        {
          key: 'unit',
          label: text('results.unit'),
          by: (unit) => unit.name,
          cell: (unit) => <a href={linkTo(['ket-qua', period, unit.unit])}>{unit.name}</a>,
        },
        {
          key: 'total',
          label: text('results.total'),
          by: (unit) => unit.total,
          number: true,
          cell: (unit) => <Total unit={unit} />,
        },
        {
          key: 'forms',
          label: text('results.forms'),
          by: (unit) => unit.n.official,
          number: true,
          cell: (unit) => formatCount(unit.n.official),
        },
        {
          key: 'dossiers',
          label: text('results.dossiers'),
          by: (unit) => unit.n.dossiers,
          number: true,
          cell: (unit) => formatCount(unit.n.dossiers),
        },
        {
          key: 'grade',
          label: text('results.grade'),
          by: (unit) => (unit.grade === null ? null : GRADES.indexOf(unit.grade)),
          cell: (unit) =>
            unit.rank === null ? (
              <>
                {unit.gradeLabel ?? MISSING} <span class="below">{unit.because}</span>
              </>
            ) : (
              <span class="whole">{unit.gradeLabel}</span>
            ),
        },
        {
          key: 'satisfaction',
          label: text('results.satisfaction'),
          cell: (unit) => unit.satisfactionLabel ?? MISSING,
        },
      ]}
    />
  );
}
