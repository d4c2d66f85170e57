import type { Citation } from '../law.ts';
import type { EmptyRule, GroupIndex } from './qd766-index.ts';

const ACT = 'QĐ 766/QĐ-TTg';

/** The formula note, compared with the national portal in October 2026. */
export const NOTE: Citation = {
  act: ACT,
  certainty: 'secondary',
  note: 'Theo mô tả công thức tính, đối chiếu với Cổng Dịch vụ công quốc gia tháng 10/2026.',
};

/** What reproduces the portal's own scores; not a legal text. */
export const FITTED: Citation = {
  act: ACT,
  certainty: 'secondary',
  note: 'Dựng lại từ điểm Cổng Dịch vụ công quốc gia tính cho tỉnh Phú Thọ ngày 26–28/9/2026, lệch không quá 0,015 điểm; không phải văn bản.',
};

/** Our own reading where neither source decides. */
export const readingOf766 = (note: string): Citation => ({ act: ACT, certainty: 'reading', note });

/** `cite` gives ceiling and conversion of a row of which no source says what is counted. */
export const countedByReading = (cite: Citation): Citation => ({
  ...cite,
  certainty: 'reading',
  note: `${cite.note} Nguồn không nêu đủ tử số và mẫu số của chỉ số này; cách đếm là cách hiểu theo tên chỉ số.`,
});

export const emptyGives = (gives: EmptyRule['gives'], cite: Citation = FITTED): EmptyRule => ({ gives, cite });

/** The sheet gives the whole ceiling to a row that does not apply; which of our rows it means is read from their names. */
export const EXEMPT_COMMUNE: GroupIndex['exempt'] = {
  levels: ['commune'],
  cite: readingOf766(
    'Phiếu chỉ số có năm hàng không áp dụng cho cấp xã và cho đủ điểm hàng không áp dụng; khớp các hàng đó với chỉ số này là cách hiểu.',
  ),
};

type Own = Omit<GroupIndex, 'portalCode' | 'shape' | 'rivals' | 'exempt'> & Partial<GroupIndex>;

/** A row with what most rows have: a share, no portal code seen, one way to score it, applied at every level. */
export const indexRow = (own: Own): GroupIndex => ({
  portalCode: null,
  shape: 'share',
  rivals: [],
  exempt: null,
  ...own,
});
