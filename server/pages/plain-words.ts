import type { Lang, Words } from '#rules/surveys/survey.ts';
import citizenEn from '#rules/surveys/words/citizen.en.json' with { type: 'json' };
import citizenVi from '#rules/surveys/words/citizen.vi.json' with { type: 'json' };

/** What only the form without script says; everything else is in the survey's own words. */
export const PLAIN_WORDS: Readonly<Record<Lang, Words>> = {
  vi: {
    page: 'Đánh giá việc giải quyết hồ sơ',
    number: 'Câu {i}.',
    onlyIf: 'Chỉ trả lời nếu Ông/Bà chọn: {options}.',
    or: 'hoặc',
    dossier: 'Hồ sơ {code}',
    other: 'English',
    busy: 'Đang có nhiều người gửi. Câu trả lời vẫn còn trên trang này. Mời Ông/Bà bấm Gửi phiếu lần nữa.',
    wait: 'Đang có nhiều lượt mở từ nơi này. Đợi {s} giây rồi tải lại trang.',
    erase: 'Xóa câu trả lời',
    eraseAsk: 'Xóa hẳn câu trả lời này? Sau khi xóa, Ông/Bà đánh giá lại được bằng đường dẫn này.',
    erased: 'Đã xóa câu trả lời. Ông/Bà đánh giá lại được bằng đường dẫn này.',
    keep: 'Giữ lại',
    receiptLabel: 'Mã phiếu',
    receiptHelp: 'Nhập mã phiếu để xem, sửa hoặc xóa câu trả lời. Mã gồm 10 ký tự, ví dụ K7M2-9QXD-4T.',
    reopen: 'Mở phiếu',
    where: 'Muốn sửa hoặc xóa sau này, Ông/Bà mở lại địa chỉ của trang này rồi nhập mã phiếu.',
    open: citizenVi.open,
    enter: citizenVi.enter,
    long: 'Góp ý dài quá {n} ký tự. Mời Ông/Bà viết ngắn lại.',
  },
  en: {
    page: 'Rate how your application was handled',
    number: 'Question {i}.',
    onlyIf: 'Answer only if you chose: {options}.',
    or: 'or',
    dossier: 'Application {code}',
    other: 'Tiếng Việt',
    busy: 'Many people are sending now. Your answers are still on this page. Please press Send again.',
    wait: 'This page is being opened many times from here. Wait {s} seconds, then reload it.',
    erase: 'Delete answers',
    eraseAsk: 'Delete these answers for good? You can then rate again with this link.',
    erased: 'Your answers were deleted. You can rate again with this link.',
    keep: 'Keep them',
    receiptLabel: 'Receipt',
    receiptHelp: 'Enter your receipt to see, change or delete your answers. It has 10 characters, e.g. K7M2-9QXD-4T.',
    reopen: 'Open the form',
    where: 'To change or delete your answers later, open the address of this page again and enter your receipt.',
    open: citizenEn.open,
    enter: citizenEn.enter,
    long: 'The comment is {n} characters too long. Please shorten it.',
  },
};
