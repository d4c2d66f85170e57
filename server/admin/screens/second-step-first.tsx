import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SecondStepBegun } from '#wire/second-step.ts';
import { text } from '../text.ts';
import { RecoveryCodeList } from './recovery-code-list.tsx';
import { SecondStepBegin } from './second-step-begin.tsx';
import { SecondStepConfirm } from './second-step-confirm.tsx';

interface SecondStepOwedProps {
  /** It is on, and its codes were seen. */
  onDone: () => void;
}

/** Turns on the second step the province asks for, and shows its recovery codes before anything else. */
export function SecondStepOwed({ onDone }: SecondStepOwedProps) {
  const [begun, setBegun] = useState<SecondStepBegun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes)
    return (
      <>
        <p role="status">{text('second.on.done')}</p>
        <RecoveryCodeList codes={codes} />
        <div class="actions">
          <button type="button" class="button primary" onClick={onDone}>
            {text('second.owed.go')}
          </button>
        </div>
      </>
    );
  if (begun) return <SecondStepConfirm begun={begun} onOn={setCodes} />;
  return (
    <>
      <p>{text('second.owed')}</p>
      <p>{text('second.intro')}</p>
      <SecondStepBegin onBegun={setBegun} />
    </>
  );
}

/** Where who signed in without the second step the province asks for is led first; from here one may sign out. */
export function SecondStepFirst({ onDone, onSignOut }: SecondStepOwedProps & { onSignOut: () => void }) {
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
      <SecondStepOwed onDone={onDone} />
      <p>
        <button type="button" class="button" onClick={onSignOut}>
          {text('app.signOut')}
        </button>
      </p>
    </main>
  );
}
