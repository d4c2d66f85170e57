import type { Figure as Shown } from '#rules/print-figure.ts';
import type { TimeBy, Timeliness, TimeRow } from '#wire/timeliness.ts';
import { Figure } from '../../parts/figure.tsx';
import { type Column, SortableTable } from '../../parts/sortable-table.tsx';
import { linkTo } from '../../place.ts';
import { text } from '../../text.ts';

const PARTS = ['early', 'onTime', 'overdue', 'unknown'] as const;
const SIGNS = { early: '▲', onTime: '●', overdue: '■', unknown: '?' } as const;

/** Where a row leads: from a unit to its procedures, from a procedure, agency or step to its units, from a step of a unit to its dossiers. */
function leadsTo({ period, by, key, unit }: Timeliness, row: TimeRow): string | null {
  if (by === 'course') {
    if (key !== null && unit !== null) return null;
    const ofStep = { khoa: key ?? row.key, ...(key !== null ? { 'don-vi': row.key } : unit && { 'don-vi': unit }) };
    return linkTo(['tien-do'], { ky: period, theo: by, ...ofStep });
  }
  if (by === 'unit' || key !== null) return linkTo(['tien-do'], { ky: period, 'don-vi': row.key, theo: 'procedure' });
  if ((by !== 'procedure' && by !== 'step') || unit !== null || row.key === '') return null;
  return linkTo(['tien-do'], { ky: period, theo: by, khoa: row.key });
}

const isJudged = ({ early, onTime, overdue }: TimeRow) =>
  [early, onTime, overdue].some(({ value }) => value !== null && value > 0);

const headOf = ({ by, key }: Timeliness): TimeBy => (key === null ? by : 'unit');

/** Of how many dossiers the steps are known; of steps by name the parts come to all whose time counts. */
function StepsSeen({ time: { by, read, unread, notKept } }: { time: Timeliness }) {
  if (!unread) return null;
  if (by !== 'course' || !read || !notKept)
    return (
      <p>
        {text('timeliness.unread')}: <Figure of={unread} />
      </p>
    );
  return (
    <p>
      {text('timeliness.course.read')}: <Figure of={read} show="over" />; {text('timeliness.course.unread')}{' '}
      <Figure of={unread} />
      {notKept.value !== 0 && (
        <>
          ; {text('timeliness.course.notKept')} <Figure of={notKept} />
        </>
      )}
      . <span class="muted">{text('timeliness.course.how')}</span>
    </p>
  );
}

/** The time by unit, procedure, officer, step or agency of a step; what is late most stands first. */
export function TimeTable({ time }: { time: Timeliness }) {
  const { rows, by } = time;
  const cell = (of: Shown) => <Figure of={of} />;
  const columns: Column<TimeRow>[] = [
    {
      key: 'name',
      label: text(`timeliness.by.${headOf(time)}`),
      cell: (row) => {
        const to = leadsTo(time, row);
        return to ? <a href={to}>{row.name}</a> : row.name;
      },
      by: (row) => row.name,
    },
    ...PARTS.map((part) => ({
      key: part,
      label: `${SIGNS[part]} ${text(`punctuality.${part}`)}`,
      cell: (row: TimeRow) => cell(row[part]),
      by: (row: TimeRow) => row[part].value,
      number: true,
    })),
    {
      key: 'share',
      label: text('timeliness.lateShare'),
      // Of what has no limit nothing is judged: that is not a share of 0.
      cell: (row) => (isJudged(row) ? <Figure of={row.overdue} show="part" /> : '–'),
      by: (row) => (isJudged(row) && row.total.value ? (row.overdue.value ?? 0) / row.total.value : null),
      number: true,
    },
    ...(rows.some(({ mean }) => mean !== null)
      ? [
          {
            key: 'mean',
            label: text('timeliness.course.mean'),
            cell: (row: TimeRow) => (row.mean ? <Figure of={row.mean} /> : '–'),
            by: (row: TimeRow) => row.mean?.value ?? null,
            number: true,
          },
        ]
      : []),
    {
      key: 'total',
      label: text('timeliness.total'),
      cell: (row) => cell(row.total),
      by: (row) => row.total.value,
      number: true,
    },
  ];
  return (
    <section aria-labelledby="theo">
      <h2 id="theo">{text(`timeliness.table.${by}`)}</h2>
      {(by === 'step' || by === 'course') && <p class="muted">{text(`timeliness.${by}.help`)}</p>}
      {rows.length === 0 ? (
        <p>{text('timeliness.noRow')}</p>
      ) : (
        <SortableTable
          caption={text(`timeliness.table.${by}`)}
          rows={rows}
          rowKey={(row) => row.key}
          columns={columns}
        />
      )}
      <StepsSeen time={time} />
    </section>
  );
}
