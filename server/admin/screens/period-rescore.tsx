import { useState } from 'preact/hooks';
import type { Choice } from '#rules/choice.ts';
import { CHOICES } from '#rules/choices.ts';
import type { RescorePreview } from '#wire/comparison.ts';
import type { RescorePreviewRequest } from '#wire/period.ts';
import type { Period } from '#wire/results.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { CloseProgress } from './close-progress.tsx';
import { ComparisonTable, changedText } from './comparison-table.tsx';

/** Before the seal: what scoring anew would change, seen before it is done and done with a reason. */
export function PeriodRescore({ period, onDone }: { period: Period; onDone: () => void }) {
  const { api } = useAdmin();
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const [seen, setSeen] = useState<{ asked: RescorePreviewRequest; preview: RescorePreview } | null>(null);
  const choice: Choice | undefined = CHOICES.find((each) => each.key === key);
  const asked = (): RescorePreviewRequest => (choice ? { choices: { [choice.key]: value } } : {});
  const look = useAction(async () => {
    const request = asked();
    setSeen({ asked: request, preview: await api.previewRescore(period.period, request) });
  });
  const rescore = useAction(async () => {
    if (!seen || period.snapshot === null) return;
    await api.rescore(period.period, { ...seen.asked, from: seen.preview.from, reason, of: period.snapshot });
    setSeen(null);
    onDone();
  });
  const choose = (next: string) => {
    setKey(next);
    setValue(CHOICES.find((each) => each.key === next)?.default ?? '');
    setSeen(null);
  };

  return (
    <details open={period.outdated}>
      <summary>{text('rescore.title')}</summary>
      <p>{text(period.parts.length > 0 ? 'rescore.introYear' : 'rescore.intro')}</p>
      {period.parts.length === 0 && (
        <SelectField
          label={text('rescore.choice')}
          value={key}
          onValue={choose}
          options={[
            { value: '', label: text('rescore.records') },
            ...CHOICES.map((each) => ({ value: each.key, label: each.label })),
          ]}
        />
      )}
      {choice && (
        <SelectField
          label={text('rescore.value')}
          help={choice.reason}
          value={value}
          onValue={(next) => {
            setValue(next);
            setSeen(null);
          }}
          options={choice.values.map((each) => ({ value: each.value, label: each.label }))}
        />
      )}
      {look.fault && <FaultText fault={look.fault} />}
      <div class="actions">
        <WorkButton
          label={text('rescore.look')}
          busyLabel={text('rescore.looking')}
          busy={look.busy}
          onPress={look.run}
        />
      </div>
      <p role="status" class="unseen">
        {seen && changedText(seen.preview)}
      </p>
      {seen && (
        <>
          <ComparisonTable comparison={seen.preview} />
          <Form fault={rescore.fault} onSubmit={rescore.run}>
            {rescore.fault && <FaultText fault={rescore.fault} beside />}
            <LongField
              label={text('act.reason')}
              help={text('act.reasonHelp')}
              value={reason}
              onValue={setReason}
              error={issueOf(rescore.fault, 'reason')}
            />
            <p>{text('rescore.effect')}</p>
            {rescore.busy && seen.preview.from === 'records' && <CloseProgress period={period.period} />}
            <div class="actions">
              <WorkButton label={text('rescore.do')} busyLabel={text('close.busy')} busy={rescore.busy} />
            </div>
          </Form>
        </>
      )}
    </details>
  );
}
