import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SecondStepBegun } from '#wire/second-step.ts';
import { useAdmin } from '../admin-context.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { RecoveryCodeList } from './recovery-code-list.tsx';
import { SecondStepBegin } from './second-step-begin.tsx';
import { SecondStepConfirm } from './second-step-confirm.tsx';

interface SecondStepOwedProps {
  /** It is on, and its codes were seen; or it is not owed any more. */
  onDone: () => void;
  onSignOut: () => void;
}

function TurnOn({ onDone }: Pick<SecondStepOwedProps, 'onDone'>) {
  const { api } = useAdmin();
  const [begun, setBegun] = useState<SecondStepBegun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState('');
  const look = useAction(async () => {
    if (!(await api.session()).secondStepNeeded) return onDone();
    setSaid(text('second.owed.still'));
  });
  if (codes)
    return (
      <>
        <RecoveryCodeList codes={codes} />
        <div class="actions">
          <button type="button" class="button primary" onClick={onDone}>
            {text('second.owed.go')}
          </button>
        </div>
      </>
    );
  return (
    <>
      {begun ? (
        <SecondStepConfirm begun={begun} onOn={setCodes} />
      ) : (
        <>
          <p>{text('second.owed')}</p>
          <p>{text('second.intro')}</p>
          <SecondStepBegin onBegun={setBegun} />
        </>
      )}
      {look.fault && <FaultText fault={look.fault} />}
      <p class="actions">
        <button type="button" class="button" aria-disabled={look.busy} onClick={() => look.run()}>
          {text('second.owed.look')}
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  );
}

/** Turns on the second step the province asks for, and shows its recovery codes before anything else. It may have come on in another window. */
export function SecondStepOwed({ onDone, onSignOut }: SecondStepOwedProps) {
  const whole = useRef<HTMLDivElement>(null);
  useKeptFocus(whole);
  return (
    <div ref={whole}>
      <TurnOn onDone={onDone} />
      <p>
        <button type="button" class="button" onClick={onSignOut}>
          {text('app.signOut')}
        </button>
      </p>
    </div>
  );
}

/** Where who signed in without the second step the province asks for is led first; from here one may sign out. */
export function SecondStepFirst({ onDone, onSignOut }: SecondStepOwedProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    document.title = `${text('second.owed.title')} · ${text('app.title')}`;
    heading.current?.focus();
  }, []);
  return (
    <main class="wrap narrow">
      <p class="brand">
        <strong>{text('app.title')}</strong>
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {text('second.owed.title')}
      </h1>
      <SecondStepOwed onDone={onDone} onSignOut={onSignOut} />
    </main>
  );
}
