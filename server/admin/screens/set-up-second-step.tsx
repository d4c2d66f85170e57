import { useState } from 'preact/hooks';
import type { SecondStepBegun, SecondStepView } from '#wire/second-step.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import type { Load } from '../use-load.ts';
import { when } from '../when.ts';
import { RecoveryCodeList } from './recovery-code-list.tsx';
import { SecondStepConfirm } from './second-step-confirm.tsx';
import { SecondStepEnd } from './second-step-end.tsx';

function Begin({ onBegun }: { onBegun: (begun: SecondStepBegun) => void }) {
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

/** Everybody's own second step: begun, confirmed, shown its recovery codes once, ended. */
export function SetUpSecondStep({ held }: { held: Load<SecondStepView> }) {
  const [begun, setBegun] = useState<SecondStepBegun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState('');
  return (
    <>
      <p>{text('second.intro')}</p>
      {codes && <RecoveryCodeList codes={codes} />}
      <Loaded of={held}>
        {({ on, since, codesLeft }) => {
          if (on)
            return (
              <>
                <p>{text('second.since', { since: since ? when(since) : '', n: codesLeft })}</p>
                {codesLeft < 3 && <p class="note">{text('second.few')}</p>}
                <SecondStepEnd
                  onOff={() => {
                    setCodes(null);
                    setSaid(text('second.end.done'));
                    held.again();
                  }}
                />
              </>
            );
          if (!begun) return <Begin onBegun={setBegun} />;
          return (
            <SecondStepConfirm
              begun={begun}
              onOn={(made) => {
                setBegun(null);
                setCodes(made);
                setSaid('');
                held.again();
              }}
            />
          );
        }}
      </Loaded>
      <p role="status">{said}</p>
    </>
  );
}
