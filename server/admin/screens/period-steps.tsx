import { useState } from 'preact/hooks';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { Confirm } from '../parts/confirm.tsx';
import { PeriodRange } from '../parts/period-range.tsx';
import { linkTo } from '../place.ts';
import { text } from '../text.ts';
import { when } from '../when.ts';
import { PeriodCheckList } from './period-check-list.tsx';
import { Stepper } from './stepper.tsx';

type Act = 'close' | 'seal' | 'publish';

/** What was done to the period, what is next, and the acts that cannot be taken back, each behind its question. */
export function PeriodSteps({ period, onChange }: { period: Period; onChange: () => void }) {
  const { api, session } = useAdmin();
  const [asking, setAsking] = useState<{ act: Act; units: number } | null>(null);
  const mayAct = session.role === 'province-admin';
  const ask = (act: Act, units = 0) => setAsking({ act, units });
  const { label } = period;

  return (
    <section aria-labelledby="ky">
      <h2 id="ky">
        {label} <PeriodRange period={period} />
      </h2>
      <Stepper period={period} />
      {session.role !== 'reviewer' && session.role !== 'viewer' && (
        <p>
          <a href={linkTo(['ky', period.period, 'so-lieu'])}>{text('facts.open')}</a>
        </p>
      )}
      {!mayAct && <p class="note">{text('period.adminOnly')}</p>}
      {mayAct && period.state === 'open' && (
        <PeriodCheckList period={period} onClose={(units) => ask('close', units)} />
      )}
      <div role="status">
        {period.closedAt && <p class="done">{text('close.done', { time: when(period.closedAt) })}</p>}
        {period.sealedAt && <p class="done">{text('seal.done', { time: when(period.sealedAt) })}</p>}
        {period.publishedAt && <p class="done">{text('publish.done', { time: when(period.publishedAt) })}</p>}
      </div>
      {period.state !== 'open' && (
        <div class="actions">
          {mayAct && period.state === 'closed' && (
            <button type="button" class="button primary" onClick={() => ask('seal')}>
              {text('seal.do')}
            </button>
          )}
          {mayAct && period.state === 'sealed' && !period.publishedAt && (
            <button type="button" class="button primary" onClick={() => ask('publish')}>
              {text('publish.do')}
            </button>
          )}
          <a class="button" href={linkTo(['ket-qua', period.period])}>
            {text('period.results')}
          </a>
          {period.publishedAt && (
            <a class="button" href={`/cong-khai/${session.tenant}?ky=${encodeURIComponent(period.period)}`}>
              {text('publish.see')}
            </a>
          )}
        </div>
      )}
      {asking && (
        <Confirm
          title={text(`${asking.act}.ask`, { label, n: asking.units })}
          effect={text(`${asking.act}.effect`)}
          verb={text(`${asking.act}.do`)}
          busy={text(`${asking.act}.busy`)}
          run={async () => {
            await api[asking.act](period.period);
            onChange();
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
