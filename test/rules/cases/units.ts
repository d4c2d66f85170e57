import { parentOn, type UnitSpan, UnitTreeFault, unitsOn, unitTree } from '#rules/unit-tree.ts';
import { COMMUNE, DISTRICT } from '../span-of.ts';
import { group } from './case.ts';

type Given = { readonly spans: readonly UnitSpan[] } & (
  | { readonly ask: 'units' }
  | { readonly ask: 'parent'; readonly unit: string }
);

function run(given: Given, on: string): unknown {
  try {
    const tree = unitTree(given.spans);
    return given.ask === 'units' ? unitsOn(tree, on).map(({ unit }) => unit) : parentOn(tree, given.unit, on);
  } catch (error) {
    if (error instanceof UnitTreeFault || error instanceof RangeError) return error.message;
    throw error;
  }
}

const ABOLISHED = [DISTRICT, COMMUNE];
const TWO_LEVELS = 'NĐ 118/2025/NĐ-CP: từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã';
const TREE = 'Mỗi đơn vị có một cấp trên và một giai đoạn vào mỗi ngày';

export const UNITS = group<Given, unknown>('Đơn vị và cấp trên vào một ngày', run, [
  {
    name: 'Ngày cuối cùng còn huyện thì có cả huyện và xã',
    on: '2025-06-30',
    given: { spans: ABOLISHED, ask: 'units' },
    expect: ['h1', 'x1'],
    article: TWO_LEVELS,
  },
  {
    name: 'Ngày 01/7/2025 chỉ còn xã',
    on: '2025-07-01',
    given: { spans: ABOLISHED, ask: 'units' },
    expect: ['x1'],
    article: TWO_LEVELS,
  },
  {
    name: 'Xã thuộc huyện đến hết 30/6/2025',
    on: '2025-06-30',
    given: { spans: ABOLISHED, ask: 'parent', unit: 'x1' },
    expect: 'h1',
    article: TWO_LEVELS,
  },
  {
    name: 'Xã thuộc thẳng tỉnh từ 01/7/2025',
    on: '2025-07-01',
    given: { spans: ABOLISHED, ask: 'parent', unit: 'x1' },
    expect: null,
    article: TWO_LEVELS,
  },
  {
    name: 'Hỏi cấp trên của huyện khi đã không còn huyện',
    on: '2025-07-01',
    given: { spans: ABOLISHED, ask: 'parent', unit: 'h1' },
    expect: 'Không có đơn vị «h1» vào ngày 01/07/2025.',
    article: TWO_LEVELS,
  },
  {
    name: 'Trước ngày thành lập thì chưa có đơn vị',
    on: '2015-12-31',
    given: { spans: ABOLISHED, ask: 'units' },
    expect: [],
    article: TREE,
  },
  {
    name: 'Khai huyện còn hoạt động sau 30/6/2025 một ngày',
    on: '2025-07-01',
    given: { spans: [{ ...DISTRICT, to: '2025-07-02' }], ask: 'units' },
    expect: 'UBND huyện Mẫu («h1»): từ ngày 01/07/2025 không còn cấp huyện.',
    article: TWO_LEVELS,
  },
  {
    name: 'Khai huyện chưa thôi hoạt động',
    on: '2024-01-01',
    given: { spans: [{ ...DISTRICT, to: null }], ask: 'units' },
    expect: 'UBND huyện Mẫu («h1»): từ ngày 01/07/2025 không còn cấp huyện.',
    article: TWO_LEVELS,
  },
  {
    name: 'Xã vẫn khai thuộc huyện sau khi hết huyện',
    on: '2025-07-01',
    given: { spans: [DISTRICT, { ...COMMUNE, parent: COMMUNE.parent.slice(0, 1) }], ask: 'units' },
    expect: 'UBND xã Một («x1»): cấp trên «h1» không có vào ngày 01/07/2025.',
    article: TWO_LEVELS,
  },
]);
