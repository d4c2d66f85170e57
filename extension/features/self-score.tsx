import { useEffect, useId, useState } from 'preact/hooks';
import { endOf } from '#rules/dossier.ts';
import { dossierFacts } from '#rules/dossier-facts.ts';
import type { Finding } from '#rules/finding.ts';
import { scoreDossier } from '#rules/score-tt01.ts';
import type { ScoreValues } from '../messages.ts';
import type { Feature, PanelWork, Seen } from './feature.ts';
import { ScoreDone } from './score-done.tsx';
import { type Entry, ScoreRow } from './score-row.tsx';

const MIN_NOTE = 10;

/** What the system has points for, each with its reason; `null` where nothing is known. */
export function systemFindings({ dossier, now, office, settings }: Seen): readonly Finding[] | null {
  const end = dossier && endOf(dossier);
  if (!dossier || !end?.at) return null;
  const facts = dossierFacts(dossier, now, office, settings.choices);
  return scoreDossier(facts, 'computed', settings.choices, end.at.slice(0, 10));
}

function refusalOf(findings: readonly Finding[], entries: Readonly<Record<number, Entry>>): string | null {
  for (const { indicator, points } of findings) {
    const entry = entries[indicator];
    if (!entry || entry.points === points || entry.note.trim().length >= MIN_NOTE) continue;
    const say = (value: number | null): string => (value === null ? 'trống' : String(value / 10));
    return `Anh/Chị sửa chỉ số ${indicator} từ ${say(points)} thành ${say(entry.points)}. Ghi lý do ít nhất 10 ký tự.`;
  }
  return null;
}

function valuesOf(findings: readonly Finding[], entries: Readonly<Record<number, Entry>>): ScoreValues {
  return Object.fromEntries(
    findings.map(({ indicator, points }) => {
      const entry = entries[indicator] ?? { points, note: '', evidence: '' };
      const [note, evidence] = [entry.note.trim(), entry.evidence.trim()];
      return [
        String(indicator),
        { shown: points, points: entry.points, ...(note && { note }), ...(evidence && { evidence }) },
      ];
    }),
  ) as ScoreValues;
}

function ScoreForm({ findings, work }: { findings: readonly Finding[]; work: PanelWork }) {
  const [entries, setEntries] = useState<Readonly<Record<number, Entry>>>({});
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
    const refusal = refusalOf(findings, entries);
    setProblem(refusal);
    if (refusal) return;
    setBusy(true);
    setProblem(await work.confirm(valuesOf(findings, entries)));
    setBusy(false);
  };
  return (
    <form onSubmit={confirm} noValidate aria-describedby={problemId}>
      <table class="scores">
        <caption>Điểm hệ thống tính từ dữ liệu; điểm tự chấm do Anh/Chị xác nhận.</caption>
        <thead>
          <tr>
            <th scope="col">CS</th>
            <th scope="col">Nội dung</th>
            <th scope="col">Hệ thống</th>
            <th scope="col">Tự chấm</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <ScoreRow
              key={finding.indicator}
              finding={finding}
              entry={entries[finding.indicator] ?? { points: finding.points, note: '', evidence: '' }}
              onChange={(entry) => {
                setEntries({ ...entries, [finding.indicator]: entry });
                setProblem(null);
              }}
            />
          ))}
        </tbody>
      </table>
      <p class="meta">Điểm hệ thống vẫn giữ bên cạnh.</p>
      <p id={problemId} class="problem" role="alert">
        {problem}
      </p>
      <button type="submit" class="primary" aria-disabled={busy}>
        {busy ? 'Đang ghi…' : 'Xác nhận tự chấm'}
      </button>
    </form>
  );
}

function SelfScore({ seen, work }: { seen: Seen; work: PanelWork }) {
  const [again, setAgain] = useState(false);
  const findings = systemFindings(seen);
  if (!findings) {
    const ended = seen.dossier && endOf(seen.dossier);
    return (
      <p>
        {ended
          ? 'Chưa biết ngày có kết quả. Mở chi tiết hồ sơ để đọc ngày này.'
          : 'Hồ sơ chưa trả kết quả nên chưa tự chấm được.'}
      </p>
    );
  }
  if (work.record && !again) return <ScoreDone record={work.record} onAgain={() => setAgain(true)} />;
  const confirm: PanelWork['confirm'] = async (values) => {
    const problem = await work.confirm(values);
    if (!problem) setAgain(false);
    return problem;
  };
  return <ScoreForm findings={findings} work={{ ...work, confirm }} />;
}

/** The officer's own score, prefilled from facts, changed only with a reason, sent only from the extension's own page. */
export const selfScore: Feature = {
  id: 'self-score',
  panel: (seen, work) => <SelfScore key={seen.reading.code} seen={seen} work={work} />,
};
