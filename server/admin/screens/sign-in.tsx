import { useEffect, useState } from 'preact/hooks';
import type { Session } from '#wire/access.ts';
import type { Api } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

interface SignInProps {
  api: Api;
  /** Known beforehand from the link or from the session that ended. */
  tenant?: string | undefined;
  login?: string;
  onSession: (session: Session) => void;
}

/** Keeps what was typed when the server refuses. */
export function SignInForm({ api, tenant: knownTenant, login: knownLogin = '', onSession }: SignInProps) {
  const [tenant, setTenant] = useState(knownTenant ?? '');
  const [login, setLogin] = useState(knownLogin);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(async () => onSession(await api.signIn(tenant.trim(), login.trim(), password)));
  const needed = (value: string) => (tried && value.trim() === '' ? text('field.needed') : undefined);
  return (
    <Form
      fault={action.fault}
      onSubmit={() => {
        setTried(true);
        if ([tenant, login, password].every((value) => value.trim() !== '')) void action.run();
      }}
    >
      {action.fault && <FaultText fault={action.fault} />}
      {!knownTenant && (
        <Field
          label={text('signIn.tenant')}
          help={text('signIn.tenant.help')}
          value={tenant}
          onValue={setTenant}
          error={needed(tenant)}
          autocomplete="organization"
        />
      )}
      <Field
        label={text('signIn.login')}
        value={login}
        onValue={setLogin}
        error={needed(login)}
        autocomplete="username"
      />
      <Field
        label={text('signIn.password')}
        secret
        value={password}
        onValue={setPassword}
        error={needed(password)}
        autocomplete="current-password"
      />
      <div class="actions">
        <WorkButton label={text('signIn.send')} busyLabel={text('signIn.sending')} busy={action.busy} />
      </div>
    </Form>
  );
}

/** The way through the province's own single sign-on, where there is one; without an answer the password is still there. */
function SsoLink({ api, tenant }: Pick<SignInProps, 'api' | 'tenant'>) {
  const [offered, setOffered] = useState<string | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    api.sso(leaving.signal).then(
      (found) => setOffered(found.tenant),
      () => setOffered(null),
    );
    return () => leaving.abort();
  }, [api]);
  if (offered === null || (tenant !== undefined && tenant !== offered)) return null;
  return (
    <p>
      <a class="button" href="/v1/sso/start">
        {text('signIn.sso')}
      </a>
    </p>
  );
}

export function SignIn(props: SignInProps) {
  return (
    <main class="wrap narrow">
      <p class="brand">
        <strong>{text('app.title')}</strong>
      </p>
      <h1 tabIndex={-1}>{text('signIn.title')}</h1>
      <SignInForm {...props} />
      <SsoLink {...props} />
      {props.tenant && (
        <p>
          <a href={`/cong-khai/${encodeURIComponent(props.tenant)}`}>{text('signIn.public')}</a>
        </p>
      )}
    </main>
  );
}
