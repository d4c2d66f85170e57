import type { Finding, IndicatorId } from '#rules/finding.ts';
import { formatTenths } from '#rules/format.ts';
import { type IsoDate, inForce } from '#rules/law.ts';
import { STEPS } from '#rules/rulesets/tt01-2018.ts';
import type { StoredSelfScore } from '../store/self-scores.ts';

/** What the officer confirmed, as findings: the points stand as given, the reason and evidence are the officer's own. */
export function selfFindings(score: StoredSelfScore, on: IsoDate): Finding[] {
  const { value: steps, cite } = inForce('Điểm của các chỉ số', STEPS, on);
  return Object.entries(score.values).flatMap(([key, value]) => {
    if (!value) return [];
    const changed = value.points !== value.shown;
    return {
      indicator: Number(key) as IndicatorId,
      points: value.points,
      max: steps.best,
      cite,
      because: changed
        ? `Cán bộ sửa từ ${formatTenths(value.shown)} thành ${formatTenths(value.points)}. Lý do: ${value.note ?? ''}`
        : value.points === null
          ? 'Cán bộ để trống.'
          : 'Cán bộ xác nhận số hệ thống điền sẵn.',
      evidence: [
        { label: 'Cán bộ', value: score.officer },
        { label: 'Bản tự chấm', value: `lần ${score.revision}` },
        ...(value.evidence ? [{ label: 'Minh chứng', value: value.evidence }] : []),
      ],
    };
  });
}

/** What the officer wrote in the findings of `score`: nobody else's findings say the same. */
export function ownWords({ values }: StoredSelfScore): string[] {
  return Object.values(values).flatMap((value) => [value?.note, value?.evidence].flatMap((words) => words || []));
}
