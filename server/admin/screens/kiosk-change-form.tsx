import { useState } from 'preact/hooks';
import type { KioskLine } from '#wire/kiosk.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { type Done, Undo } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';

/** Counter, who is on duty, kind of form, language; a PIN only where one is typed. */
export function KioskChangeForm({ kiosk, onChanged }: { kiosk: KioskLine; onChanged: () => void }) {
  const { api } = useAdmin();
  const officers = useLoad('officers', (signal) => api.officers(signal));
  const [counter, setCounter] = useState(kiosk.counter);
  const [officer, setOfficer] = useState(kiosk.officer ?? '');
  const [mode, setMode] = useState<string>(kiosk.mode);
  const [lang, setLang] = useState<string>(kiosk.lang);
  const [pin, setPin] = useState('');
  const [done, setDone] = useState<Done | null>(null);
  const change = useAction(async () => {
    await api.changeKiosk(kiosk.kiosk, {
      counter: counter.trim(),
      officer: officer === '' ? null : officer,
      mode: mode === 'full' ? 'full' : 'quick',
      lang: lang === 'en' ? 'en' : 'vi',
      ...(pin ? { pin } : {}),
    });
    const { counter: before, officer: served, mode: asked, lang: spoken } = kiosk;
    const back = async () => {
      await api.changeKiosk(kiosk.kiosk, { counter: before, officer: served, mode: asked, lang: spoken });
      setCounter(before);
      setOfficer(served ?? '');
      setMode(asked);
      setLang(spoken);
      setDone({ said: text('undo.done') });
      onChanged();
    };
    // A PIN that was changed is not known any more, so it cannot be put back.
    setDone({ said: text('kiosks.changed'), ...(pin === '' && { back }) });
    setPin('');
    onChanged();
  });
  const onDuty = (officers.value?.officers ?? []).filter(({ unit }) => unit === kiosk.unit);
  return (
    <Form
      fault={change.fault}
      onSubmit={() => {
        setDone(null);
        void change.run();
      }}
    >
      {change.fault && <FaultText beside fault={change.fault} />}
      <Field
        label={text('kiosks.counter')}
        value={counter}
        onValue={setCounter}
        error={issueOf(change.fault, 'counter')}
      />
      <SelectField
        label={text('kiosks.officer')}
        help={text('kiosks.officer.help')}
        value={officer}
        onValue={setOfficer}
        options={[
          { value: '', label: text('kiosks.officer.none') },
          ...onDuty.map(({ officer: code, label }) => ({ value: code, label })),
        ]}
      />
      <SelectField
        label={text('kiosks.mode')}
        value={mode}
        onValue={setMode}
        options={[
          { value: 'quick', label: text('kiosks.mode.quick') },
          { value: 'full', label: text('kiosks.mode.full') },
        ]}
      />
      <SelectField
        label={text('kiosks.lang')}
        value={lang}
        onValue={setLang}
        options={[
          { value: 'vi', label: text('kiosks.lang.vi') },
          { value: 'en', label: text('kiosks.lang.en') },
        ]}
      />
      <Field
        label={text('kiosks.newPin')}
        help={text('kiosks.pin.help')}
        secret
        digits
        autocomplete="new-password"
        value={pin}
        onValue={setPin}
        error={issueOf(change.fault, 'pin')}
      />
      <div class="actions">
        <WorkButton label={text('kiosks.change')} busyLabel={text('kiosks.changing')} busy={change.busy} />
      </div>
      <Undo done={done} />
    </Form>
  );
}
