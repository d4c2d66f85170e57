import type { Dated } from '../law.ts';
import { OFFICIAL_FROM } from './qd766-groups.ts';

/** Working days an agency has for each step of a petition. */
export interface PetitionLimits {
  readonly refuse: number;
  readonly askSupplement: number;
  readonly answer: number;
  readonly publish: number;
}

export const PETITION_LIMITS: Dated<PetitionLimits> = [
  {
    from: OFFICIAL_FROM,
    value: { refuse: 2, askSupplement: 5, answer: 15, publish: 2 },
    cite: {
      act: 'QĐ 766/QĐ-TTg',
      certainty: 'reading',
      note: 'Số ngày theo mô tả công thức của chỉ số 5.2; «ngày làm việc» chỉ được nêu cho việc từ chối. Lấy ngày làm việc cho cả ba bước còn lại, đếm từ ngày nhận, riêng công khai đếm từ ngày trả lời, là cách hiểu.',
    },
  },
];
