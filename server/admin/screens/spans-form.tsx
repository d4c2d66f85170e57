import { useState } from 'preact/hooks';
import type { Unit } from '#wire/unit.ts';
import type { UnitSpanStart } from '#wire/unit-spans.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

interface SpansFormProps {
  unit: Unit;
  units: readonly Unit[];
  /** On record, by day; `null` = the unit never changed, and one more is begun. */
  spans: readonly UnitSpanStart[] | null;
  onSaved: () => void;
}

/** As it is typed: the first day may still be empty. `key` tells the lines apart while one is taken out. */
type Typed = UnitSpanStart & { readonly key: number };

const LEVELS = ['province', 'commune', 'district'] as const;

/** Every span of one unit in one form, so that a day between two of them is moved at once. */
export function SpansForm({ unit, units, spans, onSaved }: SpansFormProps) {
  const { api } = useAdmin();
  const own = { from: unit.from, name: unit.name, level: unit.level, parent: unit.parent };
  const [typed, setTyped] = useState<readonly Typed[]>(() =>
    (spans ?? [own, { ...own, from: '' }]).map((span, key) => ({ ...span, key })),
  );
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAction(async () => {
    const sent = typed.map(({ key: _, ...span }) => ({ ...span, name: span.name.trim() }));
    await api.putSpans({ unit: unit.unit, spans: sent, reason: reason.trim() });
    onSaved();
  });
  const set = (key: number, change: Partial<UnitSpanStart>) =>
    setTyped((before) => before.map((span) => (span.key === key ? { ...span, ...change } : span)));
  const add = () => {
    const last = typed.at(-1);
    if (last) setTyped([...typed, { ...last, from: '', key: Math.max(...typed.map(({ key }) => key)) + 1 }]);
  };
  const wrong = (value: string, path: string) =>
    tried && value.trim() === '' ? text('field.needed') : issueOf(save.fault, path);

  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        setTried(true);
        if ([reason, ...typed.flatMap(({ from, name }) => [from, name])].every((each) => each.trim() !== ''))
          void save.run();
      }}
    >
      {save.fault && <FaultText beside fault={save.fault} />}
      <p>{text('spans.form')}</p>
      {typed.map((span, i) => (
        <fieldset key={span.key}>
          <legend>{text('spans.nth', { n: i + 1 })}</legend>
          <Field
            date
            label={text('spans.from')}
            value={span.from}
            onValue={(from) => set(span.key, { from })}
            error={wrong(span.from, `spans.${i}.from`)}
          />
          <SelectField
            label={text('units.level')}
            value={span.level}
            onValue={(level) => set(span.key, { level: level as Unit['level'] })}
            options={LEVELS.map((value) => ({ value, label: text(`level.${value}`) }))}
            error={issueOf(save.fault, `spans.${i}.level`)}
          />
          <Field
            label={text('units.name')}
            value={span.name}
            onValue={(name) => set(span.key, { name })}
            error={wrong(span.name, `spans.${i}.name`)}
          />
          <UnitSelect
            label={text('units.parent')}
            none={text('units.parent.none')}
            units={units.filter(
              (each) => each.unit !== unit.unit && (each.parent === null || each.unit === span.parent),
            )}
            value={span.parent ?? ''}
            onValue={(parent) => set(span.key, { parent: parent || null })}
            error={issueOf(save.fault, `spans.${i}.parent`)}
          />
          {typed.length > 1 && (
            <div class="actions">
              <button
                type="button"
                class="button"
                aria-label={text('spans.drop.nth', { n: i + 1 })}
                onClick={() => setTyped(typed.filter(({ key }) => key !== span.key))}
              >
                {text('spans.drop')}
              </button>
            </div>
          )}
        </fieldset>
      ))}
      <div class="actions">
        <button type="button" class="button" onClick={add}>
          {text('spans.add')}
        </button>
      </div>
      <Field
        label={text('spans.reason')}
        help={text('spans.reason.help')}
        value={reason}
        onValue={setReason}
        error={wrong(reason, 'reason')}
      />
      <div class="actions">
        <WorkButton label={text('spans.save')} busyLabel={text('state.saving')} busy={save.busy} />
      </div>
    </Form>
  );
}
