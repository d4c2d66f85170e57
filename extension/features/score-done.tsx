import type { ScoreRecord } from '../messages.ts';
import { say } from './score-words.ts';

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `\u2212${-n}` : '0');

interface Props {
  readonly record: ScoreRecord;
  /** Why the server would take no other one. */
  readonly stopped: string | null;
  readonly onAgain: () => void;
}

/** The server did not take the score: nothing counts as recorded, and the officer learns why and what is left to do. */
function Refused({ record: { officerLabel, problem, conflict }, onAgain }: Omit<Props, 'stopped'>) {
  return (
    <section class="done refused" role="alert">
      <p>
        <strong class="problem">{say('refused')}</strong>
      </p>
      <p>{problem}</p>
      {conflict && <p>{say('conflict')}</p>}
      <p class="meta">{say('by', { who: officerLabel })}</p>
      <button type="button" onClick={onAgain}>
        {say('again')}
      </button>
    </section>
  );
}

/** What became of the officer's self-score of this dossier. */
export function ScoreDone({ record, stopped, onAgain }: Props) {
  const { at, shown, own, state, officerLabel, problem } = record;
  if (state === 'refused') return <Refused record={record} onAgain={onAgain} />;
  const sums = { shown: shown / 10, own: own / 10, difference: signed((own - shown) / 10) };
  return (
    <section class="done" role="status">
      <p>{say('done', { time: at.slice(11), ...sums })}</p>
      <p class="meta">
        {say('by', { who: officerLabel })} {say('compared')}
      </p>
      <p>{say(state)}</p>
      {problem && <p class="problem">{problem}</p>}
      {stopped ? (
        <p class="meta">{stopped}</p>
      ) : (
        <button type="button" onClick={onAgain}>
          {say('again')}
        </button>
      )}
    </section>
  );
}
