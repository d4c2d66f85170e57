import { formatCount } from '#rules/format.ts';
import type { Period, PeriodCheck } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';

function CheckList({ kind, items }: { kind: 'blocking' | 'advisory'; items: PeriodCheck['blocking'] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{text(`check.${kind}`, { n: items.length })}</h3>
      <ul class="items">
        {items.map((item) => (
          <li key={item.message} class={kind}>
            {item.message}
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
          <CheckList kind="blocking" items={blocking} />
          <CheckList kind="advisory" items={advisory} />
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
        </>
      )}
    </Loaded>
  );
}
