import { useEffect, useId, useState } from 'preact/hooks';
import { endOf } from '#rules/dossier.ts';
import type { Finding } from '#rules/finding.ts';
import { formatDate } from '#rules/format.ts';
import { citationText } from '#rules/law.ts';
import { ownForce } from '#rules/rulesets/own-force.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { overrideFault } from '../score-values.ts';
import type { Feature, PanelWork, Seen } from './feature.ts';
import { ScoreDone } from './score-done.tsx';
import { systemFindings, valuesOf } from './score-entries.ts';
import { ScoreRow } from './score-row.tsx';
import { faultSentence, say } from './score-words.ts';

/** By whose word the nine indicators are still used, once the circular no longer holds by itself. */
function Basis({ seen: { dossier, settings } }: { seen: Seen }) {
  const day = (dossier && endOf(dossier)?.at)?.slice(0, 10) ?? '';
  const own = ownForce(TT01_2018, day);
  if (!own || own.value) return null;
  const { decision } = settings;
  if (decision) return <p class="meta">{say('decided', { title: TT01_2018.title, decision })}</p>;
  return <p class="note">{say('undecided', { day: formatDate(own.from), cite: citationText(own.cite) })}</p>;
}

function ScoreForm({ findings, work }: { findings: readonly Finding[]; work: PanelWork }) {
  const { entries, onEntries } = work;
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const problemId = useId();
  // What was said to the officer before is not about the one who takes over; a session that ran out is still to be read of.
  useEffect(() => {
    if (work.person) setProblem(null);
  }, [work.person]);
  const confirm = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const values = valuesOf(findings, entries);
    const fault = overrideFault(values);
    setProblem(fault && faultSentence(fault));
    if (fault) return;
    setBusy(true);
    setProblem(await work.confirm(values));
    setBusy(false);
  };
  return (
    <form onSubmit={confirm} noValidate aria-describedby={problemId}>
      <table class="scores">
        <caption>{say('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('indicator')}</th>
            <th scope="col">{say('content')}</th>
            <th scope="col">{say('system')}</th>
            <th scope="col">{say('self')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <ScoreRow
              key={finding.indicator}
              finding={finding}
              entry={entries[finding.indicator] ?? { points: finding.points, note: '', evidence: '' }}
              onChange={(entry) => {
                onEntries({ ...entries, [finding.indicator]: entry });
                setProblem(null);
              }}
            />
          ))}
        </tbody>
      </table>
      <p class="meta">{say('stays')}</p>
      <p id={problemId} class="problem" role="alert">
        {problem}
      </p>
      <button type="submit" class="primary" aria-disabled={busy}>
        {say(busy ? 'saving' : 'confirm')}
      </button>
    </form>
  );
}

function SelfScore({ seen, work }: { seen: Seen; work: PanelWork }) {
  const [again, setAgain] = useState(false);
  const findings = systemFindings(seen);
  if (!findings) return <p>{say(seen.dossier && endOf(seen.dossier) ? 'noEnd' : 'early')}</p>;
  if (work.record && !again)
    return <ScoreDone record={work.record} stopped={work.stopped} onAgain={() => setAgain(true)} />;
  const confirm: PanelWork['confirm'] = async (values) => {
    const problem = await work.confirm(values);
    if (!problem) setAgain(false);
    return problem;
  };
  return (
    <>
      <Basis seen={seen} />
      <ScoreForm findings={findings} work={{ ...work, confirm }} />
    </>
  );
}

/** The officer's own score, prefilled from facts, changed only with a reason, sent only from the extension's own page. */
export const selfScore: Feature = {
  id: 'self-score',
  name: () => say('name'),
  panel: (seen, work) => <SelfScore key={seen.reading.code} seen={seen} work={work} />,
};
