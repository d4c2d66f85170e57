import { useState } from 'preact/hooks';
import { useAdmin } from '../admin-context.ts';
import { Loaded } from '../parts/loaded.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { when } from '../when.ts';

/** Who declared when, the newest first; asked for when it is opened. */
export function UnitFactsHistory({ period, unit }: { period: string; unit: string }) {
  const { api } = useAdmin();
  const [open, setOpen] = useState(false);
  const past = useLoad(open ? `history ${period} ${unit}` : null, (signal) =>
    api.unitFactsHistory(period, unit, signal),
  );
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('facts.history')}</summary>
      <Loaded of={past}>
        {({ facts }) => (
          <ol>
            {facts.map((each) => (
              <li key={each.declaredAt}>
                {text('facts.past', { by: each.declaredBy.replace(/^user:/, ''), at: when(each.declaredAt) })}
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </details>
  );
}
