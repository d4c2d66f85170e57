import { dateOf } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import { inForce, type LocalTime } from '#rules/law.ts';
import { APOLOGY_FORM } from '#rules/workflow.ts';

/** Everything a letter of apology is made of. `name` lives in the open page alone. */
export interface LetterFacts {
  readonly code: string;
  /** As printed by the back office; `null` = left to be written by hand, like every part that is not known. */
  readonly procedure: string | null;
  readonly received: LocalTime | null;
  readonly promised: LocalTime | null;
  readonly unit: string;
  readonly place: string;
  readonly name: string;
  /** A company or an office is not addressed as a person. */
  readonly organisation: boolean;
  readonly delayedAt: string;
  readonly reason: string;
  readonly newDate: LocalTime | null;
  readonly signer: string;
  readonly now: LocalTime;
}

/** A letter as it is laid out on paper and in the document, line by line; Vietnamese, whatever the screen speaks. */
export interface LetterText {
  readonly form: string;
  readonly unit: string;
  readonly number: string;
  readonly placeAndDay: string;
  readonly title: string;
  readonly to: string;
  readonly body: readonly string[];
  readonly signer: string;
  readonly copies: readonly string[];
}

const DOTS = '……………………';
const filled = (text: string | null): string => text?.trim() || DOTS;
const day = (time: LocalTime | null): string => (time ? formatDate(time) : DOTS);
const moment = (time: LocalTime | null): string =>
  time ? `${time.slice(11, 13)} giờ ${time.slice(14, 16)} phút, ngày ${formatDate(time)}` : DOTS;

/** `ngày 05 tháng 02 năm 2026`: a nought before days below 10 and before the first two months. */
function dayInWords(now: LocalTime): string {
  const [year, month = '', date] = dateOf(now).split('-');
  return `ngày ${date} tháng ${month > '02' ? Number(month) : month} năm ${year}`;
}

/**
 * The letter in the form in force on the day it is written: what was taken in when and under which code, the date that was promised,
 * where and why it takes longer, and the new date (fields of Mẫu số 04).
 * @throws NotInForce before TT 01/2018/TT-VPCP.
 */
export function letterText(facts: LetterFacts): LetterText {
  const { now, promised } = facts;
  const { value } = inForce('Mẫu văn bản xin lỗi', APOLOGY_FORM, dateOf(now));
  const unit = filled(facts.unit);
  const late = promised !== null && promised < now;
  const reader = facts.organisation ? 'Quý cơ quan, tổ chức' : 'Ông/Bà';
  return {
    form: `Mẫu số ${value.number}`,
    unit: unit.toLocaleUpperCase('vi'),
    number: 'Số: …………/…………',
    placeAndDay: `${filled(facts.place)}, ${dayInWords(now)}`,
    title: value.title.toLocaleUpperCase('vi'),
    to: `Kính gửi: ${facts.organisation ? '' : 'Ông/Bà '}${filled(facts.name)}`,
    body: [
      `Ngày ${day(facts.received)}, ${unit} tiếp nhận hồ sơ đề nghị giải quyết thủ tục hành chính: ${filled(facts.procedure)}; mã hồ sơ: ${facts.code}.`,
      `Thời gian hẹn trả kết quả: ${moment(promised)}.`,
      late
        ? `Đến nay, ${unit} chưa giải quyết xong hồ sơ theo thời gian đã hẹn.`
        : `${unit} dự kiến không giải quyết xong hồ sơ theo thời gian đã hẹn.`,
      `Nơi gây chậm: ${filled(facts.delayedAt)}.`,
      `Lý do: ${filled(facts.reason).replace(/\.$/, '')}.`,
      `${unit} xin lỗi ${reader} và hẹn lại thời gian trả kết quả: ${moment(facts.newDate)}.`,
      `Mong ${reader} thông cảm vì sự chậm trễ này.`,
      'Trân trọng./.',
    ],
    signer: filled(facts.signer).toLocaleUpperCase('vi'),
    copies: ['- Như trên;', '- Lưu: VT, ……'],
  };
}
