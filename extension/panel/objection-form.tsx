import { useId, useState } from 'preact/hooks';
import { formatDate } from '#rules/format.ts';
import { citationText } from '#rules/law.ts';
import { OBJECTION_CITE, objectionDue } from '#rules/objection-days.ts';
import type { PanelState } from '../messages.ts';
import { officeOf } from '../office-rules.ts';
import type { ObjectionPeriod } from '../work-messages.ts';
import { say } from './objection-words.ts';
import { TextForm } from './text-form.tsx';

const INDICATORS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

interface Props {
  readonly state: PanelState;
  readonly code: string;
  /** Those that take objections now. */
  readonly periods: readonly ObjectionPeriod[];
  readonly onSent: () => void;
}

/** One objection to a closed, unsealed result. */
export function ObjectionForm({ state, code, periods, onSent }: Props) {
  const id = useId();
  const [period, setPeriod] = useState(periods[0]?.period ?? '');
  const [about, setAbout] = useState('dossier');
  const [indicator, setIndicator] = useState('');
  const due = objectionDue(state.now.slice(0, 10), officeOf(state.settings));
  const dossier = about === 'dossier' ? code : null;
  return (
    <TextForm
      state={state}
      about={`${period} ${dossier} ${indicator}`}
      label={say('text')}
      send={say('send')}
      due={say('due', { date: formatDate(due), cite: citationText(OBJECTION_CITE) })}
      act={(made, text) => ({
        type: 'panel.object',
        objection: { id: made, period, dossier, indicator: indicator === '' ? null : Number(indicator), text },
      })}
      onSent={onSent}
    >
      <label for={`${id}-period`}>{say('period')}</label>
      <select id={`${id}-period`} value={period} onChange={({ currentTarget: { value } }) => setPeriod(value)}>
        {periods.map((each) => (
          <option key={each.period} value={each.period}>
            {each.label}
          </option>
        ))}
      </select>
      <label for={`${id}-about`}>{say('about')}</label>
      <select id={`${id}-about`} value={about} onChange={({ currentTarget: { value } }) => setAbout(value)}>
        <option value="dossier">{say('thisDossier', { code })}</option>
        <option value="all">{say('all')}</option>
      </select>
      <label for={`${id}-indicator`}>{say('indicator')}</label>
      <select id={`${id}-indicator`} value={indicator} onChange={({ currentTarget: { value } }) => setIndicator(value)}>
        <option value="">{say('anyIndicator')}</option>
        {INDICATORS.map((i) => (
          <option key={i} value={String(i)}>
            {say('indicatorNo', { i })}
          </option>
        ))}
      </select>
    </TextForm>
  );
}
