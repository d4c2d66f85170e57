import { useEffect, useState } from 'preact/hooks';
import type { PanelState, ScoreRecord } from '../messages.ts';
import { sampleOf } from './batch-items.ts';
import { say } from './batch-words.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const UNDO_MS = 600_000;
const MINUTE_MS = 60_000;
const SAMPLE = 3;
/** More than this in less than a minute cannot have been looked at. */
const FAST = 20;

/** What was confirmed last together and can still be undone or is being undone; the newest batch of any officer. */
export function lastBatch(scores: readonly ScoreRecord[], now: number): readonly ScoreRecord[] {
  const newest = Math.max(...scores.map(({ batch }) => batch ?? 0), 0);
  const fresh = newest > 0 && now - newest < UNDO_MS;
  return scores.filter(({ batch, state }) => batch === newest && newest > 0 && (fresh || state === 'withdrawing'));
}

interface SampleProps {
  readonly records: readonly ScoreRecord[];
  readonly seconds: number;
  readonly onOpen: (code: string) => void;
}

/** Many at once: would the officer look at a few again? Nothing is undone by not looking. */
function LookAgain({ records, seconds, onOpen }: SampleProps) {
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const [kept, setKept] = useState(false);
  if (kept) return null;
  if (picked)
    return (
      <ul class="list" aria-label={say('sampleList')}>
        {picked.map((code) => (
          <li key={code}>
            <button type="button" onClick={() => onOpen(code)}>
              <span class="code">{code}</span>
            </button>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <p>{say('fast', { n: records.length, s: Math.max(1, Math.round(seconds)) })}</p>
      <p class="choices">
        <button
          type="button"
          onClick={() =>
            setPicked(
              sampleOf(
                records.map(({ code }) => code),
                SAMPLE,
              ),
            )
          }
        >
          {say('sample')}
        </button>
        <button type="button" onClick={() => setKept(true)}>
          {say('keep')}
        </button>
      </p>
    </>
  );
}

interface Props {
  readonly state: PanelState;
  readonly records: readonly ScoreRecord[];
  /** Seconds between the list coming up and its confirmation; `null` = not confirmed on this page. */
  readonly seconds: number | null;
  readonly onOpen: (code: string) => void;
}

/** The last batch: how far it has come, and its undoing for ten minutes. */
export function BatchDone({ state, records, seconds, onOpen }: Props) {
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
  const minutes = Math.ceil((first.batch + UNDO_MS - now) / MINUTE_MS);
  const own = state.person?.officer === first.officer;
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
      {seconds !== null && seconds < 60 && records.length > FAST && (
        <LookAgain records={records} seconds={seconds} onOpen={onOpen} />
      )}
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
