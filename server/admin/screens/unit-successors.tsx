import { useState } from 'preact/hooks';
import { addDays } from '#rules/calendar/date.ts';
import { formatDate, formatList } from '#rules/format.ts';
import type { Unit } from '#wire/unit.ts';
import type { EndedUnits } from '#wire/unit-successors.ts';
import { useAdmin } from '../admin-context.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Fold } from '../parts/fold.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';

type Ended = EndedUnits['units'][number];

/** Who takes over from one ended unit: each unit that was there on the day may be ticked. */
function HeirForm({ ended, units, onSaved }: { ended: Ended; units: readonly Unit[]; onSaved: () => void }) {
  const { api } = useAdmin();
  const [heirs, setHeirs] = useState<readonly string[]>(ended.successors.map(({ unit }) => unit));
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    const shares = new Map(ended.successors.map(({ unit, share }) => [unit, share]));
    const successors = heirs.map((unit) => ({ unit, share: shares.get(unit) ?? null }));
    await api.putSuccessors({ unit: ended.unit, successors });
    setSaved(true);
    onSaved();
  });
  const there = units.filter(({ unit, from, to }) => unit !== ended.unit && from <= ended.to && (!to || to > ended.to));
  return (
    <fieldset>
      <legend>{text('successors.pick', { name: ended.name })}</legend>
      {save.fault && <FaultText fault={save.fault} />}
      {there.map((unit) => (
        <label key={unit.unit} class="option">
          <input
            type="checkbox"
            checked={heirs.includes(unit.unit)}
            onChange={({ currentTarget: { checked } }) =>
              setHeirs((before) => (checked ? [...before, unit.unit] : before.filter((each) => each !== unit.unit)))
            }
          />
          <span>{unit.name}</span>
        </label>
      ))}
      <div class="actions">
        <button type="button" class="button" aria-disabled={save.busy} onClick={() => void save.run()}>
          {text(save.busy ? 'state.saving' : 'successors.save')}
        </button>
      </div>
      <p role="status">{saved && text('successors.saved', { name: ended.name })}</p>
    </fieldset>
  );
}

function EndedUnitList({ units }: { units: readonly Unit[] }) {
  const { api } = useAdmin();
  const known = useLoad('successors', (signal) => api.unitSuccessors(signal));
  return (
    <>
      <p>{text('successors.intro')}</p>
      <Loaded of={known}>
        {({ units: list }) =>
          list.length === 0 ? (
            <p>{text('successors.none')}</p>
          ) : (
            <ul>
              {list.map((ended) => (
                <li key={ended.unit}>
                  {text('successors.line', {
                    name: ended.name,
                    last: formatDate(addDays(ended.to, -1)),
                    heirs: formatList(ended.successors.map(({ name }) => name)) || text('successors.nobody'),
                  })}
                  <HeirForm ended={ended} units={units} onSaved={known.again} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

/** Units that ended, and who continues their work; asked for when it is unfolded. */
export function UnitSuccessors({ units }: { units: readonly Unit[] }) {
  return (
    <Fold summary={text('successors.title')}>
      <EndedUnitList units={units} />
    </Fold>
  );
}
