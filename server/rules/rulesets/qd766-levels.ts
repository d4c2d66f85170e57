import type { Citation, Dated } from '../law.ts';
import { OFFICIAL_FROM } from './qd766-groups.ts';
import type { Level766 } from './qd766-index.ts';
import { WITHOUT_DISTRICTS } from './tt01-2018.ts';

const SEEN: Citation = { act: 'QĐ 766/QĐ-TTg', certainty: 'secondary' };

export const LEVEL_WORDS: Readonly<Record<Level766, string>> = {
  ministry: 'cấp bộ',
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  commune: 'cấp xã',
};

const always: Dated<true> = [{ from: OFFICIAL_FROM, value: true, cite: SEEN }];

/** Days on which each level is there to be scored. No row is known not to apply to districts, so none is given to them unasked. */
export const LEVELS_766: Readonly<Record<Level766, Dated<true>>> = {
  ministry: always,
  province: always,
  district: [
    {
      from: OFFICIAL_FROM,
      value: true,
      cite: {
        act: 'QĐ 766/QĐ-TTg',
        certainty: 'reading',
        note: 'Chưa thấy nguồn nào nêu hàng không áp dụng cho cấp huyện nên mọi hàng đều cần số liệu, không hàng nào được cho đủ điểm.',
      },
    },
    { from: WITHOUT_DISTRICTS.from, value: null, cite: WITHOUT_DISTRICTS.cite },
  ],
  commune: always,
};
