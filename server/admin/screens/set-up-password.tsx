import { useState } from 'preact/hooks';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

/** Everybody's own password. */
export function SetUpPassword() {
  const { api, session } = useAdmin();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState(false);
  const change = useAction(async () => {
    await api.changePassword(current, password);
    for (const set of [setCurrent, setPassword, setRepeat]) set('');
    setTried(false);
    setDone(true);
  });
  const wrong = (value: string, path: string) =>
    tried && value === '' ? text('field.needed') : issueOf(change.fault, path);

  return (
    <Form
      fault={change.fault}
      onSubmit={() => {
        setDone(false);
        setTried(true);
        if (current && password && repeat === password) void change.run();
      }}
    >
      <p>{text('password.intro', { login: session.login })}</p>
      {change.fault && <FaultText beside fault={change.fault} />}
      <Field
        secret
        label={text('password.current')}
        value={current}
        onValue={setCurrent}
        error={wrong(current, 'current')}
        autocomplete="current-password"
      />
      <Field
        secret
        label={text('password.new')}
        help={text('first.password.help')}
        value={password}
        onValue={setPassword}
        error={wrong(password, 'password')}
        autocomplete="new-password"
      />
      <Field
        secret
        label={text('password.repeat')}
        value={repeat}
        onValue={setRepeat}
        error={tried && repeat !== password ? text('first.differs') : undefined}
        autocomplete="new-password"
      />
      <div class="actions">
        <WorkButton label={text('password.change')} busyLabel={text('state.saving')} busy={change.busy} />
      </div>
      <p role="status">{done && text('password.done')}</p>
    </Form>
  );
}
