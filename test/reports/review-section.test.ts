import { expect, it } from 'vitest';
import { figureOf } from '#rules/figure-id.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { Block } from '#wire/report.ts';
import { reportBody } from '../../server/figures/report/report-body.ts';
import type { ReportReview } from '../../server/figures/report/report-review.ts';
import { sampleSource, sampleUnit } from './sample-source.ts';

const share = (id: string, k: number, of: number, low: number, high: number) =>
  figureOf(id, 'share', k, { of, n: of, low, high });
const AGREED = 'agreement/all/computedAppraised/1';

const REVIEW: ReportReview = {
  sample: {
    ...{ number: '48213', source: 'Xổ số miền Bắc ngày 05/01/2027', frameHash: 'f1', seed: 's1', listHash: 'l1' },
    ...{ size: 40, whole: 1200, at: '2027-01-06T02:00:00Z' },
  },
  done: 38,
  agreement: [
    {
      ...{ pair: 'computedAppraised', indicator: 1, label: '', n: 38 },
      agree: share(`${AGREED}/agree`, 30, 38, 626, 905),
      higher: share(`${AGREED}/higher`, 6, 38, 60, 313),
      lower: share(`${AGREED}/lower`, 2, 38, 6, 178),
      difference: figureOf(`${AGREED}/difference`, 'difference', 2, { n: 38, low: -1, high: 5 }),
      kappa: figureOf(`${AGREED}/kappa`, 'hundredths', 83, { n: 38 }),
    },
  ],
  asked: {
    checks: [{ check: 'movedDates', enough: 90, few: 12, usual: 70, flags: 4 }],
    states: { new: 1, answered: 2, accepted: 1, verify: 0 },
  },
  estimates: {
    effects: [],
    byMix: {
      plain: share('quality/all/mix-plain', 13, 17, 527, 904),
      weighted: figureOf('quality/all/mix-weighted', 'permille', 754, { n: 17, low: 560, high: 948 }),
      coverage: figureOf('quality/all/mix-coverage', 'permille', 1000),
    },
  },
};

/** Part III as text: headings, sentences and rows. */
function trustOf(review: ReportReview | null, audience: 'province' | 'public' = 'province'): string[] {
  const { blocks, figures } = reportBody(sampleSource([sampleUnit('so-a', 'Sở A')], { review, audience }));
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const said = (runs: readonly ({ text: string } | { figure: string; show: 'value' })[]) =>
    runs
      .map((run) =>
        'text' in run ? run.text : printFigure(byId.get(run.figure) ?? figureOf('', 'count', null), run.show),
      )
      .join('')
      .replaceAll('\u00a0', ' ');
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.key === 'trust');
  const text = (block: Block): string[] => {
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'paragraph') return [said(block.runs as never)];
    if (block.kind === 'table') return block.rows.map((row) => row.map((cell) => said(cell as never)).join(' | '));
    return [];
  };
  return blocks.slice(from).flatMap(text);
}

it('tells how many questions there are and how far, by check, with no officer', () => {
  const lines = trustOf(REVIEW);
  expect(lines).toContain('3. Dấu hiệu cần xem lại');
  // 1 + 2 + 1 + 0 = 4.
  expect(lines).toContain(
    'Có 04 dấu hiệu: 1 mới, 2 đã giải trình, 1 được chấp nhận, 0 cần xác minh. Dấu hiệu là câu hỏi, không phải kết luận; các dấu hiệu không làm thay đổi điểm.',
  );
  expect(lines).toContain('Đổi ngày hẹn sau khi đã quá hạn | 90 | 12 | 7,0 % | 4');
  expect(lines).toContain('4. Kiểm tra cộng dồn');
});

it('tells the list that was drawn, how far the sides agree, and what weighting does', () => {
  const lines = trustOf(REVIEW);
  expect(lines).toContain(
    'Rút ngẫu nhiên 40/1.200 hồ sơ bằng số quay công khai sau ngày chốt: 48213 (Xổ số miền Bắc ngày 05/01/2027). Đã thẩm định 38/40 hồ sơ.',
  );
  // 30/38 = 78,9 %.
  expect(lines).toContain('Hệ thống – thẩm định | 1 | 38 | 78,9 % | 62,6–90,5 % | +0,2');
  expect(lines).toContain('Hệ thống – thẩm định, chỉ số 1: kappa 0,83 (n = 38).');
  expect(lines).toContain(
    'Tỷ lệ hài lòng 76,5 % khi mỗi phiếu nặng như nhau, 75,4 % (khoảng 95 %: 56,0–94,8 %) khi mỗi thủ tục nặng theo số hồ sơ; n = 17, các thủ tục so được chiếm 100 % số hồ sơ.',
  );
  expect(lines).toContain('Chưa đủ dữ liệu để so các kênh và các cách xác nhận.');
});

it('tells the public the list alone, and an earlier snapshot nothing', () => {
  const open = trustOf({ ...REVIEW, done: null, agreement: [], asked: null, estimates: null }, 'public');
  expect(open).toContain('2. Mẫu thẩm định');
  expect(open).toContain('3. Kiểm tra cộng dồn');
  expect(open.join(' ')).not.toContain('dấu hiệu');
  expect(trustOf(null)).toContain('3. Kiểm tra cộng dồn');
});
