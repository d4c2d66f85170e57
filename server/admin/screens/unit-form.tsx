import { useState } from 'preact/hooks';
import { addDays, isIsoDate } from '#rules/calendar/date.ts';
import type { Unit } from '#wire/unit.ts';
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

interface UnitFormProps {
  /** The unit to change, or `null` for a new one. */
  unit: Unit | null;
  units: readonly Unit[];
  /** Saved under this code. */
  onSaved: (unit: string) => void;
}

/** One unit: new, renamed, moved, or ended on a last day. */
export function UnitForm({ unit, units, onSaved }: UnitFormProps) {
  const { api } = useAdmin();
  const [code, setCode] = useState(unit?.unit ?? '');
  const [name, setName] = useState(unit?.name ?? '');
  const [level, setLevel] = useState<Unit['level']>(unit?.level ?? 'commune');
  const [parent, setParent] = useState(unit?.parent ?? '');
  const [from, setFrom] = useState(unit?.from ?? '');
  const [last, setLast] = useState(unit?.to ? addDays(unit.to, -1) : '');
  const [tried, setTried] = useState(false);
  const save = useAction(async () => {
    const to = isIsoDate(last) ? addDays(last, 1) : null;
    await api.putUnit({ unit: code.trim(), name: name.trim(), level, parent: parent || null, from, to });
    onSaved(code.trim());
  });
  const wrong = (value: string, path: string) =>
    tried && value.trim() === '' ? text('field.needed') : issueOf(save.fault, path);
  const levels = (['province', 'commune', 'district'] as const).map((value) => ({
    value,
    label: text(`level.${value}`),
  }));

  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        setTried(true);
        if ([code, name, from].every((value) => value.trim() !== '')) void save.run();
      }}
    >
      {save.fault && <FaultText beside fault={save.fault} />}
      {unit ? (
        <p>{text('units.code.fixed', { code })}</p>
      ) : (
        <Field
          label={text('units.code')}
          help={text('units.code.help')}
          value={code}
          onValue={setCode}
          error={wrong(code, 'unit')}
        />
      )}
      <Field label={text('units.name')} value={name} onValue={setName} error={wrong(name, 'name')} />
      <SelectField
        label={text('units.level')}
        value={level}
        onValue={(value) => setLevel(value as Unit['level'])}
        options={levels}
        error={issueOf(save.fault, 'level')}
      />
      <UnitSelect
        label={text('units.parent')}
        none={text('units.parent.none')}
        units={units.filter((each) => each.parent === null && each.unit !== code)}
        value={parent}
        onValue={setParent}
        error={issueOf(save.fault, 'parent')}
      />
      <Field date label={text('units.from')} value={from} onValue={setFrom} error={wrong(from, 'from')} />
      <Field
        date
        label={text('units.last')}
        help={text('units.last.help')}
        value={last}
        onValue={setLast}
        error={issueOf(save.fault, 'to')}
      />
      <div class="actions">
        <WorkButton label={text(unit ? 'units.save' : 'units.add')} busyLabel={text('state.saving')} busy={save.busy} />
      </div>
    </Form>
  );
}
