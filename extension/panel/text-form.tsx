import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { clientId } from '#rules/client-id.ts';
import type { PanelState } from '../messages.ts';
import type { WorkAct } from '../work-messages.ts';
import { say } from './objection-words.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const SHORTEST = 10;

interface Props {
  readonly state: PanelState;
  /** What it is about beside its text. */
  readonly about: string;
  readonly label: string;
  readonly send: string;
  readonly act: (id: string, text: string) => WorkAct;
  readonly onSent: () => void;
  /** Fields before the text. */
  readonly children?: ComponentChildren;
  /** What is said above the button. */
  readonly due?: string;
}

/** Something an officer writes to the server; what is typed stays until the server has it. */
export function TextForm({ state, about, label, send, act, onSent, children, due }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const { busy, problem, run, refuse } = useDoing();
  // One id for one text: when the answer was lost, the same sent again is found by it. A changed text is another.
  const made = useRef({ of: '', id: '' });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const words = text.trim();
    if (words.length < SHORTEST) {
      refuse({ field: `${id}-text`, sentence: say('short') });
      return;
    }
    const of = `${about}\n${words}`;
    if (made.current.of !== of)
      made.current = {
        of,
        id: clientId(state.device?.tenant ?? '', Date.now(), crypto.getRandomValues(new Uint8Array(10))),
      };
    if (!(await run(act(made.current.id, words)))) return;
    made.current = { of: '', id: '' };
    setText('');
    onSent();
  };
  return (
    <form onSubmit={submit} noValidate>
      {children}
      <label for={`${id}-text`}>{label}</label>
      <textarea
        id={`${id}-text`}
        rows={3}
        maxLength={1000}
        required
        aria-describedby={`${id}-help`}
        value={text}
        onInput={({ currentTarget: { value } }) => setText(value)}
      />
      <p id={`${id}-help`} class="meta">
        {say('help')}
      </p>
      {due && <p class="meta">{due}</p>}
      <Problem text={problem} />
      <button type="submit" class="primary" aria-disabled={busy}>
        {busy ? say('sending') : send}
      </button>
    </form>
  );
}
