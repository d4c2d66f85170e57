/** Meanings a column or a label can have. `applicant` is known only so that it is never read. */
export type Meaning =
  | 'code'
  | 'procedure'
  | 'applicant'
  | 'received'
  | 'submitted'
  | 'submittedOnline'
  | 'promised'
  | 'stepDue'
  | 'remaining'
  | 'duration'
  | 'status'
  | 'handler'
  | 'ready'
  | 'returned'
  | 'reappointed';

/** Labels of an applicant's name alone: looked behind only when an officer presses for the name. */
export const APPLICANT_NAMES: readonly string[] = [
  'chủ hồ sơ',
  'tên chủ hồ sơ',
  'người nộp',
  'người nộp hồ sơ',
  'họ tên',
  'họ và tên',
  'người yêu cầu',
  'tên công dân, tổ chức, doanh nghiệp',
];

/** Labels seen in code of public back offices. "Thời hạn" and "Nội dung" are ambiguous; the reader decides by content. */
export const LABELS: Readonly<Record<Meaning, readonly string[]>> = {
  code: ['mã hồ sơ', 'số hồ sơ', 'mã số hồ sơ', 'số biên nhận', 'mã biên nhận', 'mã số biên nhận', 'số yêu cầu'],
  procedure: [
    'thủ tục',
    'tên thủ tục',
    'thủ tục hành chính',
    'nội dung',
    'nội dung yêu cầu',
    'loại hồ sơ',
    'tên hồ sơ',
    'tên nội dung',
    'tên tthc',
    'trích yếu',
  ],
  applicant: [
    ...APPLICANT_NAMES,
    'địa chỉ',
    'điện thoại',
    'sđt',
    'số điện thoại',
    'thư điện tử',
    'email',
    'cccd',
    'số cmnd/ căn cước',
    'mã số thuế',
  ],
  received: [
    'ngày tiếp nhận',
    'ngày nhận',
    'tiếp nhận',
    'tiếp nhận trực tiếp',
    'tiếp nhận trực tuyến',
    'tiếp nhận qua bưu chính công ích',
  ],
  submitted: ['ngày nộp', 'ngày nộp hồ sơ', 'ngày gửi', 'ngày yêu cầu'],
  submittedOnline: ['ngày gửi trực tuyến', 'ngày nộp trực tuyến'],
  promised: ['ngày hẹn trả', 'hẹn trả', 'ngày hẹn trả kết quả', 'hạn trả'],
  stepDue: ['hạn xử lý', 'thời hạn'],
  remaining: ['còn lại', 'thời gian còn lại', 'quá hạn', 'số ngày quá hạn', 'tình trạng hạn', 'thời hạn / còn lại'],
  duration: ['thời hạn giải quyết', 'thời hạn quy định', 'hạn giải quyết', 'số ngày giải quyết'],
  status: ['trạng thái', 'tình trạng', 'tình trạng hồ sơ', 'trạng thái hồ sơ', 'tình trạng hiện tại'],
  handler: ['người thực hiện', 'người xử lý', 'người thụ lý', 'cán bộ thụ lý', 'cán bộ xử lý', 'cán bộ'],
  ready: ['ngày có kết quả', 'ngày kết thúc'],
  returned: ['ngày thực trả', 'ngày trả', 'ngày trả kết quả'],
  reappointed: ['hẹn lại', 'ngày hẹn lại'],
};

/** Format characters nobody sees: zero-width blanks and joiners, marks of direction, soft hyphens, the mark at the start of a file. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
/** What a form adds behind a label: a colon, a star, a unit or a pattern in brackets. */
const ADDED = /(?:\s*(?:[:*]|\((?:ngay|gio|bat buoc|\*|\d{1,2}|[dmyh/:.,\s-]+)\)))+$/;

/**
 * A header or a label as programs compare it: no marks, lower case, blanks and underscores as one blank, without a trailing `:`, `*`,
 * `(ngày)`, `(dd/mm/yyyy)`. `Ngày hẹn trả *` → `ngay hen tra`, `MA_HO_SO` → `ma ho so`.
 */
export function labelKey(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[\s\u00a0_]+/g, ' ')
    .trim()
    .replace(ADDED, '')
    .trim();
}

const MEANING_OF = new Map(
  Object.entries(LABELS).flatMap(([meaning, labels]) => labels.map((label) => [labelKey(label), meaning as Meaning])),
);

/** What a header or a label means, or `null`. */
export function meaningOf(label: string): Meaning | null {
  return MEANING_OF.get(labelKey(label)) ?? null;
}
