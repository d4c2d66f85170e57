import { useEffect, useState } from 'preact/hooks';
import type { PanelState, ScoreRecord } from '../messages.ts';
import type { SecondLookOffer } from '../second-look.ts';
import { say } from './batch-words.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const UNDO_MS = 600_000;
const MINUTE_MS = 60_000;

/** What was confirmed last together and can still be undone or is being undone; the newest batch of any officer. */
export function lastBatch(scores: readonly ScoreRecord[], now: number): readonly ScoreRecord[] {
  const newest = Math.max(...scores.map(({ batch }) => batch ?? 0), 0);
  const fresh = newest > 0 && now - newest < UNDO_MS;
  return scores.filter(({ batch, state }) => batch === newest && newest > 0 && (fresh || state === 'withdrawing'));
}

interface OfferProps {
  readonly offer: SecondLookOffer;
  readonly onOpen: (code: string) => void;
}

/** Many at once: would the officer look at a few again? Nothing is undone by not looking. */
function LookAgain({ offer: { answer, picked, opened, confirmed, seconds }, onOpen }: OfferProps) {
  const { busy, problem, run } = useDoing();
  if (answer === 'kept') return null;
  if (answer === 'looked')
    return (
      <ul class="list" aria-label={say('sampleList')}>
        {picked.map((code) => (
          <li key={code}>
            <button type="button" onClick={() => onOpen(code)}>
              <span class="code">{code}</span>
              {opened.includes(code) && <span class="meta">{say('opened')}</span>}
            </button>
          </li>
        ))}
      </ul>
    );
  const choose = (chosen: 'kept' | 'looked') => (
    <button type="button" aria-disabled={busy} onClick={() => void run({ type: 'panel.secondLook', answer: chosen })}>
      {say(chosen === 'kept' ? 'keep' : 'sample')}
    </button>
  );
  return (
    <>
      <p>{say('fast', { n: confirmed, s: Math.max(1, seconds) })}</p>
      <p class="choices">
        {choose('looked')}
        {choose('kept')}
      </p>
      <p class="meta">{say('fastKept')}</p>
      <Problem text={problem} />
    </>
  );
}

interface Props {
  readonly state: PanelState;
  readonly records: readonly ScoreRecord[];
  readonly onOpen: (code: string) => void;
}

/** The last batch: how far it has come, and its undoing for ten minutes. */
export function BatchDone({ state, records, onOpen }: Props) {
  const { busy, problem, run } = useDoing();
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 4);
    return () => clearInterval(timer);
  }, []);
  const [first] = records;
  if (!first?.batch) return null;
  const count = (is: ScoreRecord['state']): number => records.filter((record) => record.state === is).length;
  const [refused, withdrawing] = [count('refused'), count('withdrawing')];
  // The clock of this screen stood still while it was empty: never more is left than there was.
  const minutes = Math.ceil((first.batch + UNDO_MS - Math.max(now, first.batch)) / MINUTE_MS);
  const own = state.person?.officer === first.officer;
  const offer = state.secondLook;
  if (withdrawing === records.length)
    return (
      <section class="done" role="status">
        <p>{say('undoing', { n: withdrawing })}</p>
      </section>
    );
  return (
    <section class="done" role="status">
      <p>
        {say('done', { n: records.length, time: first.at.slice(11) })}{' '}
        {say('sent', { sent: count('sent'), n: records.length })}
      </p>
      {refused > 0 && <p>{say('refusedSome', { n: refused })}</p>}
      {own && offer?.batch === first.batch && <LookAgain offer={offer} onOpen={onOpen} />}
      {!own && <p>{say('other', { who: first.officerLabel })}</p>}
      {own && minutes > 0 && (
        <p>
          <button
            type="button"
            aria-disabled={busy}
            onClick={() => void run({ type: 'panel.undo', batch: first.batch ?? 0 })}
          >
            {say('undo')}
          </button>{' '}
          <span class="meta">{say('undoLeft', { minutes })}</span>
        </p>
      )}
      <Problem text={problem} />
    </section>
  );
}
