import { useState } from 'preact/hooks';
import { addDays, isIsoDate } from '#rules/calendar/date.ts';
import type { KeptTable } from '#wire/kept-table.ts';
import { useAdmin } from '../../admin-context.ts';
import { issueOf } from '../../api.ts';
import { useDesk } from '../../desk.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Field } from '../../parts/field.tsx';
import { FileInput } from '../../parts/file-input.tsx';
import { Form } from '../../parts/form.tsx';
import { Labelled } from '../../parts/labelled.tsx';
import { LongField } from '../../parts/long-field.tsx';
import { SelectField } from '../../parts/select-field.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { groupsOf, linesOf, scoreLines, scoresOf, withUntyped } from '../../published-lines.ts';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

interface PublishedFormProps {
  /** The report to be changed; `null` = a new one. */
  kept: KeptTable | null;
  onSaved: () => void;
  onCancel: () => void;
}

/** Half-open, as it is kept; `null` unless both days are given. */
const spanOf = (from: string, last: string) =>
  from === '' && last === '' ? null : { from, to: isIsoDate(last) ? addDays(last, 1) : last };

/** One earlier report as it was printed: where it stands, its period, its lines. Nothing is corrected while typing. */
export function PublishedForm({ kept, onSaved, onCancel }: PublishedFormProps) {
  const { api } = useAdmin();
  const { periods } = useDesk();
  const before = kept?.table;
  const [id, setId] = useState(before?.id ?? '');
  const [tenantName, setTenantName] = useState(before?.tenantName ?? '');
  const [title, setTitle] = useState(before?.title ?? '');
  const [source, setSource] = useState(before?.source.text ?? '');
  const [date, setDate] = useState(before?.source.date ?? '');
  const [url, setUrl] = useState(before?.source.url ?? '');
  const [periodText, setPeriodText] = useState(before?.periodText ?? '');
  const [from, setFrom] = useState(before?.period?.from ?? '');
  const [last, setLast] = useState(before?.period ? addDays(before.period.to, -1) : '');
  const [period, setPeriod] = useState(kept?.period ?? '');
  const [lines, setLines] = useState(linesOf(before?.groups ?? []));
  const [scores, setScores] = useState(scoreLines(before?.scores ?? []));
  const [notes, setNotes] = useState((before?.notes ?? []).join('\n'));
  const [file, setFile] = useState<File | null>(null);
  const send = useAction(async () => {
    await api.putKeptTable({
      period: period === '' ? null : period,
      table: {
        ...{ id, tenantName, title, periodText, period: spanOf(from, last) },
        source: { text: source, date, ...(url === '' ? {} : { url }) },
        groups: withUntyped(groupsOf(lines), before?.groups ?? []) as KeptTable['table']['groups'],
        scores: [...scoresOf(scores)],
        notes: notes.split('\n').filter((line) => line.trim() !== ''),
      },
    });
    onSaved();
  });
  const read = useAction(async (taken: File) => setLines((await api.linesOfFile(taken)).lines));
  const issue = (path: string) => issueOf(send.fault, `table.${path}`);
  const group = send.fault?.problem.issues?.find(({ path }) => path.startsWith('table.groups'));
  return (
    <Form fault={send.fault} onSubmit={() => void send.run()}>
      {send.fault && <FaultText beside fault={send.fault} />}
      {kept ? null : (
        <Field
          label={text('published.id')}
          help={text('published.id.help')}
          value={id}
          onValue={setId}
          error={issue('id')}
        />
      )}
      <Field label={text('published.title.field')} value={title} onValue={setTitle} error={issue('title')} />
      <Field label={text('published.office')} value={tenantName} onValue={setTenantName} error={issue('tenantName')} />
      <Field label={text('published.source')} value={source} onValue={setSource} error={issue('source.text')} />
      <Field label={text('published.date')} value={date} onValue={setDate} date error={issue('source.date')} />
      <Field label={text('published.url')} value={url} onValue={setUrl} error={issue('source.url')} />
      <Field
        label={text('published.periodText')}
        help={text('published.periodText.help')}
        value={periodText}
        onValue={setPeriodText}
        error={issue('periodText')}
      />
      <Field label={text('published.from')} value={from} onValue={setFrom} date error={issue('period.from')} />
      <Field
        label={text('published.last')}
        help={text('published.last.help')}
        value={last}
        onValue={setLast}
        date
        error={issue('period.to')}
      />
      <SelectField
        label={text('published.beside.field')}
        value={period}
        onValue={setPeriod}
        options={[
          { value: '', label: text('published.beside.none') },
          ...periods.map((each) => ({ value: each.period, label: each.label })),
        ]}
        error={issueOf(send.fault, 'period')}
      />
      <Labelled label={text('published.file')} help={text('published.file.help')} error={read.fault?.problem.message}>
        {(ties) => (
          <FileInput
            ties={ties}
            accept=".csv,.xlsx"
            file={file}
            onFile={(taken) => {
              setFile(taken);
              void read.run(taken);
            }}
          />
        )}
      </Labelled>
      <LongField
        label={text('published.lines')}
        help={text('published.lines.help')}
        value={lines}
        onValue={setLines}
        error={group?.message}
      />
      <LongField
        label={text('published.scores')}
        help={text('published.scores.help')}
        value={scores}
        onValue={setScores}
        error={send.fault?.problem.issues?.find(({ path }) => path.startsWith('table.scores'))?.message}
      />
      <LongField label={text('published.notes')} value={notes} onValue={setNotes} error={issue('notes')} />
      <div class="actions">
        <WorkButton label={text('published.save')} busyLabel={text('state.saving')} busy={send.busy} />
        <button type="button" class="button" onClick={onCancel}>
          {text('action.cancel')}
        </button>
      </div>
    </Form>
  );
}
