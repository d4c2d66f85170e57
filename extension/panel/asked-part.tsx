import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { PanelState } from '../messages.ts';
import type { WorkAnswers, WorkQuestion } from '../work-messages.ts';
import { say } from './objection-words.ts';
import { useAnswer } from './use-answer.ts';
import { useOwner } from './use-owner.ts';

interface Props<Type extends WorkQuestion['type']> {
  readonly state: PanelState;
  readonly question: Extract<WorkQuestion, { type: Type }>;
  /** Draws what was found; `again` after something was sent. */
  readonly children: (found: WorkAnswers[Type], again: () => void) => ComponentChildren;
}

function Asked<Type extends WorkQuestion['type']>({ state, question, children }: Props<Type>) {
  const [sent, setSent] = useState(false);
  const { answer, again } = useAnswer<Type>(question, state.person?.officer ?? null);
  // A session that ends while something is being typed takes nothing away.
  const last = useRef<{ readonly found: WorkAnswers[Type] } | null>(null);
  if (answer?.ok) last.current = { found: answer.value };
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
  if (!last.current) return problem || <p class="loading">{say('loading')}</p>;
  return (
    <>
      {problem}
      {children(last.current.found, () => {
        setSent(true);
        void again();
      })}
      <p role="status">{sent && say('sent')}</p>
    </>
  );
}

/** What an officer may ask the server about himself. Nothing is asked before it is opened. */
export function AskedPart<Type extends WorkQuestion['type']>({
  title,
  open: openWords,
  ...rest
}: Props<Type> & { readonly title: string; readonly open: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  // Another officer at the browser has records of his own and finds nothing of what was typed.
  const owner = useOwner(rest.state);
  return (
    <section class="part" aria-label={title}>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {open ? say('close') : openWords}
      </button>
      <div id={id}>{open && <Asked key={owner} {...rest} />}</div>
    </section>
  );
}
