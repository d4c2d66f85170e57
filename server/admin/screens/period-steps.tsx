import { useState } from 'preact/hooks';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { PeriodRange } from '../parts/period-range.tsx';
import { linkTo } from '../place.ts';
import { text } from '../text.ts';
import { CloseProgress } from './close-progress.tsx';
import { type PeriodAct, PeriodActDialog } from './period-act-dialog.tsx';
import { PeriodCheckList } from './period-check-list.tsx';
import { PeriodMoved } from './period-moved.tsx';
import { PeriodNext } from './period-next.tsx';
import { PeriodRescore } from './period-rescore.tsx';
import { PeriodSnapshots } from './period-snapshots.tsx';
import { PeriodState } from './period-state.tsx';
import { Stepper } from './stepper.tsx';

/** What may be done to the period as it stands beside closing it, which the check leads to; the first is the next step. */
function actsOn({ state, snapshot, sealing, publishedAt, embargoed, parts, outdated }: Period): PeriodAct[] {
  if (state === 'closed' && snapshot === null) return ['close', 'reopen'];
  if (state === 'closed')
    return [...(outdated ? [] : ['seal' as const]), ...(sealing || parts.length ? [] : ['reopen' as const])];
  if (state !== 'sealed') return [];
  if (publishedAt === null) return outdated ? ['correct'] : ['publish', 'correct'];
  return embargoed ? ['correct', 'cancel'] : ['correct', 'withdraw'];
}

interface PeriodStepsProps {
  period: Period;
  /** The name of another period, of which this one may be made. */
  labelOf: (period: string) => string;
  onChange: () => void;
}

/** What was done to the period, what is next, and the acts that weigh, each behind its question. */
export function PeriodSteps({ period, labelOf, onChange }: PeriodStepsProps) {
  const { session } = useAdmin();
  const [asking, setAsking] = useState<{ act: PeriodAct; units: number } | null>(null);
  const mayAct = session.role === 'province-admin';
  const ask = (act: PeriodAct, units = 0) => setAsking({ act, units });
  const { label, state, snapshot } = period;
  const isOpen = state === 'open' || state === 'waiting';

  return (
    <section aria-labelledby="ky">
      <h2 id="ky">
        {label} <PeriodRange period={period} />
      </h2>
      <Stepper period={period} />
      {period.parts.length > 0 && <p>{text('year.parts', { list: period.parts.map(labelOf).join(', ') })}</p>}
      {session.role !== 'reviewer' && session.role !== 'viewer' && period.parts.length === 0 && (
        <p>
          <a href={linkTo(['ky', period.period, 'so-lieu'])}>{text('facts.open')}</a>
        </p>
      )}
      <PeriodNext period={period} />
      {!mayAct && <p class="note">{text('period.adminOnly')}</p>}
      {mayAct && isOpen && <PeriodCheckList period={period} onClose={(units) => ask('close', units)} />}
      <PeriodState period={period} />
      {mayAct && state === 'closed' && snapshot === null && !asking && <CloseProgress period={period.period} />}
      {!isOpen && (
        <div class="actions">
          {mayAct &&
            actsOn(period).map((act, i) => (
              <button
                key={act}
                type="button"
                class={i === 0 && act !== 'correct' ? 'button primary' : 'button'}
                onClick={() => ask(act)}
              >
                {text(act === 'close' ? 'close.again' : `${act}.do`)}
              </button>
            ))}
          <a class="button" href={linkTo(['ket-qua', period.period])}>
            {text('period.results')}
          </a>
          {period.publishedAt && !period.embargoed && (
            <a class="button" href={`/cong-khai/${session.tenant}?ky=${encodeURIComponent(period.period)}`}>
              {text('publish.see')}
            </a>
          )}
        </div>
      )}
      {mayAct && state === 'closed' && snapshot !== null && !period.sealing && (
        <>
          {period.parts.length === 0 && <PeriodMoved key={`moved ${snapshot}`} period={period} />}
          <PeriodRescore key={snapshot} period={period} onDone={onChange} />
        </>
      )}
      {!isOpen && <PeriodSnapshots period={period} />}
      {asking && (
        <PeriodActDialog
          act={asking.act}
          period={period}
          units={asking.units}
          onDone={onChange}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
