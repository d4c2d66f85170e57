import { useState } from 'preact/hooks';
import type { Session } from '#wire/access.ts';
import type { Api } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

interface FirstAdminProps {
  api: Api;
  token: string;
  onSession: (session: Session) => void;
}

/** Opened from the one-time link of the first run: the first person chooses login and password. */
export function FirstAdmin({ api, token, onSession }: FirstAdminProps) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [repeat, setRepeat] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(async () => {
    onSession(await api.firstAdmin(token, login.trim(), password));
  });
  const needed = (value: string) => (tried && value.trim() === '' ? text('field.needed') : undefined);
  const differs = tried && repeat !== password ? text('first.differs') : undefined;

  return (
    <main class="wrap narrow">
      <h1 tabIndex={-1}>{text('first.title')}</h1>
      <p>{text('first.intro')}</p>
      <Form
        fault={action.fault}
        onSubmit={() => {
          setTried(true);
          if (login.trim() !== '' && password !== '' && repeat === password) void action.run();
        }}
      >
        {action.fault && <FaultText fault={action.fault} />}
        <Field
          label={text('signIn.login')}
          help={text('first.login.help')}
          value={login}
          onValue={setLogin}
          error={needed(login)}
          autocomplete="username"
        />
        <Field
          label={text('signIn.password')}
          help={text('first.password.help')}
          secret
          value={password}
          onValue={setPassword}
          error={needed(password)}
          autocomplete="new-password"
        />
        <Field
          label={text('first.repeat')}
          secret
          value={repeat}
          onValue={setRepeat}
          error={differs}
          autocomplete="new-password"
        />
        <div class="actions">
          <WorkButton label={text('first.send')} busyLabel={text('first.sending')} busy={action.busy} />
        </div>
      </Form>
    </main>
  );
}
