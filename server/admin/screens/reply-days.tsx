import { useState } from 'preact/hooks';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';

function DaysForm({ days }: { days: number }) {
  const { api } = useAdmin();
  const [typed, setTyped] = useState(String(days));
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    await api.changeCaseSettings({ replyDays: Number(typed) });
    setSaved(true);
  });
  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        setSaved(false);
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
      <p role="status">{saved && text('cases.days.saved')}</p>
    </Form>
  );
}

/** Within how many working days the province promises a reply. */
export function ReplyDays() {
  const { api } = useAdmin();
  const settings = useLoad('case-settings', (signal) => api.caseSettings(signal));
  return <Loaded of={settings}>{({ replyDays }) => <DaysForm days={replyDays} />}</Loaded>;
}
