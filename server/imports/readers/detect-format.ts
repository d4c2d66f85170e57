import { FileRefused, type Format } from '../row.ts';

const SAVE_AS = 'Mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx hoặc «CSV UTF-8», rồi nhập tệp mới.';

const startsWith = (head: Buffer, ...bytes: number[]) => head.subarray(0, bytes.length).equals(Buffer.from(bytes));

/** Files that are neither tables nor JSON, by the bytes they start with. */
const STRANGERS: readonly (readonly [readonly number[], string, string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'file.pdf', 'Tệp là PDF. Xuất lại danh sách từ phần mềm nguồn dạng Excel hoặc CSV.'],
  [[0x7b, 0x5c, 0x72, 0x74], 'file.document', `Tệp là văn bản RTF. ${SAVE_AS}`],
  [[0x1f, 0x8b], 'file.packed', 'Tệp đang nén. Giải nén rồi nhập tệp bên trong.'],
  [[0x52, 0x61, 0x72, 0x21], 'file.packed', 'Tệp đang nén. Giải nén rồi nhập tệp bên trong.'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'file.packed', 'Tệp đang nén. Giải nén rồi nhập tệp bên trong.'],
];

/** An old binary file of Office; a locked .xlsx is one too, and says so in its list of parts. */
function refuseOldOffice(head: Buffer): never {
  if (head.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new FileRefused('file.locked', 'Tệp có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.');
  throw new FileRefused('file.old', `Tệp là dạng cũ (.xls, .doc) hoặc có mật khẩu. Bỏ mật khẩu nếu có. ${SAVE_AS}`);
}

/**
 * What a file is, by its content; its name only tells a CSV that starts with a bracket from JSON.
 * @throws FileRefused `file.empty`, `file.old`, `file.locked`, `file.html`, `file.pdf`, `file.document`, `file.packed`.
 */
export function detectFormat(head: Buffer, name: string | null): Format {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) refuseOldOffice(head);
  for (const [bytes, code, message] of STRANGERS) if (startsWith(head, ...bytes)) throw new FileRefused(code, message);
  const text = head
    .toString('utf8')
    .replaceAll('\0', '')
    .replace(/^[\s\ufeff\ufffd]+/, '');
  if (text === '') throw new FileRefused('file.empty', 'Tệp trống. Chọn đúng tệp, hoặc xuất lại từ phần mềm nguồn.');
  if (/^<|^MIME-Version:/i.test(text))
    throw new FileRefused(
      'file.html',
      `Tệp là trang web hoặc XML, dù tên có thể là .xls (nhiều cổng xuất như vậy). ${SAVE_AS}`,
    );
  return /^[[{]/.test(text) && !/\.(csv|tsv|txt)$/i.test(name ?? '') ? 'json' : 'csv';
}
