import { formatHundredths } from '#rules/format.ts';
import { realtimeRuleset } from '#rules/rulesets/index.ts';
import { INDEX_IDS, type IndexId, type Level766 } from '#rules/rulesets/qd766-index.ts';
import type { GroupsRuleset } from '#rules/rulesets/ruleset.ts';
import { type Pair, scoreOn } from '../finding-qd766.ts';
import { group } from './case.ts';

interface Given {
  /** Every other index of the cut counts 1 of 1. */
  readonly but?: Partial<Record<IndexId, Pair>>;
  readonly without?: readonly IndexId[];
  readonly level?: Level766;
}

const DECEMBER = '2026-12-31';
const SEPTEMBER = '2026-09-30';

/** `[total of the ceilings with a value, grade]`. */
function run({ but = {}, without = [], level }: Given, on: string): readonly [string, string | null] {
  const { indices } = realtimeRuleset(on).ruleset as GroupsRuleset;
  const rows = indices.findLast(({ from }) => from <= on)?.value ?? [];
  const ids = INDEX_IDS.filter((id) => rows.some((row) => row.id === id) && !without.includes(id));
  const full = Object.fromEntries(ids.map((id): [IndexId, Pair] => [id, [1, 1]]));
  const { total, grade } = scoreOn(on, { ...full, ...but }, level);
  return [`${formatHundredths(total.points)}/${formatHundredths(total.of)}`, grade.label];
}

const NO_TIME = { '2.1': [0, 1] } as const;
const NO_DISCLOSURE = { '1.1': [0, 1], '1.2': [0, 1], '1.3': [0, 1], '1.4': [0, 1] } as const;
const article = 'QĐ 766/QĐ-TTg, tổng điểm và xếp loại';

