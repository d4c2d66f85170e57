import type { CheckFamily, CheckId } from './check.ts';

/** What a check looks at, in one sentence anybody understands; `weak` = where it should not be leaned on. */
export interface MethodWords {
  readonly vi: string;
  readonly en: string;
  readonly weak?: { readonly vi: string; readonly en: string };
}

/** Printed on the public page of method beside the name and the honest explanations of each check. */
export const METHOD_WORDS: Readonly<Record<CheckId, MethodWords>> = {
  selfAbove: {
    vi: 'Trong các hồ sơ còn chỗ để chấm cao hơn, bao nhiêu hồ sơ được cán bộ tự chấm cao hơn điểm hệ thống từ nửa điểm một chỉ số.',
    en: 'Of the dossiers that leave room, how many were scored by the officer half a point or more an indicator above what the system computed.',
  },
  selfMinusCitizen: {
    vi: 'Điểm tự chấm trung bình so với điểm người dân cho, trên các chỉ số cả hai bên đều có.',
    en: 'Mean self-score against the mean of what citizens gave, over the indicators both have.',
    weak: {
      vi: 'Yếu với một cán bộ: chỉ so hai số trung bình, không nối phiếu với hồ sơ; người trả lời có thể khác với mọi người được phục vụ.',
      en: 'Weak for one officer: two means are compared and no answer is tied to a dossier; those who answered may differ from those served.',
    },
  },
  straightLine: {
    vi: 'Hồ sơ mà hệ thống tính các mức khác nhau nhưng được tự chấm cùng một mức ở mọi chỉ số.',
    en: 'Dossiers computed at differing points but scored with one point throughout.',
  },
  allMaximum: {
    vi: 'Hồ sơ mà hệ thống tính chưa đủ điểm nhưng được tự chấm tối đa ở mọi chỉ số.',
    en: 'Dossiers computed below the full points but given full points throughout.',
  },
  zeroVariance: {
    vi: 'Mọi hồ sơ của một cán bộ được chấm giống hệt nhau, trong khi hệ thống tính khác nhau.',
    en: 'All dossiers of an officer scored alike while the system computed differing points.',
  },
  scoreBurst: {
    vi: 'Từ 50 hồ sơ trở lên được xác nhận trong hai phút, không đủ thời gian để xem.',
    en: 'Fifty dossiers or more confirmed within two minutes, too fast to be looked at.',
    weak: {
      vi: 'Theo giờ máy chủ nhận được; cả đợt gửi cùng lúc thì xét theo thời gian danh sách đã mở trước khi bấm.',
      en: 'By when the server received them; what arrives together is judged by how long its list was in sight before.',
    },
  },
  scoredBeforeResult: {
    vi: 'Hồ sơ được tự chấm trước thời điểm có kết quả.',
    en: 'Dossiers scored before their result was there.',
  },
  movedDates: {
    vi: 'Trong các hồ sơ đã quá ngày hẹn đầu tiên, bao nhiêu hồ sơ có ngày hẹn bị đổi sau khi đã quá hạn.',
    en: 'Of the dossiers past their first promised date, how many had that date set anew after it had passed.',
    weak: {
      vi: 'Chỉ thấy những lần đổi mà hệ thống đọc được giá trị trước đó; lần đổi không rõ trước hay sau hạn không được tính.',
      en: 'Sees only changes whose earlier value was read; where it is not clear whether the date had passed, the change is not counted.',
    },
  },
  bulkCompletion: {
    vi: 'Nhiều hồ sơ quá hạn được chuyển sang hoàn thành trong cùng một phút.',
    en: 'Many overdue dossiers given their result in one and the same minute.',
  },
  receiptDate: {
    vi: 'Ngày trong mã hồ sơ khác ngày tiếp nhận ghi trong phần mềm.',
    en: 'The day in the dossier code is not the day of receipt on record.',
  },
  mintedLinks: {
    vi: 'Phần phiếu được trả lời trong hai phút sau khi cán bộ của chính đơn vị tạo đường dẫn.',
    en: 'The share of answers given within two minutes of an officer of the unit making the link.',
  },
  answerBurst: {
    vi: 'Ngày nhiều phiếu nhất của đơn vị so với một ngày bình thường của chính đơn vị đó.',
    en: 'The busiest day of a unit against an ordinary day of its own.',
  },
  kioskPresses: {
    vi: 'Phần lượt bấm máy ở quầy ngoài giờ làm việc hoặc quá gần lượt trước. Các lượt ấy không được tính vào kết quả.',
    en: 'The share of presses on counter tablets outside office hours or too soon after the one before. They are not counted in results.',
  },
  unknownDossiers: {
    vi: 'Phiếu gắn với mã hồ sơ mà hệ thống không có.',
    en: 'Answers tied to a dossier code the system does not hold.',
  },
  easyHard: {
    vi: 'Hồ sơ của thủ tục nhanh có phiếu nhiều hơn hồ sơ của thủ tục dài đến mức nào, so với mức thường gặp trong tỉnh.',
    en: 'How much more often dossiers of quick procedures are answered for than those of long ones, against what is usual in the province.',
    weak: {
      vi: 'Không thấy được ai đã không được mời; chỉ thấy ai đã trả lời.',
      en: 'Does not see who was not invited, only who answered.',
    },
  },
  quarterJump: {
    vi: 'Tỷ lệ quá hạn của đơn vị giảm so với kỳ trước nhiều hơn hẳn các đơn vị khác.',
    en: 'The overdue share of a unit fell from the period before by far more than those of the others.',
  },
  roundDigits: {
    vi: 'Phần số do đơn vị tự kê khai tận cùng bằng 0 hoặc 5; đếm thật thường khoảng một phần năm.',
    en: 'The share of declared numbers that end in 0 or 5; real counts end so about one time in five.',
  },
  differingCounts: {
    vi: 'Bảng ghi một số phiếu chung nhưng các tỷ lệ in ra không thể cùng tính trên một số.',
    en: 'Tables that claim one number of answers while the printed percentages cannot be of one and the same number.',
  },
};

/** Families as they are headed; in `answers` it is known that people answered, never what. */
export const FAMILY_WORDS: Readonly<Record<CheckFamily, { readonly vi: string; readonly en: string }>> = {
  self: { vi: 'Điểm tự chấm', en: 'Self-scores' },
  dates: { vi: 'Ngày hẹn, ngày trả', en: 'Dates promised and kept' },
  answers: { vi: 'Phiếu của người dân', en: "Citizens' answers" },
  figures: { vi: 'Số liệu kê khai và công bố', en: 'Figures declared and published' },
};
