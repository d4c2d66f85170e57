import { useId, useState } from 'preact/hooks';
import type { PanelState } from '../messages.ts';
import { ObjectionForm } from './objection-form.tsx';
import { ObjectionList } from './objection-list.tsx';
import { say } from './objection-words.ts';
import { useAnswer } from './use-answer.ts';

interface Props {
  readonly state: PanelState;
  readonly code: string;
}

function Objections({ state, code }: Props) {
  const [sent, setSent] = useState(false);
  // Another officer at the browser has objections of his own.
  const { answer, again } = useAnswer({ type: 'panel.objections' }, state.person?.officer ?? null);
  if (!answer) return <p class="loading">{say('loading')}</p>;
  if (!answer.ok)
    return (
      <>
        <p class="problem" role="alert">
          {answer.message}
        </p>
        <button type="button" onClick={() => void again()}>
          {say('retry')}
        </button>
      </>
    );
  const { periods, objections } = answer.value;
  const taking = periods.filter(({ takes }) => takes);
  const onSent = (): void => {
    setSent(true);
    void again();
  };
  return (
    <>
      {taking.length > 0 ? (
        <ObjectionForm state={state} code={code} periods={taking} onSent={onSent} />
      ) : (
        <p>{say('noPeriod')}</p>
      )}
      <p role="status">{sent && say('sent')}</p>
      <h3>{say('own')}</h3>
      <ObjectionList objections={objections} periods={periods} today={state.now.slice(0, 10)} />
    </>
  );
}

/** What the officer holds against a score. Nothing is asked of the server before it is opened. */
export function ObjectionPart(props: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <section class="part" aria-label={say('title')}>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {say(open ? 'close' : 'open')}
      </button>
      <div id={id}>{open && <Objections {...props} />}</div>
    </section>
  );
}
