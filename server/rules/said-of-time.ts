/** What a back office itself says of a dossier's time. `inTime` = it runs and its date has not passed. */
export type SaidOfTime = 'late' | 'onTime' | 'early' | 'inTime';

/** Words as back offices print it, without marks and in lower case, blanks as one blank. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** «Quá 2.25 ngày», «Đã quá hạn», «Trễ hạn 3 giờ». A bare number is not judged: days left in one column are days late in another. */
const LATE = /^(?:da )?(?:qua|tre|cham)(?: han)?(?: \d|$)/;
const ON_TIME = /^dung (?:han|hen)$/;
const EARLY = /^(?:som|truoc) (?:han|hen)(?: \d|$)/;
/** «Còn 1.5 ngày», «Thời gian còn lại: 2 ngày», «Hôm nay». */
const IN_TIME = /^(?:con|thoi gian con lai:?|con lai:?) \d|^hom nay$/;

/**
 * What the words of a back office on time come to; `null` for words that say neither late nor in time: «Tạm dừng xử lý», «Yêu cầu bổ
 * sung quá hạn 3 ngày» (that is the citizen's time), or words nobody has read before.
 */
export function saidOfTime(words: string): SaidOfTime | null {
  const text = plain(words);
  if (LATE.test(text)) return 'late';
  if (ON_TIME.test(text)) return 'onTime';
  if (EARLY.test(text)) return 'early';
  return IN_TIME.test(text) ? 'inTime' : null;
}
