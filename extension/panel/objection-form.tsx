import { useId, useRef, useState } from 'preact/hooks';
import { clientId } from '#rules/client-id.ts';
import { formatDate } from '#rules/format.ts';
import { citationText } from '#rules/law.ts';
import { OBJECTION_CITE, objectionDue } from '#rules/objection-days.ts';
import type { PanelState } from '../messages.ts';
import { officeOf } from '../office-rules.ts';
import type { ObjectionPeriod } from '../work-messages.ts';
import { say } from './objection-words.ts';
import { Problem } from './problem.tsx';
import { useDoing } from './use-doing.ts';

const INDICATORS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const SHORTEST = 10;

interface Props {
  readonly state: PanelState;
  readonly code: string;
  /** Those that take objections now. */
  readonly periods: readonly ObjectionPeriod[];
  readonly onSent: () => void;
}

/** One objection to a closed, unsealed result; what is typed stays until the server has it. */
export function ObjectionForm({ state, code, periods, onSent }: Props) {
  const id = useId();
  const [period, setPeriod] = useState(periods[0]?.period ?? '');
  const [about, setAbout] = useState<'dossier' | 'all'>('dossier');
  const [indicator, setIndicator] = useState('');
  const [text, setText] = useState('');
  const { busy, problem, run, refuse } = useDoing();
  // One id for one text: when the answer was lost, the same sent again is found by it. A changed text is another objection.
  const made = useRef<string | null>(null);
  const changing = (set: () => void): void => {
    made.current = null;
    set();
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (text.trim().length < SHORTEST) {
      refuse({ field: `${id}-text`, sentence: say('short') });
      return;
    }
    made.current ??= clientId(state.device?.tenant ?? '', Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    const objection = {
      id: made.current,
      period,
      dossier: about === 'dossier' ? code : null,
      indicator: indicator === '' ? null : Number(indicator),
      text: text.trim(),
    };
    if (!(await run({ type: 'panel.object', objection }))) return;
    changing(() => setText(''));
    onSent();
  };
  const due = objectionDue(state.now.slice(0, 10), officeOf(state.settings));
  return (
    <form onSubmit={submit} noValidate>
      <label for={`${id}-period`}>{say('period')}</label>
      <select
        id={`${id}-period`}
        value={period}
        onChange={({ currentTarget: { value } }) => changing(() => setPeriod(value))}
      >
        {periods.map((each) => (
          <option key={each.period} value={each.period}>
            {each.label}
          </option>
        ))}
      </select>
      <label for={`${id}-about`}>{say('about')}</label>
      <select
        id={`${id}-about`}
        value={about}
        onChange={({ currentTarget: { value } }) => changing(() => setAbout(value === 'all' ? 'all' : 'dossier'))}
      >
        <option value="dossier">{say('thisDossier', { code })}</option>
        <option value="all">{say('all')}</option>
      </select>
      <label for={`${id}-indicator`}>{say('indicator')}</label>
      <select
        id={`${id}-indicator`}
        value={indicator}
        onChange={({ currentTarget: { value } }) => changing(() => setIndicator(value))}
      >
        <option value="">{say('anyIndicator')}</option>
        {INDICATORS.map((i) => (
          <option key={i} value={String(i)}>
            {say('indicatorNo', { i })}
          </option>
        ))}
      </select>
      <label for={`${id}-text`}>{say('text')}</label>
      <textarea
        id={`${id}-text`}
        rows={3}
        maxLength={1000}
        required
        aria-describedby={`${id}-help`}
        value={text}
        onInput={({ currentTarget: { value } }) => changing(() => setText(value))}
      />
      <p id={`${id}-help`} class="meta">
        {say('help')}
      </p>
      <p class="meta">{say('due', { date: formatDate(due), cite: citationText(OBJECTION_CITE) })}</p>
      <Problem text={problem} />
      <button type="submit" class="primary" aria-disabled={busy}>
        {say(busy ? 'sending' : 'send')}
      </button>
    </form>
  );
}
