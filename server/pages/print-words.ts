import type { Lang } from '#rules/surveys/survey.ts';

/** What stands on paper alone. */
export const PRINT_WORDS: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  vi: {
    scan: 'Quét mã bằng điện thoại để trả lời. Không cần cài ứng dụng.',
    type: 'Hoặc mở địa chỉ:',
    posterTitle: 'Mời Ông/Bà đánh giá việc giải quyết hồ sơ',
    size: 'Khổ giấy',
    printHelp: 'In bằng lệnh In của trình duyệt. Dòng này không in.',
    paperForm: 'Phiếu giấy',
    form: 'Số phiếu',
    dossier: 'Mã hồ sơ (nơi nhận phiếu ghi)',
    mark: 'Đánh dấu X vào một ô ở mỗi câu. Câu nào không biết, Ông/Bà cứ bỏ trống.',
    return: 'Bỏ phiếu vào hòm phiếu hoặc gửi lại nơi nhận hồ sơ.',
    version: 'Mẫu {survey}, phiên bản {version}',
    other: 'English',
    qr: 'Mã QR mở phiếu đánh giá của {unit}',
  },
  en: {
    scan: 'Scan the code with a phone to answer. No app is needed.',
    type: 'Or open:',
    posterTitle: 'Please rate how your application was handled',
    size: 'Paper size',
    printHelp: "Print with the browser's own command. This line is not printed.",
    paperForm: 'Paper form',
    form: 'Form no.',
    dossier: 'Application code (filled in by the office)',
    mark: 'Put an X in one box for each question. Leave empty what you do not know.',
    return: 'Put the form into the box or give it back where you applied.',
    version: 'Form {survey}, version {version}',
    other: 'Tiếng Việt',
    qr: 'QR code of the form of {unit}',
  },
};
