import { useState } from 'preact/hooks';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

/** A new place for a tablet. */
export function KioskForm({ units, onAdded }: { units: readonly Unit[]; onAdded: (kiosk: string) => void }) {
  const { api } = useAdmin();
  const [unit, setUnit] = useState('');
  const [counter, setCounter] = useState('');
  const [pin, setPin] = useState('');
  const [mode, setMode] = useState<'quick' | 'full'>('quick');
  const [tried, setTried] = useState(false);
  const add = useAction(async () => {
    const place = { unit, counter: counter.trim(), officer: null, mode, lang: 'vi', pin } as const;
    const { kiosk } = await api.addKiosk(place);
    setCounter('');
    setPin('');
    setTried(false);
    onAdded(kiosk);
  });
  const wrong = (value: string, path: string) =>
    tried && value.trim() === '' ? text('field.needed') : issueOf(add.fault, path);
  return (
    <Form
      fault={add.fault}
      onSubmit={() => {
        setTried(true);
        if (unit && counter.trim() && pin) void add.run();
      }}
    >
      {add.fault && <FaultText beside fault={add.fault} />}
      <UnitSelect units={units} value={unit} onValue={setUnit} error={wrong(unit, 'unit')} />
      <Field
        label={text('kiosks.counter')}
        help={text('kiosks.counter.help')}
        value={counter}
        onValue={setCounter}
        error={wrong(counter, 'counter')}
      />
      <RadioField
        legend={text('kiosks.mode')}
        help={text('kiosks.mode.help')}
        value={mode}
        onValue={(value) => setMode(value === 'full' ? 'full' : 'quick')}
        options={[
          { value: 'quick', label: text('kiosks.mode.quick') },
          { value: 'full', label: text('kiosks.mode.full') },
        ]}
      />
      <Field
        label={text('kiosks.pin')}
        help={text('kiosks.pin.help')}
        secret
        digits
        autocomplete="new-password"
        value={pin}
        onValue={setPin}
        error={wrong(pin, 'pin')}
      />
      <div class="actions">
        <WorkButton label={text('kiosks.add')} busyLabel={text('kiosks.adding')} busy={add.busy} />
      </div>
    </Form>
  );
}
