import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatDateTime } from '#rules/format.ts';
import type { Standing, StandingScore } from '#wire/standing-score.ts';
import type { Seen } from '../features/feature.ts';
import { type Entries, systemFindings, valuesOf } from '../features/score-entries.ts';
import { indicatorName } from '../features/score-words.ts';
import { selfScore } from '../features/self-score.tsx';
import { isOn } from '../features/switches.ts';
import type { PanelState, ScoreRecord } from '../messages.ts';
import { sayPoints } from '../score-values.ts';
import { Problem } from './problem.tsx';
import { say } from './standing-words.ts';
import { useAnswer } from './use-answer.ts';
import { useDoing } from './use-doing.ts';

interface Props {
  readonly state: PanelState;
  readonly seen: Seen;
  readonly entries: Entries;
  /** The form, or what became of the score made here; `stopped` = why the server would take no score now. */
  readonly children: (stopped: string | null) => ComponentChildren;
}

/** Whether what the server has is not what this browser shows already; a newer score of the officer's may be on its way. */
function isNews({ id, officer }: StandingScore, record: ScoreRecord | null, own: string): boolean {
  if (!record || record.state === 'refused') return true;
  return record.id !== id && (officer !== own || record.state === 'sent');
}

/** What the system has, what the server has and what this computer would send, indicator by indicator. */
function SideBySide({ score, seen, entries }: { score: StandingScore; seen: Seen; entries: Entries }) {
  const findings = systemFindings(seen) ?? [];
  const here = valuesOf(findings, entries);
  const indicators = new Set([...findings.map(({ indicator }) => String(indicator)), ...Object.keys(score.values)]);
  const points = (value: number | null | undefined): string => sayPoints(value ?? null, say('empty'));
  return (
    <table class="scores">
      <caption>{say('caption')}</caption>
      <thead>
        <tr>
          {(['indicator', 'content', 'system', 'server', 'here'] as const).map((head) => (
            <th key={head} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...indicators].sort().map((indicator) => {
          const own = here[indicator as keyof typeof here];
          return (
            <tr key={indicator}>
              <td>{indicator}</td>
              <td>{indicatorName(Number(indicator))}</td>
              <td>{points(own?.shown)}</td>
              <td>{points(score.values[indicator]?.points)}</td>
              <td>{points(own?.points)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ConflictProps extends Pick<Props, 'state' | 'seen' | 'entries'> {
  readonly code: string;
  readonly score: StandingScore | null;
  readonly stopped: string | null;
  readonly onAgain: () => void;
}

/** Why a score would be refused, or would replace one that is not seen here; both with what is on each side. */
function Conflict({ state, seen, entries, code, score, stopped, onAgain }: ConflictProps) {
  const { busy, problem, run } = useDoing();
  const own = score && score.officer === state.person?.officer;
  return (
    <section class="done refused" role="status">
      {stopped && <p>{stopped}</p>}
      {own && <p>{say('own', { at: formatDateTime(score.at) })}</p>}
      {Object.keys(entries).length > 0 && <p class="meta">{say('typed')}</p>}
      {score && <SideBySide score={score} seen={seen} entries={entries} />}
      <Problem text={problem} />
      {score && (
        <p class="choices">
          <button type="button" aria-disabled={busy} onClick={() => void run({ type: 'panel.keepStanding', code })}>
            {say('keep')}
          </button>
          {!stopped && (
            <button type="button" onClick={onAgain}>
              {say('again')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

/** Why the server would take no score of `standing` from `officer`; `null` = it would. */
function stopOf({ takes, score }: Standing, officer: string): string | null {
  if (takes === 'closed') return say('closed');
  if (!score || score.officer === officer) return null;
  return say('other', { who: score.officerLabel, at: formatDateTime(score.at) });
}

/**
 * Before an officer scores a dossier the server is asked whether it was scored elsewhere, or can be scored no more. What is typed stays;
 * without an answer the form is there all the same, and it is said that nothing is known.
 */
export function StandingPart({ state, seen, entries, children }: Props) {
  const { code } = seen.reading;
  const officer = state.person?.officer ?? '';
  const asks = officer !== '' && isOn(selfScore.id) && systemFindings(seen) !== null;
  const record = state.scores.find((each) => each.code === code) ?? null;
  const { answer } = useAnswer(
    { type: 'panel.standing', codes: asks ? [code] : [] },
    [code, officer, asks, record?.id, record?.state].join(' '),
  );
  const [again, setAgain] = useState(false);
  const standing = asks && answer?.ok ? answer.value.find(({ dossier }) => dossier === code) : undefined;
  const stopped = standing ? stopOf(standing, officer) : null;
  const score = standing?.score && isNews(standing.score, record, officer) ? standing.score : null;
  const unmade = !record || record.state === 'refused';
  if ((score && (stopped || !again)) || (stopped && unmade))
    return <Conflict {...{ state, seen, entries, code, score, stopped }} onAgain={() => setAgain(true)} />;
  const unknown = answer && !answer.ok ? say('unknown', { why: answer.message }) : say('asking');
  return (
    <>
      {asks && !standing && <p class="meta">{unknown}</p>}
      {children(stopped)}
    </>
  );
}
