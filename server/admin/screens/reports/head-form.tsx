import { useState } from 'preact/hooks';
import type { ReportHead } from '#wire/report.ts';
import { useAdmin } from '../../admin-context.ts';
import { issueOf } from '../../api.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { Form } from '../../parts/form.tsx';
import { LongField } from '../../parts/long-field.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

const FIELDS = ['above', 'issuer', 'number', 'abbreviation', 'place', 'position', 'signer'] as const;
type FieldName = (typeof FIELDS)[number];

interface HeadFormProps {
  period: string;
  head: ReportHead;
  onSaved: () => void;
}

/** What stands around the text of the report; an empty field stays open on paper. */
export function HeadForm({ period, head, onSaved }: HeadFormProps) {
  const { api } = useAdmin();
  const [typed, setTyped] = useState<Record<FieldName, string>>(
    () => Object.fromEntries(FIELDS.map((name) => [name, head[name] ?? ''])) as Record<FieldName, string>,
  );
  const [day, setDay] = useState(head.day ?? '');
  const [copies, setCopies] = useState(head.copies.join('\n'));
  const save = useAction(async () => {
    const given = (value: string) => value.trim() || null;
    const fields = Object.fromEntries(FIELDS.map((name) => [name, given(typed[name])])) as Record<
      FieldName,
      string | null
    >;
    const lines = copies.split('\n').flatMap((line) => given(line) ?? []);
    const issuer = given(typed.issuer) ?? head.issuer;
    await api.putReportHead(period, { ...fields, issuer, revision: head.revision, day: given(day), copies: lines });
    onSaved();
  });
  return (
    <details>
      <summary>{text('reports.head')}</summary>
      <p class="help">{text('reports.head.open')}</p>
      <Form fault={save.fault} onSubmit={() => void save.run()}>
        {FIELDS.map((name) => (
          <Field
            key={name}
            label={text(`reports.head.${name}`)}
            value={typed[name]}
            onValue={(value) => setTyped({ ...typed, [name]: value })}
            error={issueOf(save.fault, name)}
          />
        ))}
        <Field label={text('reports.head.day')} value={day} onValue={setDay} error={issueOf(save.fault, 'day')} date />
        <LongField
          label={text('reports.head.copies')}
          value={copies}
          onValue={setCopies}
          error={issueOf(save.fault, 'copies')}
        />
        {save.fault && <FaultText fault={save.fault} beside />}
        <WorkButton busy={save.busy} label={text('reports.head.save')} busyLabel={text('state.saving')} />
        {head.revision > 0 && (
          <p role="status" class="small muted">
            {text('reports.head.saved', { n: head.revision })}
          </p>
        )}
      </Form>
    </details>
  );
}
