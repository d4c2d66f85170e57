import { useState } from 'preact/hooks';
import { addDays } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import type { Unit } from '#wire/unit.ts';
import type { UnitSpanStart } from '#wire/unit-spans.ts';
import { useAdmin } from '../admin-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Fold } from '../parts/fold.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { SpansForm } from './spans-form.tsx';

interface UnitSpansProps {
  units: readonly Unit[];
  /** Spans were stored under this code. */
  onSaved: (unit: string) => void;
}

/** One stretch as a line: its days, its name and its level. */
function SpanLine({ spans, at, to }: { spans: readonly UnitSpanStart[]; at: number; to: string | null }) {
  const span = spans[at];
  const until = spans[at + 1]?.from ?? to;
  if (!span) return null;
  const from = formatDate(span.from);
  const days = until
    ? text('units.until', { from, last: formatDate(addDays(until, -1)) })
    : text('units.since', { from });
  return <li>{text('spans.line', { days, name: span.name, level: text(`level.${span.level}`) })}</li>;
}

function Changed({ units, onSaved }: UnitSpansProps) {
  const { api } = useAdmin();
  const known = useLoad('unit spans', (signal) => api.unitSpans(signal));
  const [changing, setChanging] = useState('');
  const [saved, setSaved] = useState('');
  const unit = units.find((each) => each.unit === changing);
  const unitOf = (code: string) => units.find((each) => each.unit === code);
  return (
    <>
      <p>{text('spans.intro')}</p>
      <Loaded of={known}>
        {({ units: changed }) => (
          <>
            {changed.length === 0 && <p>{text('spans.none')}</p>}
            {changed.map(({ unit: code, spans }) => (
              <section key={code} aria-label={unitOf(code)?.name ?? code}>
                <h3>{unitOf(code)?.name ?? code}</h3>
                <ol>
                  {spans.map((span, i) => (
                    <SpanLine key={span.from} spans={spans} at={i} to={unitOf(code)?.to ?? null} />
                  ))}
                </ol>
                <div class="actions">
                  <button
                    type="button"
                    class="button"
                    aria-label={text('spans.change', { name: unitOf(code)?.name ?? code })}
                    onClick={() => setChanging(code)}
                  >
                    {text('action.change')}
                  </button>
                </div>
              </section>
            ))}
            <UnitSelect
              label={text('spans.pick')}
              units={units.filter(({ unit: code }) => !changed.some((each) => each.unit === code))}
              value={changed.some((each) => each.unit === changing) ? '' : changing}
              onValue={setChanging}
            />
            <p role="status">{saved && text('spans.saved', { unit: saved })}</p>
            {unit && (
              <Dialog title={text('spans.change', { name: unit.name })} onClose={() => setChanging('')}>
                <SpansForm
                  unit={unit}
                  units={units}
                  spans={changed.find((each) => each.unit === unit.unit)?.spans ?? null}
                  onSaved={() => {
                    setSaved(unit.unit);
                    setChanging('');
                    known.again();
                    onSaved(unit.unit);
                  }}
                />
              </Dialog>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

/** Units that change level, name or parent from a day on: what they were, are and will be. */
export function UnitSpans(props: UnitSpansProps) {
  return (
    <Fold summary={text('spans.title')}>
      <Changed {...props} />
    </Fold>
  );
}
