import { useState } from 'preact/hooks';
import type { SecondStepBegun } from '#wire/second-step.ts';
import { useAdmin } from '../admin-context.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { QrCode } from '../parts/qr-code.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

interface SecondStepConfirmProps {
  begun: SecondStepBegun;
  onOn: (codes: readonly string[]) => void;
}

/** The secret as a picture and as text, and the code with which the app shows that it has it. */
export function SecondStepConfirm({ begun: { secret, uri }, onOn }: SecondStepConfirmProps) {
  const { api } = useAdmin();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = useAction(async () => onOn((await api.confirmSecondStep(code.trim())).codes));
  return (
    <>
      <p>{text('second.scan')}</p>
      <QrCode text={uri} label={text('second.qr')} />
      <p class="secret">
        {text('second.secret')}:{' '}
        <output class="code" aria-label={text('second.secret')}>
          {secret}
        </output>{' '}
        <CopyButton value={secret} />
      </p>
      <Form
        fault={confirm.fault}
        onSubmit={() => {
          setTried(true);
          if (code.trim()) void confirm.run();
        }}
      >
        {confirm.fault && <FaultText fault={confirm.fault} />}
        <Field
          label={text('second.code.app')}
          help={text('second.code.help')}
          digits
          value={code}
          onValue={setCode}
          error={tried && !code.trim() ? text('field.needed') : undefined}
          autocomplete="one-time-code"
        />
        <div class="actions">
          <WorkButton label={text('second.confirm')} busyLabel={text('state.saving')} busy={confirm.busy} />
        </div>
      </Form>
    </>
  );
}
