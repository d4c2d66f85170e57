import { useState } from 'preact/hooks';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

/** Turned off by whoever knows the password and has the phone, or one of the codes. */
export function SecondStepEnd({ onOff }: { onOff: () => void }) {
  const { api } = useAdmin();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const end = useAction(async () => {
    await api.endSecondStep(password, code.trim());
    onOff();
  });
  const wrong = (value: string, path: string) =>
    tried && value.trim() === '' ? text('field.needed') : issueOf(end.fault, path);
  return (
    <details>
      <summary>{text('second.end')}</summary>
      <p>{text('second.end.effect')}</p>
      <Form
        fault={end.fault}
        onSubmit={() => {
          setTried(true);
          if (password && code.trim()) void end.run();
        }}
      >
        {end.fault && <FaultText beside fault={end.fault} />}
        <Field
          secret
          label={text('password.current')}
          value={password}
          onValue={setPassword}
          error={wrong(password, 'password')}
          autocomplete="current-password"
        />
        <Field
          label={text('second.code')}
          help={text('second.code.or')}
          value={code}
          onValue={setCode}
          error={wrong(code, 'code')}
          autocomplete="one-time-code"
        />
        <div class="actions">
          <WorkButton label={text('second.end.do')} busyLabel={text('state.saving')} busy={end.busy} />
        </div>
      </Form>
    </details>
  );
}