export const QD766_TOTALS = group<Given, readonly [string, string | null]>('QĐ 766: tổng điểm và xếp loại', run, [
  {
    name: 'Mọi chỉ số đạt đủ, cách tính tháng 9.',
    on: SEPTEMBER,
    given: {},
    expect: ['100,00/100,00', 'Xuất sắc'],
    article,
    worked: '18 + 20 + 12 + 10 + 22 + 18 = 100',
  },
  {
    name: 'Mọi chỉ số đạt đủ, bản mô tả tháng 10.',
    on: DECEMBER,
    given: {},
    expect: ['100,00/100,00', 'Xuất sắc'],
    article,
    worked: '18 + 20 + 12 + 10 + 22 + 18 = 100',
  },
  {
    name: 'Nửa số hồ sơ đúng hạn, còn lại đủ: vừa đến mức xuất sắc.',
    on: DECEMBER,
    given: { but: { '2.1': [1, 2] } },
    expect: ['90,00/100,00', 'Xuất sắc'],
    article,
    worked: '100 − 10 = 90,00',
  },
  {
    name: 'Thiếu một phần trăm điểm thì không còn là xuất sắc.',
    on: DECEMBER,
    given: { but: { '2.1': [4995, 10_000] } },
    expect: ['89,99/100,00', 'Tốt'],
    article,
    worked: '20 × 0,4995 = 9,99; 80 + 9,99 = 89,99',
  },
  {
    name: 'Không hồ sơ nào đúng hạn, còn lại đủ.',
    on: DECEMBER,
    given: { but: NO_TIME },
    expect: ['80,00/100,00', 'Tốt'],
    article,
    worked: '100 − 20 = 80,00',
  },
  {
    name: 'Ngay dưới 80 điểm.',
    on: DECEMBER,
    given: { but: { ...NO_TIME, '1.1': [599, 600] } },
    expect: ['79,99/100,00', 'Khá'],
    article,
    worked: '80 − 6 × 1/600 = 79,99',
  },
  {
    name: 'Vừa đến 70 điểm.',
    on: DECEMBER,
    given: { but: { ...NO_TIME, '4.1': [0, 1], '4.2': [0, 1] } },
    expect: ['70,00/100,00', 'Khá'],
    article,
    worked: '80 − 6 − 4 = 70,00',
  },
  {
    name: 'Ngay dưới 70 điểm.',
    on: DECEMBER,
    given: { but: { ...NO_TIME, '4.1': [0, 1], '4.2': [0, 1], '1.1': [599, 600] } },
    expect: ['69,99/100,00', 'Trung bình'],
    article,
    worked: '70 − 0,01 = 69,99',
  },
  {
    name: 'Vừa đến 50 điểm.',
    on: DECEMBER,
    given: { but: { ...NO_TIME, ...NO_DISCLOSURE, '3.toanTrinh': [0, 1] } },
    expect: ['50,00/100,00', 'Trung bình'],
    article,
    worked: '100 − 20 − 18 − 12 = 50,00',
  },
  {
    name: 'Ngay dưới 50 điểm.',
    on: DECEMBER,
    given: { but: { ...NO_TIME, ...NO_DISCLOSURE, '3.toanTrinh': [0, 1], '5.2': [599, 600] } },
    expect: ['49,99/100,00', 'Yếu'],
    article,
    worked: '50 − 0,01 = 49,99',
  },
  {
    name: 'Cách tính tháng 9: không đồng bộ hồ sơ nào chỉ mất điểm của chỉ số 1.4.',
    on: SEPTEMBER,
    given: { but: { '1.4': [0, 1] } },
    expect: ['94,00/100,00', 'Xuất sắc'],
    article,
    worked: '100 − 6 = 94,00',
  },
  {
    name: 'Cách tính tháng 10: không đồng bộ hồ sơ nào chỉ mất điểm của chỉ số 1.4.',
    on: DECEMBER,
    given: { but: { '1.4': [0, 1] } },
    expect: ['94,00/100,00', 'Xuất sắc'],
    article,
    worked: '100 − 6 = 94,00',
  },
  {
    name: 'Thiếu một chỉ số 2 điểm: điểm trên 98, không xếp loại.',
    on: DECEMBER,
    given: { without: ['1.3'] },
    expect: ['98,00/98,00', null],
    article,
    worked: '100 − 2 = 98',
  },
  {
    name: 'Không có hồ sơ nào để tính đúng hạn: điểm trên 80, không xếp loại.',
    on: DECEMBER,
    given: { but: { '2.1': [0, 0] } },
    expect: ['80,00/80,00', null],
    article,
    worked: '100 − 20 = 80',
  },
  {
    name: 'Cách tính tháng 9, thiếu số đồng bộ: chỉ mất trần của 1.4.',
    on: SEPTEMBER,
    given: { without: ['1.4'] },
    expect: ['94,00/94,00', null],
    article,
    worked: '100 − 6 = 94',
  },
  {
    name: 'Chỉ số theo dõi không có số liệu thì không làm thiếu tổng.',
    on: DECEMBER,
    given: { without: ['2.2', '3.1', '3.2', '3.3', '3.chuDong1', '3.chuDong2', '5.1', '5.catGiam'] },
    expect: ['100,00/100,00', 'Xuất sắc'],
    article,
  },
  {
    name: 'Không có phản ánh, kiến nghị nào vẫn đủ tổng.',
    on: DECEMBER,
    given: { but: { '5.2': [0, 0], '5.3': [0, 0] } },
    expect: ['100,00/100,00', 'Xuất sắc'],
    article,
  },
  {
    name: 'Không thủ tục nào có phí: được 0 điểm của phần thanh toán chứ không bị coi là thiếu.',
    on: DECEMBER,
    given: { but: { '3.5a': [0, 0], '3.5b': [0, 0], '3.6': [0, 0] } },
    expect: ['90,00/100,00', 'Xuất sắc'],
    article,
    worked: '100 − 10 = 90,00',
  },
  {
    name: 'Cấp xã không có số liệu của ba hàng không áp dụng vẫn đủ tổng.',
    on: DECEMBER,
    given: { level: 'commune', without: ['3.toanTrinh', '4.5a', '4.5b'] },
    expect: ['100,00/100,00', 'Xuất sắc'],
    article,
    worked: '12 + 2 + 2 điểm được cho đủ',
  },
  {
    name: 'Cấp tỉnh thiếu ba hàng đó thì tổng chỉ trên 84.',
    on: DECEMBER,
    given: { level: 'province', without: ['3.toanTrinh', '4.5a', '4.5b'] },
    expect: ['84,00/84,00', null],
    article,
    worked: '100 − 12 − 2 − 2 = 84',
  },
  {
    name: 'Chưa có số liệu nào thì không có điểm, không phải 0 điểm.',
    on: DECEMBER,
    given: { without: INDEX_IDS },
    expect: ['—/0,00', null],
    article,
  },
]);
