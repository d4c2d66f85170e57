import { useEffect, useRef } from 'preact/hooks';
import { apologyOwed } from '#rules/duties/apology.ts';
import { formatDateTime } from '#rules/format.ts';
import { citationText, inForce } from '#rules/law.ts';
import { APOLOGY_FORM } from '#rules/workflow.ts';
import type { Seen } from '../features/feature.ts';
import { seenOf } from '../features/seen.ts';
import type { KnownReading, RecordedLetter } from '../known-reading.ts';
import { useOwner } from '../panel/use-owner.ts';
import { usePanelState } from '../panel/use-panel-state.ts';
import { LetterForm } from './letter-form.tsx';
import { say } from './letter-words.ts';

function Deadline({ seen }: { seen: Seen }) {
  const { dossier, acts, now, office, settings } = seen;
  const apology = dossier && apologyOwed(dossier, now, office, settings.choices, acts.apologies?.[0] ?? null);
  const form = inForce('Mẫu văn bản xin lỗi', APOLOGY_FORM, now.slice(0, 10));
  if (!apology?.deadline || !apology.cite) return null;
  const { state, because } = apology;
  const deadline = formatDateTime(apology.deadline);
  const open = (state === 'notYet' || state === 'dueToday') && now <= apology.deadline;
  return (
    <>
      {state === 'late' || open ? (
        <p class="note">{say(open ? 'inTime' : 'late', { deadline })}</p>
      ) : (
        <p class="note" lang="vi">
          {because}
        </p>
      )}
      <p class="meta">
        {say('cite', { cite: citationText(apology.cite) })} · {say('form', { cite: citationText(form.cite) })}
      </p>
    </>
  );
}

function Recorded({ letter }: { letter: RecordedLetter }) {
  const { sent, promised, state, problem } = letter;
  const [at, date] = [formatDateTime(sent), formatDateTime(promised)];
  return (
    <p role="status">{say('recorded', { sent: at, promised: date, state: say(state, { problem: problem ?? '' }) })}</p>
  );
}

const NOBODY = { person: null, left: false };

/** The letter of apology for one dossier (E7): what is typed on the left, the paper beside it. */
export function LetterPage({ code }: { code: string }) {
  const { state, reload } = usePanelState();
  // The panel may go on to another dossier; this page stays with its own.
  const last = useRef<KnownReading | null>(null);
  const reading = state?.seen.find((each) => each.reading.code === code)?.reading ?? last.current;
  last.current = reading;
  const owner = useOwner(state ?? NOBODY);
  useEffect(() => {
    document.title = `${say('title')} ${code}`;
  }, [code, state?.preferences.language]);
  if (!state) return <p class="loading">{say('loading')}</p>;
  const seen = reading && seenOf(reading, state.settings, state.now);
  if (!seen?.dossier)
    return (
      <main>
        <h1>{say('title')}</h1>
        <p>{say('unknown', { code })}</p>
      </main>
    );
  const about = (
    <>
      <h1>{say('title')}</h1>
      <p>{say('dossier', { code })}</p>
      <Deadline seen={seen} />
    </>
  );
  const recorded = seen.reading.letters?.map((letter) => <Recorded key={letter.sent} letter={letter} />);
  return (
    <LetterForm
      key={owner}
      about={about}
      recorded={recorded}
      seen={seen}
      dossier={seen.dossier}
      unit={state.device?.unitName ?? ''}
      sites={state.sites}
      onRecorded={reload}
    />
  );
}
