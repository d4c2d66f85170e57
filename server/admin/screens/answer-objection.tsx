import { useState } from 'preact/hooks';
import type { Objection, ObjectionAnswer } from '#wire/objection.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

const STATES = ['accepted', 'declined'] as const;

/** Accepts, saying what was changed, or declines; an objection is answered once. */
export function AnswerObjection({
  objection,
  onDone,
  onClose,
}: {
  objection: Objection;
  onDone: () => void;
  onClose: () => void;
}) {
  const { api } = useAdmin();
  const [state, setState] = useState<ObjectionAnswer['state']>('accepted');
  const [answer, setAnswer] = useState('');
  const [changed, setChanged] = useState('');
  const send = useAction(async () => {
    await api.answerObjection(objection.id, { state, answer, ...(state === 'accepted' && { changed }) });
    onDone();
    onClose();
  });
  return (
    <Dialog title={text('objections.answer.title')} must={send.busy} onClose={onClose}>
      <p>{objection.text}</p>
      <Form fault={send.fault} onSubmit={() => void send.run()}>
        {send.fault && <FaultText beside fault={send.fault} />}
        <RadioField
          legend={text('objections.answer')}
          value={state}
          onValue={(value) => setState(value as ObjectionAnswer['state'])}
          options={STATES.map((value) => ({ value, label: text(`objections.state.${value}`) }))}
        />
        <LongField
          label={text('objections.answer.text')}
          value={answer}
          onValue={setAnswer}
          error={issueOf(send.fault, 'answer')}
        />
        {state === 'accepted' && (
          <LongField
            label={text('objections.answer.changed')}
            value={changed}
            onValue={setChanged}
            error={issueOf(send.fault, 'changed')}
          />
        )}
        <div class="actions">
          <WorkButton label={text('objections.answer.send')} busyLabel={text('state.saving')} busy={send.busy} />
        </div>
      </Form>
    </Dialog>
  );
}
