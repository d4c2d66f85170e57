import { useState } from 'preact/hooks';
import { clientId } from '#rules/client-id.ts';
import { useAdmin } from '../../admin-context.ts';
import { issueOf } from '../../api.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Form } from '../../parts/form.tsx';
import { LongField } from '../../parts/long-field.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

/** The same answer pressed twice is one. */
const newId = (tenant: string) => clientId(tenant, Date.now(), crypto.getRandomValues(new Uint8Array(10)));

interface AnswerFlagProps {
  period: string;
  flag: string;
  onSent: () => void;
}

/** What the unit, or the province of its tables, says to a flag; each later answer stands beside those before. */
export function AnswerFlag({ period, flag, onSent }: AnswerFlagProps) {
  const { api, session } = useAdmin();
  const [id, setId] = useState(() => newId(session.tenant));
  const [words, setWords] = useState('');
  const [sent, setSent] = useState(false);
  const send = useAction(async () => {
    setSent(false);
    await api.answerFlag({ id, period, flag, text: words });
    setId(newId(session.tenant));
    setWords('');
    setSent(true);
    onSent();
  });
  return (
    <Form fault={send.fault} onSubmit={() => void send.run()}>
      {send.fault && <FaultText beside fault={send.fault} />}
      <LongField
        label={text('flags.answer.text')}
        value={words}
        onValue={(typed) => {
          // Another text is another answer.
          setId(newId(session.tenant));
          setWords(typed);
        }}
        error={issueOf(send.fault, 'text')}
      />
      <div class="actions">
        <WorkButton label={text('flags.answer.send')} busyLabel={text('state.saving')} busy={send.busy} />
      </div>
      <p role="status">{sent && text('flags.answer.sent')}</p>
    </Form>
  );
}
