import { useState } from 'preact/hooks';
import type { Session } from '#wire/access.ts';
import { type Api, issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { CodeField } from './sign-in.tsx';

interface SsoCodeProps {
  api: Api;
  tenant: string;
  onSession: (session: Session) => void;
}

/** Where whoever came back from the single sign-on to an account with a second step enters its code. */
export function SsoCode({ api, tenant, onSession }: SsoCodeProps) {
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(async () => onSession(await api.signInCode(code.trim())));
  return (
    <main class="wrap narrow">
      <p class="brand">
        <strong>{text('app.title')}</strong>
      </p>
      <h1 tabIndex={-1}>{text('second.code')}</h1>
      <Form
        fault={action.fault}
        onSubmit={() => {
          setTried(true);
          if (code.trim()) void action.run();
        }}
      >
        {action.fault && <FaultText beside fault={action.fault} />}
        <CodeField
          code={code}
          onCode={setCode}
          error={tried && !code.trim() ? text('field.needed') : issueOf(action.fault, 'code')}
        />
        <div class="actions">
          <WorkButton label={text('signIn.send')} busyLabel={text('signIn.sending')} busy={action.busy} />
        </div>
      </Form>
      <p>
        <a href={`#/dang-nhap/${encodeURIComponent(tenant)}`}>{text('signIn.again')}</a>
      </p>
    </main>
  );
}
