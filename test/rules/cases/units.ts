import { parentOn, UnitTreeFault, unitsOn, unitTree } from '#rules/units/unit-tree.ts';
import { unitsTold } from '../units-told.ts';
import { group } from './case.ts';

interface Given {
  readonly told: readonly string[];
  /** Absent = asks which units there are. */
  readonly parentOf?: string;
}

function run({ told, parentOf }: Given, on: string): unknown {
  try {
    const tree = unitTree(unitsTold(told));
    return parentOf === undefined ? unitsOn(tree, on).map(({ unit }) => unit) : parentOn(tree, parentOf, on);
  } catch (error) {
    if (error instanceof UnitTreeFault || error instanceof RangeError) return error.message;
    throw error;
  }
}

const ENDED = 'Huyện Mẫu: từ 2016-01-01, thôi từ 2025-07-01';
const told = [ENDED, 'Xã Một: từ 2016-01-01, thuộc Huyện Mẫu đến trước 2025-07-01'];
const LEVELS = 'NĐ 118/2025/NĐ-CP: từ 01/7/2025 chỉ còn cấp tỉnh và cấp xã';
const TREE = 'Mỗi đơn vị có một cấp trên và một giai đoạn vào mỗi ngày';

export const UNITS = group<Given, unknown>('Đơn vị và cấp trên vào một ngày', run, [
  {
    name: 'Ngày cuối cùng còn huyện thì có cả huyện và xã',
    on: '2025-06-30',
    given: { told },
    expect: ['Huyện Mẫu', 'Xã Một'],
    article: LEVELS,
  },
  { name: 'Ngày 01/7/2025 chỉ còn xã', on: '2025-07-01', given: { told }, expect: ['Xã Một'], article: LEVELS },
  {
    name: 'Xã thuộc huyện đến hết 30/6/2025',
    on: '2025-06-30',
    given: { told, parentOf: 'Xã Một' },
    expect: 'Huyện Mẫu',
    article: LEVELS,
  },
  {
    name: 'Xã thuộc thẳng tỉnh từ 01/7/2025',
    on: '2025-07-01',
    given: { told, parentOf: 'Xã Một' },
    expect: null,
    article: LEVELS,
  },
  {
    name: 'Hỏi cấp trên của huyện khi đã không còn huyện',
    on: '2025-07-01',
    given: { told, parentOf: 'Huyện Mẫu' },
    expect: 'Không có đơn vị «Huyện Mẫu» vào ngày 01/07/2025.',
    article: LEVELS,
  },
  { name: 'Trước ngày thành lập thì chưa có đơn vị', on: '2015-12-31', given: { told }, expect: [], article: TREE },
  {
    name: 'Khai huyện còn hoạt động thêm một ngày sau 30/6/2025',
    on: '2025-07-01',
    given: { told: ['Huyện Mẫu: từ 2016-01-01, thôi từ 2025-07-02'] },
    expect: 'Huyện Mẫu («Huyện Mẫu»): từ ngày 01/07/2025 không còn cấp huyện.',
    article: LEVELS,
  },
  {
    name: 'Khai huyện chưa thôi hoạt động',
    on: '2024-01-01',
    given: { told: ['Huyện Mẫu: từ 2016-01-01'] },
    expect: 'Huyện Mẫu («Huyện Mẫu»): từ ngày 01/07/2025 không còn cấp huyện.',
    article: LEVELS,
  },
  {
    name: 'Xã vẫn khai thuộc huyện sau khi hết huyện',
    on: '2025-07-01',
    given: { told: [ENDED, 'Xã Một: từ 2016-01-01, thuộc Huyện Mẫu'] },
    expect: 'Xã Một («Xã Một»): cấp trên «Huyện Mẫu» không có vào ngày 01/07/2025.',
    article: LEVELS,
  },
  {
    name: 'Hai huyện khai thuộc lẫn nhau',
    on: '2020-01-01',
    given: { told: [`${ENDED}, thuộc Huyện Hai`, 'Huyện Hai: từ 2016-01-01, thôi từ 2025-07-01, thuộc Huyện Mẫu'] },
    expect: 'Huyện Mẫu («Huyện Mẫu»): các cấp trên nối thành vòng tại «Huyện Mẫu» vào ngày 01/01/2016.',
    article: TREE,
  },
  {
    name: 'Khai đơn vị kế tục lập sau ngày đơn vị cũ thôi hoạt động',
    on: '2025-07-01',
    given: {
      told: ['Xã Một: từ 2016-01-01, thôi từ 2025-07-01, kế tục là Xã Ba', 'Xã Ba: từ 2025-07-02'],
    },
    expect: 'Xã Một («Xã Một»): đơn vị kế tục «Xã Ba» không có vào ngày 01/07/2025.',
    article: TREE,
  },
  {
    name: 'Khai một xã hai lần vào cùng một ngày',
    on: '2021-01-01',
    given: { told: ['Xã Một: từ 2016-01-01, thôi từ 2021-01-02', 'Xã Một: từ 2021-01-01'] },
    expect: 'Xã Một («Xã Một»): có hai giai đoạn trùng nhau, từ 01/01/2016 và từ 01/01/2021.',
    article: TREE,
  },
]);
