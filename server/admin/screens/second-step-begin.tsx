import { useState } from 'preact/hooks';
import type { SecondStepBegun } from '#wire/second-step.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

/** The password once more, before a second step is begun. */
export function SecondStepBegin({ onBegun }: { onBegun: (begun: SecondStepBegun) => void }) {
  const { api } = useAdmin();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const begin = useAction(async () => onBegun(await api.beginSecondStep(password)));
  return (
    <Form
      fault={begin.fault}
      onSubmit={() => {
        setTried(true);
        if (password) void begin.run();
      }}
    >
      {begin.fault && <FaultText beside fault={begin.fault} />}
      <Field
        secret
        label={text('password.current')}
        value={password}
        onValue={setPassword}
        error={tried && !password ? text('field.needed') : issueOf(begin.fault, 'password')}
        autocomplete="current-password"
      />
      <div class="actions">
        <WorkButton label={text('second.begin')} busyLabel={text('state.saving')} busy={begin.busy} />
      </div>
    </Form>
  );
}
