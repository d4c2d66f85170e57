import { useId } from 'preact/hooks';
import type { Finding } from '#rules/finding.ts';
import { citationText } from '#rules/law.ts';

/** What the officer entered for one indicator. Points in tenths; `null` = left empty. */
export interface Entry {
  readonly points: number | null;
  readonly note: string;
  readonly evidence: string;
}

const SHORT: Readonly<Record<number, string>> = {
  1: 'Tổng thời gian',
  2: 'Từng đơn vị',
  3: 'Số lần liên hệ',
  4: 'Số cơ quan',
  6: 'Công khai',
  7: 'Thái độ',
};
const STEPS = [20, 10, 0] as const;
const EMPTY = '— (trống)';

const say = (points: number | null): string => (points === null ? EMPTY : String(points / 10));

interface Props {
  readonly finding: Finding;
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
}

/** One indicator: what the system found and why, the officer's points, and his reason as soon as they differ. */
export function ScoreRow({ finding, entry, onChange }: Props) {
  const id = useId();
  const { indicator, points, because, cite } = finding;
  const changed = entry.points !== points;
  return (
    <>
      <tr>
        <td>{indicator}</td>
        <td>
          <label for={`${id}-points`}>{SHORT[indicator]}</label>
          <details>
            <summary>Vì sao</summary>
            <p>
              {because} <span class="meta">Căn cứ: {citationText(cite)}</span>
            </p>
          </details>
        </td>
        <td>{say(points)}</td>
        <td>
          <select
            id={`${id}-points`}
            aria-label={`Tự chấm chỉ số ${indicator}: ${SHORT[indicator]}`}
            value={entry.points === null ? '' : String(entry.points)}
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...entry, points: value === '' ? null : Number(value) })
            }
          >
            <option value="">{EMPTY}</option>
            {STEPS.map((step) => (
              <option key={step} value={String(step)}>
                {step / 10}
              </option>
            ))}
          </select>
        </td>
      </tr>
      {changed && (
        <tr class="reason">
          <td colSpan={4}>
            <p>
              ✎ Chỉ số {indicator}: {say(points)} → {say(entry.points)}
            </p>
            <label for={`${id}-note`}>Lý do sửa chỉ số {indicator} (bắt buộc, ít nhất 10 ký tự)</label>
            <textarea
              id={`${id}-note`}
              rows={2}
              maxLength={500}
              required
              value={entry.note}
              onInput={({ currentTarget: { value } }) => onChange({ ...entry, note: value })}
            />
            <label for={`${id}-evidence`}>Minh chứng chỉ số {indicator} (số văn bản, nhật ký)</label>
            <input
              id={`${id}-evidence`}
              maxLength={200}
              value={entry.evidence}
              onInput={({ currentTarget: { value } }) => onChange({ ...entry, evidence: value })}
            />
          </td>
        </tr>
      )}
    </>
  );
}
