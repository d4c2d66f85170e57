import { useEffect } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { Period, PeriodCheck } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SortableTable } from '../parts/sortable-table.tsx';
import { linkTo } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { clockTime } from '../when.ts';
import { CaseDuty } from './case-duty.tsx';
import { StartSteps } from './start-steps.tsx';

const EVERY_MS = 10_000;

function Duties({ period, check, at }: { period: Period; check: PeriodCheck; at: Date | null }) {
  const duties = [...check.blocking, ...check.advisory];
  if (duties.length === 0) return <p>{text('today.noDuty', { time: at ? clockTime(at) : '' })}</p>;
  return (
    <>
      <ul class="items">
        {duties.map((duty) => (
          <li key={duty.message} class={check.blocking.includes(duty) ? 'blocking' : 'advisory'}>
            {duty.message}
          </li>
        ))}
      </ul>
      <p>
        <a href={linkTo(['ky', period.period])}>{text('today.open', { label: period.label })}</a>
      </p>
    </>
  );
}

/** Counts as they come in and what waits to be done. No share before the close. */
export function Today() {
  const { api, session } = useAdmin();
  const received = useLoad('received', (signal) => api.received(signal));
  const periods = useLoad('periods', (signal) => api.periods(signal));
  const id = received.value?.period ?? null;
  const period = periods.value?.periods.find((p) => p.period === id) ?? null;
  const mayClose = session.role === 'province-admin';
  const check = useLoad(id && mayClose ? `check ${id}` : null, (signal) => api.check(id ?? '', signal));

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && received.again(), EVERY_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <>
      <h1 tabIndex={-1}>
        {text('today.title')}
        {period && <span class="muted"> · {text('today.period', { label: period.label })}</span>}
      </h1>
      <CaseDuty />
      <section aria-labelledby="da-nhan">
        <h2 id="da-nhan">{text('today.received')}</h2>
        <Loaded of={received}>
          {(counts) =>
            counts.period === null ? (
              <>
                <p>{text('today.noPeriod')}</p>
                {mayClose && <StartSteps />}
              </>
            ) : (
              <>
                <dl class="counts">
                  <div>
                    <dt>{text('today.today')}</dt>
                    <dd data-count="today">{formatCount(counts.today)}</dd>
                  </div>
                  <div>
                    <dt>{text('today.total')}</dt>
                    <dd data-count="total">{formatCount(counts.total)}</dd>
                  </div>
                </dl>
                <p class="muted">
                  {text('today.atOnce')} {received.at && text('state.renewed', { time: clockTime(received.at) })}
                </p>
                {counts.total === 0 && <p class="note">{text('today.none')}</p>}
                <SortableTable
                  caption={text('today.received')}
                  rows={counts.units}
                  rowKey={(row) => row.unit}
                  columns={[
                    { key: 'unit', label: text('today.unit'), cell: (row) => row.name, by: (row) => row.name },
                    {
                      key: 'n',
                      label: text('today.n'),
                      cell: (row) => formatCount(row.n),
                      by: (row) => row.n,
                      number: true,
                    },
                  ]}
                />
              </>
            )
          }
        </Loaded>
      </section>
      {period && mayClose && (
        <section aria-labelledby="viec">
          <h2 id="viec">{text('today.duties')}</h2>
          <Loaded of={check}>{(found) => <Duties period={period} check={found} at={check.at} />}</Loaded>
        </section>
      )}
    </>
  );
}
