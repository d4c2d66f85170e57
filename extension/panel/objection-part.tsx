import { useId, useRef, useState } from 'preact/hooks';
import type { PanelState } from '../messages.ts';
import type { OwnObjections } from '../work-messages.ts';
import { ObjectionForm } from './objection-form.tsx';
import { ObjectionList } from './objection-list.tsx';
import { say } from './objection-words.ts';
import { useAnswer } from './use-answer.ts';
import { useOwner } from './use-owner.ts';

interface Props {
  readonly state: PanelState;
  readonly code: string;
}

function Objections({ state, code }: Props) {
  const [sent, setSent] = useState(false);
  const { answer, again } = useAnswer({ type: 'panel.objections' }, state.person?.officer ?? null);
  // A session that ends while something is being typed takes nothing away.
  const last = useRef<OwnObjections | null>(null);
  if (answer?.ok) last.current = answer.value;
  const shown = last.current;
  const problem = answer && !answer.ok && (
    <>
      <p class="problem" role="alert">
        {answer.message}
      </p>
      <button type="button" onClick={() => void again()}>
        {say('retry')}
      </button>
    </>
  );
  if (!shown) return problem || <p class="loading">{say('loading')}</p>;
  const { periods, objections } = shown;
  const taking = periods.filter(({ takes }) => takes);
  const onSent = (): void => {
    setSent(true);
    void again();
  };
  return (
    <>
      {problem}
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
  // Another officer at the browser has objections of his own and finds nothing of what was typed.
  const owner = useOwner(props.state);
  return (
    <section class="part" aria-label={say('title')}>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {say(open ? 'close' : 'open')}
      </button>
      <div id={id}>{open && <Objections key={owner} {...props} />}</div>
    </section>
  );
}
