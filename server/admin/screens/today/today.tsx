import { useEffect, useState } from 'preact/hooks';
import type { Period, Received } from '#wire/results.ts';
import type { Today as TodayView } from '#wire/today.ts';
import { useAdmin } from '../../admin-context.ts';
import { useDesk } from '../../desk.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { linkTo } from '../../place.ts';
import { text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { ReceivedCounts } from './received-counts.tsx';
import { StartSteps } from './start-steps.tsx';
import { TodayLines } from './today-lines.tsx';

const EVERY_MS = 10_000;

/** The counts of answers as of now: those that came with the screen, then every ten seconds those alone. */
function useReceived(first: Received | null): { counts: Received | null; at: Date | null } {
  const { api } = useAdmin();
  const [renewed, setRenewed] = useState<{ counts: Received; at: Date } | null>(null);
  useEffect(() => {
    if (first === null) return;
    const stop = new AbortController();
    const renew = () =>
      document.visibilityState === 'visible' &&
      api
        .received(stop.signal)
        .then((counts) => setRenewed({ counts, at: new Date() }))
        // The last counts stay, with the time they came.
        .catch(() => {});
    const timer = setInterval(renew, EVERY_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [first === null]);
  return renewed ?? { counts: first, at: null };
}

/** Of a chosen period that takes no answers today: where its answers are, and the period that takes them. */
function Elsewhere({ chosen, running }: { chosen: Period; running: Period }) {
  return (
    <p class="note">
      {text('today.elsewhere', { label: chosen.label, running: running.label })}{' '}
      <a href={linkTo([], { ky: running.period })}>{text('today.running', { label: running.label })}</a>
      {chosen.state !== 'open' && (
        <>
          {' · '}
          <a href={linkTo(['ket-qua'], { ky: chosen.period })}>{text('today.results', { label: chosen.label })}</a>
        </>
      )}
    </p>
  );
}

function Counts({ first }: { first: Received }) {
  const { session } = useAdmin();
  const { period: chosen, periods } = useDesk();
  const { counts, at } = useReceived(first);
  const mayClose = session.role === 'province-admin';
  const running = periods.find(({ period }) => period === counts?.period);
  return (
    <section aria-labelledby="da-nhan">
      <h2 id="da-nhan">{text('today.received')}</h2>
      {counts === null || counts.period === null ? (
        <>
          <p>{text('today.noPeriod')}</p>
          {mayClose && <StartSteps />}
        </>
      ) : chosen && running && chosen.period !== running.period ? (
        <Elsewhere chosen={chosen} running={running} />
      ) : (
        <ReceivedCounts counts={counts} at={at} />
      )}
    </section>
  );
}

function Lines({ today }: { today: TodayView }) {
  const { session } = useAdmin();
  const { periods } = useDesk();
  const open = periods.find(({ period }) => period === today.received?.period);
  return (
    <section aria-labelledby="viec">
      <h2 id="viec">{text('today.duties')}</h2>
      <TodayLines lines={today.lines} at={today.at} />
      {open && session.role === 'province-admin' && (
        <p>
          <a href={linkTo(['ky', open.period])}>{text('today.open', { label: open.label })}</a>
        </p>
      )}
    </section>
  );
}

/** What is to be done, and how many answers came in. */
export function Today() {
  const { api } = useAdmin();
  const { period } = useDesk();
  const today = useLoad('today', (signal) => api.today(signal));
  return (
    <>
      <h1 tabIndex={-1}>
        {text('today.title')}
        {period && <span class="muted"> · {text('today.period', { label: period.label })}</span>}
      </h1>
      <Loaded of={today}>
        {(value) => (
          <>
            <Lines today={value} />
            {value.received && <Counts first={value.received} />}
          </>
        )}
      </Loaded>
    </>
  );
}
