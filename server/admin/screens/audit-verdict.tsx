import { useState } from 'preact/hooks';
import { formatCount, formatList } from '#rules/format.ts';
import type { AuditVerdict } from '#wire/audit.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

function Verdict({ verdict }: { verdict: AuditVerdict }) {
  const { brokenAt, headFound, changedSnapshots, entries, head } = verdict;
  const wrong = [
    brokenAt !== null && text('audit.broken', { seq: formatCount(brokenAt) }),
    headFound === false && text('audit.headGone'),
    changedSnapshots.length > 0 && text('audit.changed', { list: formatList(changedSnapshots) }),
  ].filter((line) => line !== false);
  return (
    <div class={wrong.length ? 'fault' : 'done'} role="status">
      {wrong.length === 0 && <p>{text('audit.whole', { n: formatCount(entries) })}</p>}
      {wrong.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {wrong.length > 0 && <p>{text('audit.wrong.do')}</p>}
      {headFound && <p>{text('audit.headFound')}</p>}
      <p class="small muted">{text('audit.head.now', { head })}</p>
    </div>
  );
}

/** Walks the chain on demand, and looks for the hash printed on a report. */
export function AuditCheck({ onDone }: { onDone: () => void }) {
  const { api } = useAdmin();
  const [head, setHead] = useState('');
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const verify = useAction(async () => {
    setVerdict(await api.verifyAudit(head.trim().toLowerCase()));
    onDone();
  });
  return (
    <section aria-labelledby="kiem-tra-nhat-ky">
      <h2 id="kiem-tra-nhat-ky">{text('audit.check')}</h2>
      <Form
        fault={verify.fault}
        onSubmit={() => {
          setVerdict(null);
          void verify.run();
        }}
      >
        {verify.fault && <FaultText beside fault={verify.fault} />}
        <Field
          label={text('audit.head')}
          help={text('audit.head.help')}
          value={head}
          onValue={setHead}
          error={issueOf(verify.fault, 'head')}
        />
        <div class="actions">
          <WorkButton label={text('audit.verify')} busyLabel={text('audit.verifying')} busy={verify.busy} />
        </div>
      </Form>
      {verdict && <Verdict verdict={verdict} />}
    </section>
  );
}
