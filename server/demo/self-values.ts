import type { Finding } from '#rules/finding.ts';
import type { SelfScore } from '#wire/self-score.ts';

type Points = 0 | 10 | 20;

/** What an officer of the story confirms: mostly the prefilled points, now and then better ones with a reason. */
export function demoSelfValues(random: () => number, computed: readonly Finding[]): SelfScore['values'] {
  const values: SelfScore['values'] = {};
  for (const finding of computed) {
    const shown = finding.points as Points | null;
    const key = String(finding.indicator) as '1';
    if (shown === null) {
      if (finding.indicator !== 6)
        values[key] = { shown, points: 20, note: 'Công dân chỉ làm việc tại quầy, không có phản ánh.' };
    } else if (shown < 20 && random() < 0.25)
      values[key] = {
        shown,
        points: (shown + 10) as Points,
        note: 'Chậm do chờ ý kiến đơn vị phối hợp, đã báo công dân.',
      };
    else values[key] = { shown, points: shown };
  }
  return values;
}
