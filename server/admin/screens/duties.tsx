import { useState } from 'preact/hooks';
import { formatCount, formatDateTime } from '#rules/format.ts';
import type { DutyFinding } from '#wire/duties.ts';
import type { Period } from '#wire/results.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { FindingItem } from '../parts/finding-item.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Paged } from '../parts/paged.tsx';
import { PeriodUnit } from '../parts/period-unit.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { usePages } from '../use-pages.ts';

type State = DutyFinding['state'];

/** What was breached or lies ahead, dossier by dossier. */
function DutyList({ period, unit, duties }: { period: string; unit: string; duties: readonly Option[] }) {
  const { api } = useAdmin();
  const [state, setState] = useState<State>('breached');
  const [duty, setDuty] = useState('');
  const pages = usePages(`${period} ${unit} ${state} ${duty}`, async (after) => {
    const got = await api.duties({
      period,
      unit,
      state,
      ...(duty && state !== 'doubt' && { duty }),
      ...(after && { after }),
    });
    return { rows: got.findings, next: got.next };
  });
  return (
    <>
      <h2>{text('duties.list')}</h2>
      <RadioField
        legend={text('duties.state')}
        value={state}
        onValue={(value) => setState(value as State)}
        options={(['breached', 'pending', 'doubt'] as const).map((value) => ({
          value,
          label: text(`duties.${value}`),
        }))}
      />
      {state !== 'doubt' && (
        <SelectField
          label={text('duties.duty')}
          value={duty}
          onValue={setDuty}
          options={[{ value: '', label: text('duties.all') }, ...duties]}
        />
      )}
      <Paged of={pages} none={text('duties.none')}>
        {(rows) => (
          <ol class="findings">
            {rows.map((finding) => (
              <FindingItem
                key={`${finding.dossier} ${finding.duty}`}
                {...finding}
                title={
                  <>
                    <strong class="code">{finding.dossier}</strong> · {finding.title}
                    {finding.by && ` · ${text('duties.by', { by: formatDateTime(finding.by) })}`}
                  </>
                }
              />
            ))}
          </ol>
        )}
      </Paged>
    </>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

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
