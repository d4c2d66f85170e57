import { useState } from 'preact/hooks';
import { formatDateTime } from '#rules/format.ts';
import type { Apology } from '#wire/apology.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { ApologyForm } from './apology-form.tsx';

interface ApologyLetterProps {
  letter: Apology;
  /** Says what was done. */
  onDone: (said: string) => void;
}

/** Takes the letter back, with the reason that stays in the log. */
function Withdraw({ letter: { dossier, sent }, onDone }: ApologyLetterProps) {
  const { api } = useAdmin();
  const [reason, setReason] = useState('');
  const withdraw = useAction(async () => {
    await api.withdrawApology({ dossier, sent, reason });
    onDone(text('apology.withdrawn', { sent: formatDateTime(sent) }));
  });
  return (
    <Form fault={withdraw.fault} onSubmit={() => void withdraw.run()}>
      <p>{text('apology.withdraw.effect')}</p>
      {withdraw.fault && <FaultText beside fault={withdraw.fault} />}
      <LongField
        label={text('apology.withdraw.reason')}
        value={reason}
        onValue={setReason}
        error={issueOf(withdraw.fault, 'reason')}
      />
      <div class="actions">
        <WorkButton label={text('apology.withdraw.do')} busyLabel={text('state.saving')} busy={withdraw.busy} />
      </div>
    </Form>
  );
}

/** One letter on record, and the ways to put it right or take it back. */
export function ApologyLetter({ letter, onDone }: ApologyLetterProps) {
  const { dossier, sent, promised, reason } = letter;
  const at = formatDateTime(sent);
  return (
    <li class="finding-item">
      <p>
        {text('apology.line', {
          sent: at,
          promised: promised ? formatDateTime(promised) : text('apology.promised.none'),
          reason: text(`apology.reason.${reason}`),
        })}
      </p>
      <details>
        <summary>{text('apology.change', { sent: at })}</summary>
        <ApologyForm
          dossier={dossier}
          letter={letter}
          onSaved={() => onDone(text('apology.corrected', { sent: at }))}
        />
      </details>
      <details>
        <summary>{text('apology.withdraw', { sent: at })}</summary>
        <Withdraw letter={letter} onDone={onDone} />
      </details>
    </li>
  );
}
