import { useState } from 'preact/hooks';
import { clientId } from '#rules/client-id.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { useDesk } from '../desk.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

/** The same objection pressed twice is one. */
function newId(tenant: string): string {
  return clientId(tenant, Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** What a unit holds against its own provisional result. */
export function RaiseObjection({ period, onSent }: { period: Period; onSent: () => void }) {
  const { api, session } = useAdmin();
  const { units } = useDesk();
  const [id, setId] = useState(() => newId(session.tenant));
  const [unit, setUnit] = useState(session.unit ?? '');
  const [officer, setOfficer] = useState('');
  const [dossier, setDossier] = useState('');
  const [indicator, setIndicator] = useState('');
  const [words, setWords] = useState('');
  const [sent, setSent] = useState(false);
  const send = useAction(async () => {
    await api.raiseObjection({
      id,
      period: period.period,
      unit,
      text: words,
      ...(officer && { officer }),
      ...(dossier && { dossier }),
      ...(indicator && { indicator: Number(indicator) }),
    });
    setId(newId(session.tenant));
    setWords('');
    setSent(true);
    onSent();
  });
  const indicators = Object.entries(INDICATOR_NAMES).map(([i, name]) => ({ value: i, label: `${i}. ${name}` }));
  return (
    <details>
      <summary>{text('objections.raise')}</summary>
      <p>{text('objections.raise.help')}</p>
      <Form
        fault={send.fault}
        onSubmit={() => {
          setSent(false);
          void send.run();
        }}
      >
        {send.fault && <FaultText beside fault={send.fault} />}
        <UnitSelect units={units} value={unit} onValue={setUnit} error={issueOf(send.fault, 'unit')} />
        <Field
          label={text('objections.field.officer')}
          value={officer}
          onValue={setOfficer}
          error={issueOf(send.fault, 'officer')}
        />
        <Field
          label={text('objections.field.dossier')}
          value={dossier}
          onValue={setDossier}
          error={issueOf(send.fault, 'dossier')}
        />
        <SelectField
          label={text('objections.field.indicator')}
          value={indicator}
          onValue={setIndicator}
          options={[{ value: '', label: text('objections.whole') }, ...indicators]}
        />
        <LongField
          label={text('objections.field.text')}
          value={words}
          onValue={setWords}
          error={issueOf(send.fault, 'text')}
        />
        <div class="actions">
          <WorkButton label={text('objections.raise.send')} busyLabel={text('state.saving')} busy={send.busy} />
        </div>
        <p role="status">{sent && text('objections.raise.sent')}</p>
      </Form>
    </details>
  );
}
