import type { Citation, Dated } from '../law.ts';
import { OFFICIAL_FROM } from './qd766-groups.ts';
import type { GradeBand } from './qd766-index.ts';

const SEEN: Citation = { act: 'QĐ 766/QĐ-TTg', certainty: 'secondary' };
const RECALLED: Citation = {
  act: 'QĐ 766/QĐ-TTg',
  certainty: 'recalled',
  note: 'Các mức giữa chưa thấy trong nguồn nào; địa phương có thể thay bằng bảng của mình.',
};

/** Grades of the total of 100 points: the highest and the lowest were seen, the middle ones were not. */
export const BANDS_766: Dated<readonly GradeBand[]> = [
  {
    from: OFFICIAL_FROM,
    value: [
      { min: 9000, label: 'Xuất sắc', cite: SEEN },
      { min: 8000, label: 'Tốt', cite: RECALLED },
      { min: 7000, label: 'Khá', cite: RECALLED },
      { min: 5000, label: 'Trung bình', cite: RECALLED },
      { min: 0, label: 'Yếu', cite: SEEN },
    ],
    cite: RECALLED,
  },
];
