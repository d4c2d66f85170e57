import { formatCount } from '#rules/format.ts';
import type { Period } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { PeriodUnit } from '../parts/period-unit.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { DutyList } from './duty-list.tsx';

function OfUnit({ period, unit }: { period: Period; unit: Unit }) {
  const { api } = useAdmin();
  const key = `${period.period} ${unit.unit}`;
  const counts = useLoad(`duties ${key}`, (signal) => api.dutyCounts(period.period, unit.unit, signal));
  return (
    <Loaded of={counts}>
      {({ dossiers, duties, overdue }) => (
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
          <DutyList
            key={key}
            period={period.period}
            unit={unit.unit}
            onChanged={counts.again}
            duties={duties.map(({ duty, title }) => ({ value: duty, label: title }))}
          />
        </>
      )}
    </Loaded>
  );
}

/** Duties by the decrees on the one-stop shop, of one unit in one period: `#/viec-theo-luat`. */
export function Duties() {
  return (
    <>
      <h1 tabIndex={-1}>{text('duties.title')}</h1>
      <p>{text('duties.intro')}</p>
      <PeriodUnit>{(period, unit) => <OfUnit period={period} unit={unit} />}</PeriodUnit>
    </>
  );
}
