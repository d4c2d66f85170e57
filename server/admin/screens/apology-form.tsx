import { useState } from 'preact/hooks';
import type { Apology, ApologyReason } from '#wire/apology.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { MomentField } from '../parts/moment-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

const REASONS = ['coordination', 'verification', 'workload', 'system', 'other'] as const satisfies ApologyReason[];

interface ApologyFormProps {
  dossier: string;
  /** The letter that is put right; `null` = a new one. */
  letter: Apology | null;
  onSaved: (letter: Apology) => void;
}

/** When a letter of apology went out, and what it promises; its moment of sending tells it from another. */
export function ApologyForm({ dossier, letter, onSaved }: ApologyFormProps) {
  const { api } = useAdmin();
  const [sent, setSent] = useState(letter?.sent ?? '');
  const [promised, setPromised] = useState(letter?.promised ?? '');
  const [reason, setReason] = useState<ApologyReason>(letter?.reason ?? 'workload');
  const [tried, setTried] = useState(false);
  const save = useAction(async () => {
    const told = { dossier, sent, promised: promised || null, reason };
    await api.putApology(told);
    onSaved(told);
  });
  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        setTried(true);
        if (sent) void save.run();
      }}
    >
      {save.fault && <FaultText beside fault={save.fault} />}
      {letter === null && (
        <MomentField
          label={text('apology.sent')}
          value={sent}
          onValue={setSent}
          error={tried && !sent ? text('apology.sent.choose') : issueOf(save.fault, 'sent')}
        />
      )}
      <MomentField
        label={text('apology.promised')}
        help={text('apology.promised.help')}
        value={promised}
        onValue={setPromised}
        error={issueOf(save.fault, 'promised')}
      />
      <SelectField
        label={text('apology.reason')}
        value={reason}
        onValue={(value) => setReason(value as ApologyReason)}
        options={REASONS.map((value) => ({ value, label: text(`apology.reason.${value}`) }))}
      />
      <div class="actions">
        <WorkButton
          label={text(letter ? 'apology.correct' : 'apology.save')}
          busyLabel={text('state.saving')}
          busy={save.busy}
        />
      </div>
    </Form>
  );
}
