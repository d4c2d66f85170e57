import { useState } from 'preact/hooks';
import { scrub } from '#rules/scrub.ts';
import type { CaseView } from '#wire/case.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

const [SHORTEST, LONGEST] = [10, 2000];

/** The reply and, below it, what the citizen will read of it: the server hides the same parts. */
export function CaseAnswer({ it, onDone }: { it: CaseView; onDone: () => void }) {
  const { api } = useAdmin();
  const [answer, setAnswer] = useState(it.answer ?? '');
  const [tried, setTried] = useState(false);
  const send = useAction(async () => {
    await api.answerCase(it.id, it.revision, answer.trim());
    onDone();
  });
  const size = answer.trim().length;
  const wrong = size < SHORTEST ? text('case.answer.short') : size > LONGEST ? text('case.answer.long') : undefined;
  return (
    <section aria-labelledby="tra-loi">
      <h2 id="tra-loi">{text('case.answer')}</h2>
      <Form
        fault={send.fault}
        onSubmit={() => {
          setTried(true);
          if (!wrong) void send.run();
        }}
      >
        {send.fault && <FaultText beside fault={send.fault} />}
        <LongField
          label={text('case.answer')}
          help={text('case.answer.help')}
          value={answer}
          onValue={setAnswer}
          error={tried && wrong ? wrong : issueOf(send.fault, 'answer')}
        />
        {size > 0 && (
          <>
            <h3>{text('case.preview')}</h3>
            <blockquote>{scrub(answer.trim(), it.lang).text}</blockquote>
          </>
        )}
        <div class="actions">
          <WorkButton
            label={text(it.answer === null ? 'case.send' : 'case.correct')}
            busyLabel={text('case.sending')}
            busy={send.busy}
          />
        </div>
      </Form>
    </section>
  );
}
