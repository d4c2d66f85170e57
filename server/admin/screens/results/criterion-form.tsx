import { useState } from 'preact/hooks';
import { formatDate } from '#rules/format.ts';
import type { ParCriteriaView } from '#wire/par-criteria.ts';
import { useAdmin } from '../../admin-context.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { Fold } from '../../parts/fold.tsx';
import { Form } from '../../parts/form.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';
import { CriterionSourceFields } from './criterion-source-fields.tsx';
import { bodyOf, NEW_CRITERION, type TypedCriterion, typedOf, wrongFields } from './criterion-typed.ts';

interface CriterionFormProps {
  view: ParCriteriaView;
  onDone: () => void;
}

const placeOf = ({ id, from }: { id: string; from: string | null }) => `${id} ${from ?? ''}`;

/** Adds one criterion to the list of the year, changes it or takes it away; the year's list may be begun with it. */
export function CriterionForm({ view: { year, list, criteria, ratios }, onDone }: CriterionFormProps) {
  const { api } = useAdmin();
  const [which, setWhich] = useState('');
  const [typed, setTyped] = useState(NEW_CRITERION);
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState('');
  const chosen = criteria.find((each) => placeOf(each) === which);
  const wrong = wrongFields(typed, year, list !== null);
  const errorOf = (field: keyof TypedCriterion) => (tried ? wrong[field] : undefined);
  const set = (change: Partial<TypedCriterion>) => setTyped((before) => ({ ...before, ...change }));
  const choose = (place: string) => {
    const found = criteria.find((each) => placeOf(each) === place);
    setWhich(place);
    setTyped(found ? typedOf(found) : NEW_CRITERION);
    setTried(false);
    setDone('');
  };
  const saved = (said: string) => {
    choose('');
    setDone(said);
    onDone();
  };
  const send = useAction(async () => {
    const body = bodyOf(typed, year);
    await api.putParCriterion(body);
    saved(text('par.edit.saved', { id: body.id }));
  });
  const remove = async () => {
    if (!chosen) return;
    await api.putParCriterion({ ...bodyOf(typedOf(chosen), year), removed: true });
    saved(text('par.edit.removed', { id: chosen.id }));
  };
  return (
    <Fold summary={text('par.edit')}>
      <p class="muted">{text('par.edit.intro')}</p>
      <Form
        fault={send.fault}
        onSubmit={() => {
          setTried(true);
          if (Object.keys(wrong).length === 0) void send.run();
        }}
      >
        <SelectField
          label={text('par.edit.which')}
          value={which}
          onValue={choose}
          options={[
            { value: '', label: text('par.edit.new') },
            ...criteria.map((each) => {
              const name = `${each.id}. ${each.name}`;
              return {
                value: placeOf(each),
                label: each.from ? text('par.edit.fromDay', { name, day: formatDate(each.from) }) : name,
              };
            }),
          ]}
        />
        <Field
          label={text('par.edit.id')}
          value={typed.id}
          onValue={(id) => set({ id })}
          help={text('par.edit.id.help')}
          error={errorOf('id')}
        />
        <Field
          label={text('par.edit.name')}
          value={typed.name}
          onValue={(name) => set({ name })}
          error={errorOf('name')}
        />
        <Field
          label={text('par.edit.max')}
          value={typed.max}
          onValue={(max) => set({ max })}
          help={text('par.points.help')}
          error={errorOf('max')}
        />
        <CriterionSourceFields typed={typed} ratios={ratios} onTyped={set} errorOf={errorOf} />
        <Field
          label={text('par.edit.act')}
          value={typed.act}
          onValue={(act) => set({ act })}
          help={text('par.edit.act.help')}
          error={errorOf('act')}
        />
        <Field
          label={text('par.edit.from')}
          value={typed.from}
          onValue={(from) => set({ from })}
          help={text('par.edit.from.help')}
          error={errorOf('from')}
          date
        />
        {send.fault && <FaultText fault={send.fault} />}
        <p class="actions">
          <button type="submit" class="button primary" disabled={send.busy}>
            {text('par.edit.save')}
          </button>
          {chosen && (
            <button type="button" class="button" disabled={send.busy} onClick={() => setAsked(true)}>
              {text('par.edit.remove', { id: chosen.id })}
            </button>
          )}
        </p>
        <p role="status">{done}</p>
      </Form>
      {asked && chosen && (
        <Confirm
          title={text('par.edit.remove.ask', { id: chosen.id, year })}
          effect={text('par.edit.remove.effect')}
          verb={text('par.edit.remove', { id: chosen.id })}
          busy={text('par.edit.remove.busy')}
          run={remove}
          onClose={() => setAsked(false)}
        />
      )}
    </Fold>
  );
}
