import { formatTenths } from '#rules/format.ts';
import type { Appraisals } from '#wire/appraisal.ts';
import { text } from '../text.ts';
import { when } from '../when.ts';

/** Every revision of one appraisal with who gave it and why, the newest first. */
export function AppraisalHistory({ history }: { history: Appraisals['rows'][number]['history'] }) {
  return (
    <ul>
      {history.map((past) => (
        <li key={past.at}>
          {text('appraisals.past', {
            points: formatTenths(past.points),
            actor: past.actor.replace(/^user:/, ''),
            at: when(past.at),
            reason: past.reason,
          })}
        </li>
      ))}
    </ul>
  );
}
