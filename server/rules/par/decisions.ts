import { type Citation, type Dated, inForce } from '../law.ts';

/** A decision of the Ministry of Home Affairs that says what a yearly index is made of. */
export interface IndexDecision {
  /** As it is cited: `QĐ 892/QĐ-BNV`. */
  readonly act: string;
  /** Parts of criteria («tiêu chí thành phần») of the provincial set; `null` = not seen. Their points were not seen for any year. */
  readonly components: number | null;
}

const seen = (act: string, note?: string): Citation => ({ act, certainty: 'secondary', ...(note && { note }) });

/** The first years of these decisions were not seen: each is taken to judge the year it was issued in. */
const byIssue = (act: string, day: string): Citation => ({
  act,
  certainty: 'reading',
  note: `Ban hành ngày ${day}; hiểu là dùng cho năm ban hành.`,
});

const NINETY_FIVE =
  'Ban hành ngày 30/12/2020; hiểu là dùng cho năm ban hành. Tỉnh Nam Định thông báo bộ 95 tiêu chí thành phần này theo số 1150/QĐ-BNV.';

/** What defines the PAR index, by the first day of the year judged. */
export const PAR_DECISIONS: Dated<IndexDecision> = [
  {
    from: '2017-01-01',
    value: { act: 'QĐ 2948/QĐ-BNV', components: null },
    cite: byIssue('QĐ 2948/QĐ-BNV', '28/12/2017'),
  },
  {
    from: '2018-01-01',
    value: { act: 'QĐ 2636/QĐ-BNV', components: null },
    cite: byIssue('QĐ 2636/QĐ-BNV', '10/12/2018'),
  },
  {
    from: '2020-01-01',
    value: { act: 'QĐ 1149/QĐ-BNV', components: 95 },
    cite: { act: 'QĐ 1149/QĐ-BNV', certainty: 'reading', note: NINETY_FIVE },
  },
  {
    from: '2022-01-01',
    value: { act: 'QĐ 876/QĐ-BNV', components: null },
    cite: seen('QĐ 876/QĐ-BNV', 'Ban hành ngày 10/11/2022, giai đoạn 2022–2030.'),
  },
  {
    from: '2024-01-01',
    value: { act: 'QĐ 892/QĐ-BNV', components: null },
    cite: seen('QĐ 892/QĐ-BNV', 'Ban hành ngày 05/12/2024, giai đoạn 2024–2030.'),
  },
  { from: '2031-01-01', value: null, cite: seen('QĐ 892/QĐ-BNV', 'Giai đoạn 2024–2030.') },
];

/** What says how satisfaction with public service (SIPAS) is measured, by the first day of the year measured. */
const SIPAS_DECISIONS: Dated<Pick<IndexDecision, 'act'>> = [
  { from: '2017-01-01', value: { act: 'QĐ 2640/QĐ-BNV' }, cite: byIssue('QĐ 2640/QĐ-BNV', '10/10/2017') },
  {
    from: '2023-01-01',
    value: { act: 'QĐ 1001/QĐ-BNV' },
    cite: seen('QĐ 1001/QĐ-BNV', 'Ban hành ngày 11/12/2023, phương pháp đo lường giai đoạn 2023–2026.'),
  },
  { from: '2027-01-01', value: null, cite: seen('QĐ 1001/QĐ-BNV', 'Giai đoạn 2023–2026.') },
];

/** @throws NotInForce for a year before the first decision or after the last stage. */
export function parDecision(year: number): { readonly value: IndexDecision; readonly cite: Citation } {
  return inForce('Quyết định về Chỉ số cải cách hành chính', PAR_DECISIONS, `${year}-12-31`);
}

/** @throws NotInForce for a year before the first decision or after the last stage. */
export function sipasDecision(year: number): { readonly value: Pick<IndexDecision, 'act'>; readonly cite: Citation } {
  return inForce('Quyết định về Chỉ số hài lòng (SIPAS)', SIPAS_DECISIONS, `${year}-12-31`);
}
