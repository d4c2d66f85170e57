import { useId } from 'preact/hooks';
import type { Finding } from '#rules/finding.ts';
import { citationText } from '#rules/law.ts';
import { sayPoints } from '../score-values.ts';
import type { Entry } from './score-entries.ts';
import { indicatorName, say } from './score-words.ts';

const STEPS = [20, 10, 0] as const;

interface Props {
  readonly finding: Finding;
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
}

/** The officer's reason and evidence, asked for as soon as his value differs. */
function Reason({ finding: { indicator: i, points }, entry, onChange }: Props) {
  const id = useId();
  const [a, b] = [points, entry.points].map((each) => sayPoints(each, say('empty')));
  return (
    <tr class="reason">
      <td colSpan={4}>
        <p>{say('changed', { i, a: a ?? '', b: b ?? '' })}</p>
        <label for={`${id}-note`}>{say('note', { i })}</label>
        <textarea
          id={`${id}-note`}
          rows={2}
          maxLength={500}
          required
          aria-describedby={`${id}-help`}
          value={entry.note}
          onInput={({ currentTarget: { value } }) => onChange({ ...entry, note: value })}
        />
        <label for={`${id}-evidence`}>{say('evidence', { i })}</label>
        <input
          id={`${id}-evidence`}
          maxLength={200}
          required
          aria-describedby={`${id}-help`}
          value={entry.evidence}
          onInput={({ currentTarget: { value } }) => onChange({ ...entry, evidence: value })}
        />
        <p id={`${id}-help`} class="meta">
          {say('noPersonal')}
        </p>
      </td>
    </tr>
  );
}

/** One indicator: what the system found and why, the officer's points, and his reason as soon as they differ. */
export function ScoreRow(props: Props) {
  const { finding, entry, onChange } = props;
  const id = useId();
  const { indicator, points, because, cite } = finding;
  const name = indicatorName(indicator);
  return (
    <>
      <tr>
        <td>{indicator}</td>
        <td>
          <label for={`${id}-points`}>{name}</label>
          <details>
            <summary>{say('why')}</summary>
            <p lang="vi">
              {because} <span class="meta">{say('cite', { cite: citationText(cite) })}</span>
            </p>
          </details>
        </td>
        <td>{sayPoints(points, say('empty'))}</td>
        <td>
          <select
            id={`${id}-points`}
            aria-label={say('field', { i: indicator, name })}
            value={entry.points === null ? '' : String(entry.points)}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...entry, points: value === '' ? null : Number(value) })
            }
          >
            <option value="">{say('empty')}</option>
            {STEPS.map((step) => (
              <option key={step} value={String(step)}>
                {step / 10}
              </option>
            ))}
          </select>
        </td>
      </tr>
      {entry.points !== points && <Reason {...props} />}
    </>
  );
}
