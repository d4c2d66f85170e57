import { figureOf } from '#rules/figure-id.ts';
import type { ContentsView } from '#wire/contents-view.ts';
import type { ParCriteriaView } from '#wire/par-criteria.ts';
import type { Finding766View, Qd766View } from '#wire/qd766.ts';
import { CLOSED } from './sample.ts';

const AT = '2026-10-05T03:02:00.000Z';
const share = (id: string, value: number | null, of: number) =>
  figureOf(`par/2026/ratio/${id}`, 'share', value, { of, n: of });

/** Invented; no test computes with it. */
export const PAR: ParCriteriaView = {
  ...{ year: 2026, years: [2026], decision: 'QĐ 876/QĐ-BNV', decisionBecause: null, doubt: null },
  periods: ['Quý III/2026'],
  list: { act: 'QĐ 1/QĐ-UBND', cite: 'QĐ 1/QĐ-UBND', revision: 2, actor: 'user:lan', at: AT },
  forecast: {
    sentence: '1 trên 2 tiêu chí dự kiến đạt điểm tối đa.',
    points: figureOf('par/2026/points', 'hundredths', 200, { of: 200 }),
    ...{ partial: true, criteria: 2, atMaximum: 1, unknown: 1, below: [] },
  },
  findings: [
    {
      ...{ id: '3.1', name: 'Hồ sơ nộp trực tuyến', atMaximum: true, because: 'Tỷ lệ là 80 %.', cite: 'QĐ 1/QĐ-UBND' },
      points: figureOf('par/2026/3.1', 'hundredths', 200, { of: 200 }),
      evidence: [{ label: 'Hồ sơ nộp trực tuyến', value: '80/100 (80,0 %)' }],
      ...{ declarable: false, declared: null },
    },
    {
      ...{ id: '3.7', name: 'Điều tra xã hội học', atMaximum: null, because: 'Chưa có nguồn.', cite: 'QĐ 1/QĐ-UBND' },
      points: figureOf('par/2026/3.7', 'hundredths', null, { of: 300 }),
      ...{ evidence: [], declarable: true, declared: null },
    },
  ],
  criteria: [
    {
      ...{ id: '3.1', name: 'Hồ sơ nộp trực tuyến', max: '2,00', from: null, act: null, replaced: false },
      source: { ratio: 'online', kind: 'steps', bounds: '50,00 = 1,00; 80,00 = 2,00' },
    },
    {
      ...{ id: '3.7', name: 'Điều tra xã hội học cũ', max: '2,00', from: null, act: null, replaced: true },
      source: null,
    },
    {
      ...{ id: '3.7', name: 'Điều tra xã hội học', max: '3,00', from: '2026-07-01', act: null },
      source: null,
      replaced: false,
    },
  ],
  ratios: [
    {
      ...{ id: 'online', label: 'Hồ sơ nộp trực tuyến', because: 'Hồ sơ nộp trực tuyến: 80 trên 100 hồ sơ.' },
      ...{ share: share('online', 80, 100), from: 'counted', cite: 'QĐ 876/QĐ-BNV', supply: null, entered: null },
    },
    {
      ...{ id: 'payment.online', label: 'Hồ sơ thanh toán trực tuyến', because: 'Hồ sơ thanh toán: chưa có số liệu.' },
      ...{ share: share('payment.online', null, 0), from: null, cite: null, entered: null },
      supply: 'Nhập số hồ sơ thanh toán trực tuyến trên số hồ sơ có phí, ghi lấy ở đâu.',
    },
  ],
};

export const NO_LIST: ParCriteriaView = { ...PAR, list: null, forecast: null, findings: [], criteria: [], periods: [] };

const finding = (index: string, title: string, more: Partial<Finding766View>): Finding766View => ({
  ...{ index, title, group: '1', cite: 'QĐ 766/QĐ-TTg', because: 'Chưa có số liệu.', evidence: [], from: null },
  points: figureOf(`qd766/all/${index}`, 'hundredths', null, { of: 200 }),
  ...{ entered: null, note: null, disagreement: [], ...more },
});

export const QD766: Qd766View = {
  period: CLOSED,
  unit: null,
  ruleset: { title: 'QĐ 766', cite: 'QĐ 766/QĐ-TTg', caveats: ['Trần của một chỉ số chưa rõ.'] },
  levelCite: 'Cấp tỉnh',
  findings: [
    finding('2.1', '2.1. Hồ sơ đúng hạn', {
      points: figureOf('qd766/all/2.1', 'hundredths', 1900, { of: 2000 }),
      ...{ from: 'dossiers', because: '95 trên 100 hồ sơ.', evidence: [{ label: 'Đúng hạn', value: '95/100' }] },
    }),
    finding('3.toanTrinh', 'Tỷ lệ hồ sơ trực tuyến toàn trình', {
      from: 'entered',
      entered: { numerator: 4, denominator: 10, source: 'Cổng, ngày 05/10/2026', actor: 'user:lan', at: AT },
    }),
  ],
  groups: [
    {
      ...{ id: '1', within: null, name: 'Công khai' },
      points: figureOf('qd766/all/group/1', 'hundredths', null, { of: 1800, because: 'Chưa có số liệu.' }),
    },
  ],
  total: figureOf('qd766/all/total', 'hundredths', 1900, { of: 2000 }),
  partial: true,
  missing: ['1.1'],
  grade: { label: null, because: 'Tổng một phần nên chưa xếp loại.', cite: null },
};

export const CONTENTS: ContentsView = {
  period: CLOSED,
  unit: null,
  title: 'Nội dung đánh giá',
  cite: 'Điều 33 NĐ 118/2025/NĐ-CP',
  because: 'Nghị định không quy định điểm.',
  caveats: ['Nghị định không quy định điểm.'],
  closed: true,
  leftOut: true,
  surveys: [
    {
      survey: 'danhgia-2026',
      contents: [
        {
          ...{ letter: 'a', heading: 'Thời gian giải quyết', cite: 'Điều 33(1)(a)', because: 'Theo câu q1.', n: 40 },
          ...{
            declined: 2,
            favourable: figureOf('contents/all/danhgia-2026/a/favourable', 'share', 36, { of: 40, n: 40 }),
          },
          questions: [
            {
              ...{ question: 'q1', text: 'Kết quả có khi nào?' },
              options: [
                {
                  ...{ option: 'before', text: 'Trước hẹn' },
                  share: figureOf('contents/all/danhgia-2026/q1/before', 'share', 36, { of: 40, n: 40 }),
                },
              ],
            },
          ],
        },
        {
          ...{ letter: 'b', heading: 'Nội dung khác', cite: 'Điều 33(1)(b)', because: 'Phiếu không hỏi.', n: null },
          ...{ declined: 0, favourable: null, questions: [] },
        },
      ],
    },
  ],
};
