import { useState } from 'preact/hooks';
import type { SecondStepBegun, SecondStepView } from '#wire/second-step.ts';
import { Loaded } from '../parts/loaded.tsx';
import { text } from '../text.ts';
import type { Load } from '../use-load.ts';
import { when } from '../when.ts';
import { RecoveryCodeList } from './recovery-code-list.tsx';
import { SecondStepBegin } from './second-step-begin.tsx';
import { SecondStepConfirm } from './second-step-confirm.tsx';
import { SecondStepEnd } from './second-step-end.tsx';

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
          if (!begun) return <SecondStepBegin onBegun={setBegun} />;
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
