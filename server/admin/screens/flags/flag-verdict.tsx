import { useState } from 'preact/hooks';
import type { FlagVerdictRequest } from '#wire/flag.ts';
import { useAdmin } from '../../admin-context.ts';
import { issueOf } from '../../api.ts';
import { FaultText } from '../../parts/fault-text.tsx';
import { Form } from '../../parts/form.tsx';
import { LongField } from '../../parts/long-field.tsx';
import { RadioField } from '../../parts/radio-field.tsx';
import { type Done, Undo } from '../../parts/undo.tsx';
import { WorkButton } from '../../parts/work-button.tsx';
import { text } from '../../text.ts';
import { useAction } from '../../use-action.ts';

const VERDICTS = ['accepted', 'verify'] as const;

interface FlagVerdictFormProps {
  period: string;
  flag: string;
  onDone: () => void;
}

/** What came of a flag, with its reason; it can be taken back for ten seconds, and both stay on record. */
export function FlagVerdictForm({ period, flag, onDone }: FlagVerdictFormProps) {
  const { api } = useAdmin();
  const [verdict, setVerdict] = useState<FlagVerdictRequest['verdict']>('accepted');
  const [note, setNote] = useState('');
  const [done, setDone] = useState<Done | null>(null);
  const save = useAction(async () => {
    await api.decideFlag({ period, flag, verdict, note });
    setNote('');
    const back = async () => {
      await api.decideFlag({ period, flag, verdict: 'withdrawn', note: text('flags.verdict.back') });
      setNote(note);
      setDone({ said: text('undo.done') });
      onDone();
    };
    setDone({ said: text('flags.verdict.saved'), back });
    onDone();
  });
  return (
    <>
      <Form fault={save.fault} onSubmit={() => void save.run()}>
        {save.fault && <FaultText beside fault={save.fault} />}
        <RadioField
          legend={text('flags.verdict')}
          value={verdict}
          onValue={(value) => setVerdict(value as FlagVerdictRequest['verdict'])}
          options={VERDICTS.map((value) => ({ value, label: text(`flags.verdict.${value}`) }))}
        />
        <LongField
          label={text('flags.verdict.note')}
          value={note}
          onValue={setNote}
          error={issueOf(save.fault, 'note')}
        />
        <div class="actions">
          <WorkButton label={text('flags.verdict.save')} busyLabel={text('state.saving')} busy={save.busy} />
        </div>
      </Form>
      <Undo done={done} />
    </>
  );
}
