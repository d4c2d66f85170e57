import type { Period } from '#wire/results.ts';
import { text } from '../text.ts';
import { when } from '../when.ts';

/** What was done to the period and when, and what the public sees of it. */
export function PeriodState({ period }: { period: Period }) {
  const { closedAt, sealedAt, publishedAt, withdrawnAt, withdrawnReason, snapshot } = period;
  return (
    <div role="status">
      {closedAt && snapshot && (
        <p class="done">
          {text('close.done', { time: when(closedAt) })} {text('close.snapshot', { id: snapshot })}
        </p>
      )}
      {closedAt && !snapshot && <p class="note">{text('close.unfinished')}</p>}
      {period.outdated && <p class="note">{text('year.outdated')}</p>}
      {sealedAt && <p class="done">{text('seal.done', { time: when(sealedAt) })}</p>}
      {period.sealing && <p class="note">{text('seal.unfinished')}</p>}
      {publishedAt && (
        <p class="done">{text(period.embargoed ? 'publish.ahead' : 'publish.done', { time: when(publishedAt) })}</p>
      )}
      {withdrawnAt && (
        <p class="note">{text('withdraw.done', { time: when(withdrawnAt), reason: withdrawnReason ?? '' })}</p>
      )}
    </div>
  );
}
