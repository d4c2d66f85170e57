import type { Lang, Words } from '#rules/surveys/survey.ts';

/** What only the form without script says; everything else is in the survey's own words. */
export const PLAIN_WORDS: Readonly<Record<Lang, Words>> = {
  vi: {
    number: 'Câu {i}.',
    onlyIf: 'Chỉ trả lời nếu Ông/Bà chọn: {options}.',
    or: 'hoặc',
    dossier: 'Hồ sơ {code}',
    other: 'English',
    busy: 'Đang có nhiều người gửi. Câu trả lời vẫn còn trên trang này. Mời Ông/Bà bấm Gửi phiếu lần nữa.',
    erase: 'Xóa câu trả lời',
    eraseAsk: 'Xóa hẳn câu trả lời này? Sau khi xóa, Ông/Bà đánh giá lại được bằng đường dẫn này.',
    erased: 'Đã xóa câu trả lời. Ông/Bà đánh giá lại được bằng đường dẫn này.',
    keep: 'Giữ lại',
    long: 'Góp ý dài quá {n} ký tự. Mời Ông/Bà viết ngắn lại.',
  },
  en: {
    number: 'Question {i}.',
    onlyIf: 'Answer only if you chose: {options}.',
    or: 'or',
    dossier: 'Application {code}',
    other: 'Tiếng Việt',
    busy: 'Many people are sending now. Your answers are still on this page. Please press Send again.',
    erase: 'Delete answers',
    eraseAsk: 'Delete these answers for good? You can then rate again with this link.',
    erased: 'Your answers were deleted. You can rate again with this link.',
    keep: 'Keep them',
    long: 'The comment is {n} characters too long. Please shorten it.',
  },
};
