import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from '#wire/access.ts';
import { type Api, faultOf, issueOf } from '../api.ts';
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

interface CodeFieldProps {
  code: string;
  onCode: (code: string) => void;
  error: string | undefined;
}

/** The code of the second step; focus goes to it, for it came while somebody waited. */
export function CodeField({ code, onCode, error }: CodeFieldProps) {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={part}>
      <p role="status">{text('signIn.code.asked')}</p>
      <Field
        label={text('second.code')}
        help={text('second.code.or')}
        value={code}
        onValue={onCode}
        error={error}
        autocomplete="one-time-code"
      />
    </div>
  );
}

/** Keeps what was typed when the server refuses. */
export function SignInForm({ api, tenant: knownTenant, login: knownLogin = '', onSession }: SignInProps) {
  const [tenant, setTenant] = useState(knownTenant ?? '');
  const [login, setLogin] = useState(knownLogin);
  const [password, setPassword] = useState('');
  // `null` until the server has asked for it.
  const [code, setCode] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const action = useAction(async () => {
    try {
      onSession(await api.signIn(tenant.trim(), login.trim(), password, code?.trim() || undefined));
    } catch (error) {
      if (faultOf(error).problem.code !== 'code.needed') throw error;
      setTried(false);
      setCode('');
    }
  });
  const needed = (value: string) => (tried && value.trim() === '' ? text('field.needed') : undefined);
  return (
    <Form
      fault={action.fault}
      onSubmit={() => {
        setTried(true);
        if ([tenant, login, password, code ?? '-'].every((value) => value.trim() !== '')) void action.run();
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
      {code !== null && (
        <CodeField code={code} onCode={setCode} error={needed(code) ?? issueOf(action.fault, 'code')} />
      )}
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
