import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Dossier } from '#rules/dossier.ts';
import { newDateFault, reappointmentRefused } from '#rules/duties/new-date.ts';
import { formatDate, formatWeekday } from '#rules/format.ts';
import { known } from '#rules/known.ts';
import type { ApologyReason } from '#wire/apology.ts';
import type { Seen } from '../features/feature.ts';
import { language } from '../language.ts';
import { useDoing } from '../panel/use-doing.ts';
import { Field } from './field.tsx';
import { type LetterFaults, letterFaults } from './letter-faults.ts';
import { letterText } from './letter-text.ts';
import { REASONS, say, sayReason } from './letter-words.ts';
import { NameField } from './name-field.tsx';
import { Paper } from './paper.tsx';
import { saveDocx } from './save-docx.ts';

interface Props {
  readonly about: ComponentChildren;
  /** What was recorded of letters before, and just now. */
  readonly recorded: ComponentChildren;
  readonly seen: Seen;
  readonly dossier: Dossier;
  readonly unit: string;
  readonly sites: readonly string[];
  readonly onRecorded: () => Promise<void>;
}

interface Typed {
  readonly name: string;
  readonly organisation: boolean;
  readonly unit: string;
  readonly place: string;
  readonly delayedAt: string;
  readonly reason: string;
  readonly kind: ApologyReason | '';
  readonly newDate: string;
  readonly signer: string;
}

/** The chosen moment in words: fields for dates are drawn in the order of the browser's own language. */
function hintOf(at: string): string {
  const day = at && (language() === 'vi' ? known(() => formatWeekday(at.slice(0, 10))) : formatDate(at));
  return day ? say('chosen', { day, time: at.slice(11) }) : say('first');
}

/** What an officer types, the paper it makes, and the three things to be done with it. All of it is gone when the page is closed. */
export function LetterForm({ about, recorded, seen, dossier, unit, sites, onRecorded }: Props) {
  const { now, office, reading } = seen;
  const shown = dossier.reappointed?.findLast((date) => date > now) ?? '';
  const [typed, setTyped] = useState<Typed>({
    name: '',
    organisation: false,
    unit,
    place: '',
    delayedAt: '',
    reason: '',
    kind: '',
    newDate: shown,
    signer: '',
  });
  const [faults, setFaults] = useState<LetterFaults>({});
  const { busy, problem, run } = useDoing();
  const change = (part: Partial<Typed>): void => {
    setTyped({ ...typed, ...part });
    setFaults({});
  };
  const facts = { ...typed, newDate: typed.newDate || null };
  const { code, received, promised } = dossier;
  const text = letterText({ ...facts, code, procedure: reading.procedureName, received, promised, now });
  /** Does `act` with a letter nothing is wrong with; else shows what is, and goes to the first of it. */
  const whenReady = (act: () => void) => (): void => {
    const found = letterFaults(facts, dossier, now, office);
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) document.getElementById(first)?.focus();
    else act();
  };
  const record = whenReady(() => {
    const { newDate: date, kind } = typed;
    if (kind && !busy) void run({ type: 'panel.letter', code, promised: date, reason: kind }).then(onRecorded);
  });
  const again = reappointmentRefused(dossier, typed.newDate || null, now);
  // A day the office does not work is told as soon as it is chosen.
  const dateFault = (typed.newDate && !again && newDateFault(typed.newDate, dossier, now, office)) || undefined;
  return (
    <main class="letter">
      <form onSubmit={(event) => event.preventDefault()} noValidate autocomplete="off">
        {about}
        {again && <p class="problem">{again}</p>}
        <NameField code={code} sites={sites} value={typed.name} onChange={(name) => change({ name })} />
        <Field
          id="recipient"
          label={say('who')}
          options={[
            ['', say('person')],
            ['organisation', say('organisation')],
          ]}
          value={typed.organisation ? 'organisation' : ''}
          onChange={(who) => change({ organisation: who !== '' })}
        />
        <Field id="unit" label={say('unit')} value={typed.unit} onChange={(value) => change({ unit: value })} />
        <Field id="place" label={say('place')} value={typed.place} onChange={(place) => change({ place })} />
        <Field
          id="delayed-at"
          label={say('delayedAt')}
          value={typed.delayedAt}
          fault={faults['delayed-at']}
          onChange={(delayedAt) => change({ delayedAt })}
        />
        <Field
          id="reason"
          label={say('reason')}
          long
          value={typed.reason}
          fault={faults.reason}
          onChange={(reason) => change({ reason })}
        />
        <Field
          id="reason-kind"
          label={say('kind')}
          options={[['', say('choose')], ...REASONS.map((each) => [each, sayReason(each)] as const)]}
          value={typed.kind}
          fault={faults['reason-kind']}
          onChange={(kind) => change({ kind: REASONS.find((each) => each === kind) ?? '' })}
        />
        <Field
          id="new-date"
          label={say('newDate')}
          type="datetime-local"
          value={typed.newDate}
          fault={faults['new-date'] ?? dateFault}
          hint={hintOf(typed.newDate)}
          onChange={(newDate) => change({ newDate: newDate.slice(0, 16) })}
        />
        <Field id="signer" label={say('signer')} value={typed.signer} onChange={(signer) => change({ signer })} />
        <p class="choices">
          <button type="button" onClick={whenReady(() => print())}>
            {say('print')}
          </button>
          <button type="button" onClick={whenReady(() => saveDocx(text, code))}>
            {say('download')}
          </button>
        </p>
        <p id="record-note" class="meta">
          {say('recordNote')}
        </p>
        <button type="button" class="primary" aria-disabled={busy} aria-describedby="record-note" onClick={record}>
          {say(busy ? 'recording' : 'record')}
        </button>
        <p class="problem" role="alert">
          {problem}
        </p>
        {recorded}
      </form>
      <Paper text={text} />
    </main>
  );
}
