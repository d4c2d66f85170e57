import type { Citation, Dated } from '../law.ts';
import type { IndexGroup } from './qd766-index.ts';

const SEEN: Citation = { act: 'QĐ 766/QĐ-TTg', certainty: 'secondary' };

/** The system was declared official on this day. */
export const OFFICIAL_FROM = '2022-08-01';

/** Five groups of 100 points. The third is shown as two parts. */
export const GROUPS_766: Dated<readonly IndexGroup[]> = [
  {
    from: OFFICIAL_FROM,
    value: [
      { id: '1', within: null, name: 'Công khai, minh bạch', max: 1800 },
      { id: '2', within: null, name: 'Tiến độ, kết quả giải quyết', max: 2000 },
      { id: '3', within: null, name: 'Cung cấp dịch vụ công trực tuyến và thanh toán trực tuyến', max: 2200 },
      { id: '3a', within: '3', name: 'Cung cấp dịch vụ công trực tuyến', max: 1200 },
      { id: '3b', within: '3', name: 'Thanh toán trực tuyến', max: 1000 },
      { id: '4', within: null, name: 'Số hóa hồ sơ', max: 2200 },
      { id: '5', within: null, name: 'Mức độ hài lòng', max: 1800 },
    ],
    cite: SEEN,
  },
];
