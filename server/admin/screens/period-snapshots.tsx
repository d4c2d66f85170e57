import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { when } from '../when.ts';

/** Every snapshot of a period, newest first, with why it was made and the hashes by which it can be told. */
export function PeriodSnapshots({ period }: { period: Period }) {
  const { api } = useAdmin();
  const load = useLoad(`snapshots ${period.period} ${period.snapshot}`, (signal) =>
    api.snapshots(period.period, signal),
  );
  return (
    <details>
      <summary>{text('snapshots.title')}</summary>
      <Loaded of={load}>
        {({ snapshots }) =>
          snapshots.length === 0 ? (
            <p>{text('snapshots.none')}</p>
          ) : (
            <ul class="items">
              {snapshots.toReversed().map((each) => (
                <li key={each.snapshot}>
                  <strong>{each.snapshot}</strong> · {when(each.createdAt)} ·{' '}
                  {text(each.current ? 'snapshots.current' : 'snapshots.superseded')}
                  <p>{each.reason}</p>
                  {each.erratum !== null && <p>{text('snapshots.erratum', { text: each.erratum })}</p>}
                  {each.parts.length > 0 && (
                    <p>{text('snapshots.parts', { list: each.parts.map(({ snapshot }) => snapshot).join(', ') })}</p>
                  )}
                  {each.citizenFrozenFrom !== null && <p>{text('snapshots.frozen', { id: each.citizenFrozenFrom })}</p>}
                  {each.acknowledged.map(({ message, reason }) => (
                    <p key={message} class="small">
                      {message} {text('check.kept', { reason })}
                    </p>
                  ))}
                  <p class="small muted">
                    {text('snapshots.hashes', {
                      facts: each.factsHash.slice(0, 12) || '–',
                      content: each.contentHash?.slice(0, 12) ?? '–',
                      head: each.auditHead.slice(0, 12),
                    })}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </details>
  );
}
