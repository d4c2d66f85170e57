import { useId, useState } from 'preact/hooks';
import type { Drafts } from '../features/score-entries.ts';
import type { PanelState } from '../messages.ts';
import { askDo } from './ask.ts';
import { BatchDone, lastBatch } from './batch-done.tsx';
import { batchItems, unlookedAt } from './batch-items.ts';
import { CleanList, Exceptions } from './batch-list.tsx';
import { say } from './batch-words.ts';
import { Problem } from './problem.tsx';
import { useAnswer } from './use-answer.ts';
import { useSeenSeconds } from './use-seen-seconds.ts';

interface Props {
  readonly state: PanelState;
  readonly drafts: Drafts;
  /** Codes whose mark the officer took away; kept while he looks at one of them. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
  /** Opens the self-score of a dossier. */
  readonly onOpen: (code: string) => void;
  readonly reload: () => Promise<void>;
}

/** Finished dossiers without a self-score: what needs a look on top, the others confirmed together (E6). */
export function BatchView({ state, drafts, left, onLeft, onOpen, reload }: Props) {
  const id = useId();
  const { answer } = useAnswer({ type: 'panel.unscored' }, state);
  const codes = answer?.ok && state.person ? answer.value.map(({ code }) => code) : [];
  const { answer: standings } = useAnswer(
    { type: 'panel.standing', codes },
    [state.person?.officer, ...codes].join(' '),
  );
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const seconds = useSeenSeconds(round);
  const done = <BatchDone state={state} records={lastBatch(state.scores, Date.now())} onOpen={onOpen} />;
  if (!answer) return <p class="loading">{say('reading')}</p>;
  if (!answer.ok) return <Problem text={answer.message} />;
  const items = batchItems(answer.value, drafts, state.settings, state.now, standings?.ok ? standings.value : []);
  const exceptions = items.filter(({ reasons }) => reasons.length > 0);
  const clean = items.filter(({ reasons }) => reasons.length === 0);
  const chosen = clean.flatMap(({ seen: { reading }, values }) =>
    values && !left.has(reading.code) ? [{ code: reading.code, values }] : [],
  );
  const off = unlookedAt();
  const mark = (code: string, marked: boolean): void => {
    const next = new Set(left);
    if (marked) next.delete(code);
    else next.add(code);
    onLeft(next);
    setProblem(null);
  };
  const confirm = async (): Promise<void> => {
    if (busy) return;
    if (chosen.length === 0) {
      setProblem(say('noneChosen'));
      return;
    }
    setBusy(true);
    setProblem(await askDo({ type: 'panel.batch', scores: chosen, seconds: seconds() }));
    await reload();
    setBusy(false);
    setRound(round + 1);
  };
  return (
    <>
      {!state.person && <p class="note">{say('nobody')}</p>}
      {done}
      {items.length === 0 && <p>{say('none')}</p>}
      {codes.length > 0 && standings && !standings.ok && (
        <p class="meta">{say('unasked', { why: standings.message })}</p>
      )}
      {items.length > 0 && off.length > 0 && (
        <p class="note">{say('off', { names: off.map(({ name }) => name()).join('; ') })}</p>
      )}
      {exceptions.length > 0 && (
        <section aria-labelledby={`${id}-alone`}>
          <h2 id={`${id}-alone`}>{say('exceptions', { n: exceptions.length })}</h2>
          <Exceptions items={exceptions} onOpen={onOpen} />
        </section>
      )}
      {clean.length > 0 && (
        <section aria-labelledby={`${id}-clean`}>
          <h2 id={`${id}-clean`}>{say('clean', { n: clean.length })}</h2>
          <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {say(shown ? 'hide' : 'look')}
          </button>
          {shown && <CleanList items={clean} left={left} onMark={mark} onOpen={onOpen} />}
          <p class="meta">{say('undoable')}</p>
          <Problem text={problem} />
          <button type="button" class="primary" aria-disabled={busy} onClick={() => void confirm()}>
            {busy ? say('saving') : say('confirm', { n: chosen.length })}
          </button>
        </section>
      )}
    </>
  );
}
