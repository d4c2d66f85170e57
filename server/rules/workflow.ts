import type { Citation, Dated } from './law.ts';

const NOT_COMPARED = 'Chưa đối chiếu câu chữ của điều này.';
const SPECIAL_LAW = 'Trừ trường hợp pháp luật chuyên ngành quy định khác.';

type Place = Omit<Citation, 'act' | 'certainty'>;
const nd61 = (place: Place): Citation => ({ act: 'NĐ 61/2018/NĐ-CP', ...place, certainty: 'text' });
const nd118 = (place: Place): Citation => ({ act: 'NĐ 118/2025/NĐ-CP', ...place, certainty: 'text' });
/** The stored copy numbers some articles otherwise than NĐ 118/2025, which it amends. */
const nd309 = (place: Place): Citation => ({
  act: 'NĐ 309/2026/NĐ-CP',
  note: 'Số điều theo bản lưu, chưa đối chiếu với bản công báo.',
  ...place,
  certainty: 'text',
});

/** An article that follows the one of NĐ 61/2018 by its number and was not read itself. */
const nd118Recalled = (place: Place): Citation => ({ ...nd118(place), certainty: 'recalled', note: NOT_COMPARED });

/** The decrees on the one-stop shop, by the day each begins; no duty is known before the first. */
export const DECREES: Dated<string> = [
  { from: '2018-06-21', value: 'NĐ 61/2018/NĐ-CP', cite: nd61({}) },
  { from: '2025-07-01', value: 'NĐ 118/2025/NĐ-CP', cite: nd118({}) },
  { from: '2026-08-05', value: 'NĐ 309/2026/NĐ-CP', cite: nd309({}) },
];

/** Apology and new date: how many days before the promised date at the latest, and how many new dates at most. */
export const LATENESS: Dated<{ readonly daysBefore: number; readonly reappointments: number }> = [
  { from: '2018-06-21', value: { daysBefore: 1, reappointments: 1 }, cite: nd61({ article: '19', clause: '9' }) },
  { from: '2025-07-01', value: { daysBefore: 1, reappointments: 1 }, cite: nd118({ article: '19', clause: '6' }) },
];

/** How many requests for missing papers: one, complete. */
export const SUPPLEMENT_REQUESTS: Dated<number> = [
  { from: '2018-06-21', value: 1, cite: nd61({ article: '17', clause: '2' }) },
  { from: '2025-07-01', value: 1, cite: nd118Recalled({ article: '17' }) },
  { from: '2026-08-05', value: 1, cite: nd309({ article: '17' }) },
];

/** Working days from receipt within which the applicant is told that his dossier is incomplete. */
export const SUPPLEMENT_NOTICE_DAYS: Dated<number> = [
  { from: '2018-06-21', value: 3, cite: nd61({ article: '19', clause: '4', note: SPECIAL_LAW }) },
  { from: '2025-07-01', value: 3, cite: nd118({ article: '19', clause: '5', note: SPECIAL_LAW }) },
];

/** Days from the notice after which a dossier that was not completed is closed. */
export const SUPPLEMENT_OPEN_DAYS: Dated<number> = [
  { from: '2025-07-01', value: 15, cite: nd118({ article: '19', clause: '5', note: SPECIAL_LAW }) },
];

/** What happens to the time limit while the applicant completes the dossier: it starts again once the dossier is complete. */
export const CLOCK_RESTARTS: Dated<true> = [
  { from: '2018-06-21', value: true, cite: nd61({ article: '19', clause: '4' }) },
  { from: '2025-07-01', value: true, cite: nd118({ article: '19', clause: '5' }) },
];

/** No decree says at what hour the last working day of a limit ends. */
export const CLOSING_READING =
  'Văn bản không ghi giờ hết hạn; tính đến giờ đóng cửa ngày cuối. Có giấy hẹn thật in giờ sớm hơn.';

/** By what a legal limit ends at closing time. */
export const LAST_DAY_ENDS: Citation = {
  act: 'Thời hạn theo ngày làm việc',
  certainty: 'reading',
  note: CLOSING_READING,
};

/** Handed over on the working day of receipt; what comes in after this minute of the day, at the start of the next one. */
export const HAND_OVER: Dated<{ readonly sameDayUpTo: number }> = [
  { from: '2018-06-21', value: { sameDayUpTo: 15 * 60 }, cite: nd61({ article: '18' }) },
  { from: '2025-07-01', value: { sameDayUpTo: 15 * 60 }, cite: nd118Recalled({ article: '18' }) },
  { from: '2026-08-05', value: { sameDayUpTo: 15 * 60 }, cite: nd309({ article: '18', clause: '2' }) },
];

/** From when the clock of a dossier filed away from the competent agency runs. */
export const CLOCK_STARTS: Dated<'receipt' | 'competentAgency'> = [
  {
    from: '2018-06-21',
    value: 'receipt',
    cite: { ...nd61({}), certainty: 'reading', note: 'Tính từ ngày ghi trên giấy tiếp nhận.' },
  },
  {
    from: '2025-07-01',
    value: 'receipt',
    cite: { ...nd118({}), certainty: 'reading', note: 'Tính từ ngày ghi trên giấy tiếp nhận.' },
  },
  { from: '2026-08-05', value: 'competentAgency', cite: nd309({ article: '17' }) },
];

/** Working days within which the paper part of a dossier filed elsewhere is sent on. */
export const FORWARD_DAYS: Dated<number> = [
  { from: '2025-07-01', value: 1, cite: nd118({ article: '20', clause: '1', point: 'a' }) },
];

/** Hours of the clock within which the reception officer is alerted of an online dossier. */
export const ONLINE_ALERT_HOURS: Dated<number> = [
  { from: '2025-07-01', value: 2, cite: nd118({ article: '17', clause: '2' }) },
];

/** Working hours within which an online dossier is taken in or sent back for completion. */
export const ONLINE_ANSWER_HOURS: Dated<number> = [
  { from: '2025-07-01', value: 8, cite: nd118({ article: '17', clause: '2', note: SPECIAL_LAW }) },
];

/** Whether a refusal after appraisal must go out within the time limit of the procedure. */
export const REFUSAL_IN_TIME: Dated<true> = [
  { from: '2018-06-21', value: true, cite: nd61({ article: '19', clause: '8' }) },
  { from: '2025-07-01', value: true, cite: nd118Recalled({ article: '19' }) },
];

/** Working days within which a result that is wrong by the agency's own fault is corrected. */
export const CORRECTION_DAYS: Dated<number> = [
  { from: '2025-07-01', value: 3, cite: nd118({ article: '23', clause: '1' }) },
];

/** The paper that asks a citizen's pardon for a late result and names the new date: its number among the forms and its title. */
export const APOLOGY_FORM: Dated<{ readonly number: string; readonly title: string }> = [
  {
    from: '2019-01-06',
    value: { number: '04', title: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả' },
    cite: { act: 'TT 01/2018/TT-VPCP', article: '9', certainty: 'text' },
  },
  {
    from: '2025-09-15',
    value: { number: '04', title: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết' },
    cite: {
      act: 'TT 03/2025/TT-VPCP',
      certainty: 'secondary',
      note: 'Mẫu số 04 của Phụ lục I, theo bản liệt kê các mẫu.',
    },
  },
];
