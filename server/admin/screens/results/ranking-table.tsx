import { formatCount, MISSING } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { RankedUnit } from '#wire/ranking.ts';
import { type Column, SortableTable } from '../../parts/sortable-table.tsx';
import { linkTo } from '../../place.ts';
import { language, text } from '../../text.ts';

/** Best first. */
const GRADES = ['excellent', 'good', 'fair', 'average', 'weak'];

function Total({ unit: { total, missing } }: { unit: RankedUnit }) {
  if (total.value === null) return <span data-figure={total.id}>{text('results.noTotal')}</span>;
  return (
    <>
      <span data-figure={total.id}>{printFigure(total, missing.length > 0 ? 'over' : 'value', language())}</span>
      {missing.length > 0 && <span class="below">{text('results.partial', { missing: missing.join(', ') })}</span>}
    </>
  );
}

function Rank({ unit: { rank, tied } }: { unit: RankedUnit }) {
  if (rank === null) return <>{MISSING}</>;
  return (
    <>
      {rank} {tied && <span class="small muted">{text('results.tied', { rank })}</span>}
    </>
  );
}

function Grade({ unit: { rank, gradeLabel, because } }: { unit: RankedUnit }) {
  if (rank !== null) return <span class="whole">{gradeLabel}</span>;
  return (
    <>
      {gradeLabel ?? MISSING}{' '}
      <span class="below" lang="vi">
        {because}
      </span>
    </>
  );
}

interface RankingTableProps {
  period: string;
  level: RankedUnit['level'];
  units: readonly RankedUnit[];
  /** Only dossiers of this sector: then there is no rank and no grade. */
  sector: string;
}

/** The units of one level, for ranks hold within a level: by rank, then those without one by name with the reason. */
export function RankingTable({ period, level, units, sector }: RankingTableProps) {
  const whole: Column<RankedUnit>[] = [
    {
      key: 'rank',
      label: text('results.rank'),
      by: (unit) => unit.rank,
      number: true,
      cell: (unit) => <Rank unit={unit} />,
    },
  ];
  const forms: Column<RankedUnit>[] = [
    {
      key: 'forms',
      label: text('results.forms'),
      by: (unit) => unit.n.official,
      number: true,
      cell: (unit) => (
        <>
          {formatCount(unit.n.official, language())}
          {unit.total.few && <span class="below">{text('results.few')}</span>}
        </>
      ),
    },
  ];
  const graded: Column<RankedUnit>[] = [
    {
      key: 'grade',
      label: text('results.grade'),
      by: (unit) => (unit.grade === null ? null : GRADES.indexOf(unit.grade)),
      cell: (unit) => <Grade unit={unit} />,
    },
    {
      key: 'satisfaction',
      label: text('results.satisfaction'),
      cell: (unit) => unit.satisfactionLabel ?? MISSING,
    },
    {
      key: 'tier',
      label: text('results.tier'),
      by: (unit) => unit.tier,
      number: true,
      cell: (unit) => unit.tier ?? MISSING,
    },
  ];
  return (
    <>
      <SortableTable
        caption={text('results.caption', { level: text(`level.${level}`), n: units.length })}
        rows={units}
        rowKey={(unit) => unit.unit}
        last={(unit) => sector === '' && unit.rank === null}
        head="unit"
        columns={[
          ...(sector === '' ? whole : []),
          {
            key: 'unit',
            label: text('results.unit'),
            by: (unit) => unit.name,
            cell: (unit) => <a href={linkTo(['ket-qua', period, unit.unit])}>{unit.name}</a>,
          },
          {
            key: 'total',
            label: text('results.total'),
            by: (unit) => unit.total.value,
            number: true,
            cell: (unit) => <Total unit={unit} />,
          },
          {
            key: 'interval',
            label: text('results.interval'),
            number: true,
            cell: (unit) => <span class="whole">{printFigure(unit.total, 'interval', language())}</span>,
          },
          ...(sector === '' ? forms : []),
          {
            key: 'dossiers',
            label: text('results.dossiers'),
            by: (unit) => unit.n.dossiers,
            number: true,
            cell: (unit) => formatCount(unit.n.dossiers, language()),
          },
          ...(sector === '' ? graded : []),
        ]}
      />
      {sector === '' && units.some(({ tier }) => tier !== null) && (
        <p class="small muted">{text('results.tier.note')}</p>
      )}
    </>
  );
}
