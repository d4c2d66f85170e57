import { useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import type { Period, PeriodCheck } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { KeepAdvice } from './keep-advice.tsx';

type Advice = PeriodCheck['advisory'][number];

function Blocking({ items }: { items: PeriodCheck['blocking'] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{text('check.blocking', { n: items.length })}</h3>
      <ul class="items">
        {items.map((item) => (
          <li key={item.message} class="blocking">
            {item.message}
          </li>
        ))}
      </ul>
    </>
  );
}

function Advisory({ items, onKeep }: { items: readonly Advice[]; onKeep: (item: Advice) => void }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{text('check.advisory', { n: items.length })}</h3>
      <ul class="items">
        {items.map((item) => (
          <li key={item.message} class="advisory">
            {item.message}{' '}
            {item.kept === null ? (
              <button type="button" class="button" onClick={() => onKeep(item)}>
                {text('check.keep')}
              </button>
            ) : (
              <span class="muted">{text('check.kept', { reason: item.kept })}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What stands between now and closing; `onClose` gets the number of units it is about. */
export function PeriodCheckList({ period, onClose }: { period: Period; onClose: (units: number) => void }) {
  const { api } = useAdmin();
  const check = useLoad(`check ${period.period}`, (signal) => api.check(period.period, signal));
  const [keeping, setKeeping] = useState<Advice | null>(null);
  return (
    <Loaded of={check}>
      {({ blocking, advisory, counts }) => (
        <>
          <p>
            {text('check.counts', {
              units: formatCount(counts.units),
              dossiers: formatCount(counts.dossiers),
              responses: formatCount(counts.responses),
              selfScores: formatCount(counts.selfScores),
            })}
          </p>
          {blocking.length === 0 && <p class="done">{text('check.clear')}</p>}
          <Blocking items={blocking} />
          <Advisory items={advisory} onKeep={setKeeping} />
          {blocking.length > 0 && <p id="chan">{text('period.blocked', { n: blocking.length })}</p>}
          <div class="actions">
            <button
              type="button"
              class="button primary"
              aria-disabled={blocking.length > 0}
              aria-describedby={blocking.length > 0 ? 'chan' : undefined}
              onClick={() => blocking.length === 0 && onClose(counts.units)}
            >
              {text('close.do')}
            </button>
            <button type="button" class="button" onClick={check.again}>
              {text('check.again')}
            </button>
          </div>
          {keeping && (
            <KeepAdvice period={period.period} advice={keeping} onKept={check.again} onClose={() => setKeeping(null)} />
          )}
        </>
      )}
    </Loaded>
  );
}
