/** What a portal can set and hear, in the words of the guide. Not part of the script. */
interface Row {
  readonly name: string;
  readonly cells: readonly string[];
}

interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

const row = (name: string, ...cells: readonly string[]): Row => ({ name, cells });
const BARE = '(không cần giá trị)';

/** By the name its place in the guide carries. */
export const REFERENCE = {
  attributes: {
    title: 'Thuộc tính',
    head: ['Bắt buộc', 'Nghĩa', 'Ví dụ'],
    rows: [
      row('server', 'không', 'Địa chỉ máy chủ; bỏ trống thì là nơi tải script', '`https://danhgia.tinh.gov.vn`'),
      row('tenant', 'khi không có `token`', 'Mã tỉnh', '`mau`'),
      row('unit', 'nên có; bắt buộc khi không có `token`', 'Mã đơn vị', '`so-xay-dung`'),
      row('procedure', 'không', 'Mã thủ tục quốc gia', '`1.009972`'),
      row('stage', 'nên có', '`submitted` (vừa nộp); mọi giá trị khác là `returned` (đã có kết quả)', '`returned`'),
      row(
        'token',
        'nên có',
        'Đường dẫn của hồ sơ; máy chủ cho biết đơn vị, thủ tục, bước và mẫu phiếu',
        '`mau.NW9Y941XTG9660HB`',
      ),
      row(
        'survey',
        'không',
        'Mẫu phiếu khi không có `token`; mặc định `danhgia-2026`. Còn có `tt32-3`, `tt32-5` (ba và năm mức, chỉ cho tỷ lệ hài lòng, không vào chỉ số) và phiếu cũ `binh-thuan-2019`',
        '`danhgia-2026`',
      ),
      row(
        'lang',
        'không',
        '`en` hoặc `vi`; không ghi thì theo thẻ bao ngoài gần nhất có `lang`, còn lại là `vi`',
        '`en`',
      ),
      row(
        'mode',
        'không',
        '`dialog`: nút «Mở phiếu đánh giá» mở phiếu trong hộp thoại; mặc định hiện ngay trong trang',
        '`dialog`',
      ),
      row('steps', 'không', 'Mỗi lần một câu, cuối cùng xem lại cả phiếu rồi gửi', BARE),
      row(
        'assisted',
        'không',
        'Người điền giúp: `relative` (người nhà), `volunteer` (tình nguyện viên), `officer` (cán bộ). Phiếu do tình nguyện viên, cán bộ điền để riêng, không tính vào kết quả chính thức',
        '`officer`',
      ),
      row(
        'way',
        'không',
        'Người giúp gặp người dân thế nào: `counter`, `phone`, `home`; chỉ dùng cùng `assisted`',
        '`phone`',
      ),
      row('test', 'không', 'Chế độ thử: hiện dòng báo, không gửi câu trả lời', BARE),
      row('shared', 'không', 'Máy dùng chung: không giữ câu trả lời dở dang', BARE),
      row('theme', 'không', '`light` giữ nền sáng, `dark` giữ nền tối; không ghi thì theo máy', '`dark`'),
    ],
  },
  events: {
    title: 'Sự kiện',
    head: ['`event.detail`', 'Khi nào'],
    rows: [
      row('dvc-survey-ready', '`{ survey, version, stage }`', 'phiếu đã hiện, trả lời được'),
      row('dvc-survey-opened', '`{}`', 'hộp thoại đã mở'),
      row(
        'dvc-survey-saved',
        '`{ id }`',
        'người dân đã bấm gửi và phiếu đã nằm trên đĩa của máy; chưa chắc máy chủ đã nhận',
      ),
      row('dvc-survey-sent', '`{ id }`; khi thử: `{ test: true }`', 'máy chủ đã nhận'),
      row('dvc-survey-closed', '`{}`', 'hộp thoại đã đóng, hoặc người dân bấm «Đóng» sau khi gửi'),
      row(
        'dvc-survey-error',
        '`{ code }`',
        'không tải được (`load`), CSP chặn (`csp`), hoặc mã lỗi của máy chủ như `token.used`, `survey.unknown`',
      ),
    ],
  },
  colors: {
    title: 'Biến CSS',
    head: ['Dùng cho'],
    rows: [
      row('--dvc-bg', 'nền phiếu và ô'),
      row('--dvc-surface', 'nền ý đang chọn'),
      row('--dvc-ink', 'chữ'),
      row('--dvc-muted', 'số thứ tự câu'),
      row('--dvc-control', 'viền ô và nút'),
      row('--dvc-primary', 'nút gửi, chữ của nút, dấu chọn'),
      row('--dvc-on-primary', 'chữ trên nút gửi'),
      row('--dvc-error', 'chữ báo lỗi'),
      row('--dvc-error-bg', 'nền khung lỗi'),
      row('--dvc-note-bg', 'nền khung nhắc'),
      row('--dvc-focus-in', 'viền trong của chỗ đang đứng'),
      row('--dvc-focus-out', 'viền ngoài của chỗ đang đứng'),
    ],
  },
  parts: {
    title: '`::part()`',
    head: ['Là gì'],
    rows: [
      row('base', 'cả phiếu'),
      row('opener', 'nút mở hộp thoại'),
      row('dialog', 'hộp thoại'),
      row('form', 'phần câu hỏi'),
      row('title', 'tiêu đề'),
      row('question', 'một câu hỏi'),
      row('option', 'một ý để chọn'),
      row('button', 'mọi nút khác'),
      row('sent', 'phần hiện sau khi gửi'),
    ],
  },
} as const satisfies Readonly<Record<string, Table>>;

/** The guide with each table between its marks as `REFERENCE` has it. */
export function withReference(guide: string): string {
  return Object.entries<Table>(REFERENCE).reduce((text, [place, { title, head, rows }]) => {
    const cells = [
      [title, ...head],
      ['', ...head].map(() => '---'),
      ...rows.map((one) => [`\`${one.name}\``, ...one.cells]),
    ];
    const table = cells.map((line) => `| ${line.join(' | ')} |`).join('\n');
    const marks = new RegExp(`(<!-- ${place} -->\n)[^]*?(\n<!-- / -->)`);
    return text.replace(marks, (_, start: string, end: string) => start + table + end);
  }, guide);
}
