import { useRef, useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { DutyCounts } from '#wire/duties.ts';
import type { Period } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { PeriodUnit } from '../parts/period-unit.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import type { Place } from '../place.ts';
import { text } from '../text.ts';
import { usePages } from '../use-pages.ts';
import { DutyList, STATES } from './duty-list.tsx';

function Counts({ counts: { dossiers, duties, overdue } }: { counts: DutyCounts }) {
  return (
    <>
      <p>{text('duties.overdue', { ...overdue })}</p>
      {overdue.unknown > 0 && <p class="note">{text('duties.unknown.do')}</p>}
      <SortableTable
        caption={text('duties.counts', { n: formatCount(dossiers) })}
        rows={duties}
        rowKey={({ duty }) => duty}
        columns={[
          { key: 'title', label: text('duties.duty'), cell: ({ title }) => title },
          ...(['breached', 'pending', 'met', 'unknown'] as const).map((name) => ({
            key: name,
            label: text(`duties.${name}`),
            number: true,
            by: (row: (typeof duties)[number]) => row[name],
            cell: (row: (typeof duties)[number]) => formatCount(row[name]),
          })),
        ]}
      />
    </>
  );
}

/** Counts and list come in one answer; a further page, or another filter, asks for the list alone. */
function OfUnit({ period: { period }, unit: { unit }, place }: { period: Period; unit: Unit; place: Place }) {
  const { api } = useAdmin();
  const [counts, setCounts] = useState<DutyCounts | null>(null);
  const wanted = useRef(true);
  const state = STATES.find((each) => each === place.query.get('hien')) ?? 'breached';
  const duty = place.query.get('viec') ?? '';
  const pages = usePages(`${state} ${duty}`, async (after) => {
    const got = await api.duties({
      ...{ period, unit, state },
      ...(duty && state !== 'doubt' && { duty }),
      ...(after && { after }),
      ...(wanted.current && { counts: '1' }),
    });
    if (got.counts) {
      wanted.current = false;
      setCounts(got.counts);
    }
    return { rows: got.findings, next: got.next };
  });
  return (
    <>
      {counts && <Counts counts={counts} />}
      <DutyList
        place={place}
        state={state}
        duty={duty}
        pages={pages}
        duties={(counts?.duties ?? []).map(({ duty: value, title }) => ({ value, label: title }))}
        onChanged={() => {
          wanted.current = true;
          pages.again();
        }}
      />
    </>
  );
}

/** Duties by the decrees on the one-stop shop, of one unit in one period: `#/viec-theo-luat?don-vi=&hien=<state>&viec=<duty>`. */
export function Duties({ place }: { place: Place }) {
  return (
    <>
      <h1 tabIndex={-1}>{text('duties.title')}</h1>
      <p>{text('duties.intro')}</p>
      <PeriodUnit place={place}>
        {(period, unit) => <OfUnit key={`${period.period} ${unit.unit}`} period={period} unit={unit} place={place} />}
      </PeriodUnit>
    </>
  );
}
