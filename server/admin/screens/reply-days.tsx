import { useState } from 'preact/hooks';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Undo, useStanding } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';

interface DaysFieldsProps {
  days: number;
  onTry: () => void;
  onSave: (days: number) => Promise<void>;
}

function DaysFields({ days, onTry, onSave }: DaysFieldsProps) {
  const [typed, setTyped] = useState(String(days));
  const save = useAction(() => onSave(Number(typed)));
  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        onTry();
        void save.run();
      }}
    >
      {save.fault && <FaultText beside fault={save.fault} />}
      <Field
        digits
        label={text('cases.days')}
        help={text('cases.days.help')}
        value={typed}
        onValue={setTyped}
        error={issueOf(save.fault, 'replyDays')}
      />
      <div class="actions">
        <WorkButton label={text('cases.days.save')} busyLabel={text('state.saving')} busy={save.busy} />
      </div>
    </Form>
  );
}

function DaysForm({ days }: { days: number }) {
  const { api } = useAdmin();
  const put = async (replyDays: number) => (await api.changeCaseSettings({ replyDays })).replyDays;
  const { stands, key, save, done, onTry } = useStanding(days, put, text('cases.days.saved'));
  return (
    <>
      <DaysFields key={key} days={stands} onTry={onTry} onSave={save} />
      <Undo done={done} />
    </>
  );
}

/** Within how many working days the province promises a reply. */
export function ReplyDays() {
  const { api } = useAdmin();
  const settings = useLoad('case-settings', (signal) => api.caseSettings(signal));
  return <Loaded of={settings}>{({ replyDays }) => <DaysForm days={replyDays} />}</Loaded>;
}
