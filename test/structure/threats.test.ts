import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT, textOf } from './source-files.ts';

const TABLE = /## Mối đe dọa\n[\s\S]*?(?=\n## )/;
/** What must be thought of, each by a word of its line. */
const ASKED = [
  ...[
    'token',
    'mạng của cơ quan',
    'Cán bộ trả lời thay',
    'tạo hàng loạt',
    'bản sao lưu',
    'nhật ký máy chủ',
    'giờ giấc',
  ],
  ...[
    'số nhỏ',
    'các bản chốt',
    'máy cán bộ',
    'ki-ốt',
    'phiên',
    'khóa cổng',
    'CSRF',
    'thành mã trên trang',
    'công thức',
  ],
  ...['SQL', 'tỉnh khác', 'Vượt vai trò', 'Dò mật khẩu', 'khổng lồ', 'thật chậm', 'hàng đợi', 'việc nặng', 'bom nén'],
  ...['chèn dòng giả', 'Đồng hồ', 'đĩa đầy', 'Mất khóa', 'Gói đọc trang giả', 'mã độc', 'Thư viện', 'Sửa nhật ký'],
  ...['SSRF', 'Giả tin', 'Biết mật khẩu', 'nhập sai để', 'đăng nhập một lần', 'khóa cũ'],
  'Người quản trị cơ sở dữ liệu',
];

const lines = (TABLE.exec(textOf('server/README.md'))?.[0] ?? '')
  .split('\n')
  .filter((line) => /^\| (?!Ai làm gì|-)/.test(line));

/** Whether a test or a group of tests in `source` is called `title`. */
function isTitled(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => {
    const at = source.indexOf(`${quote}${title}${quote}`);
    return at >= 0 && /\b(test|it|describe)(\.\w+(\([^)]*\))?)*\(\s*$/.test(source.slice(Math.max(0, at - 120), at));
  });
}

test('every threat of the guide names what holds it and tests that are there', () => {
  const faults = lines.flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, what = '', holds = '', left = '', tests = ''] = cells;
    const named = [...tests.matchAll(/`([\w./-]+\.test\.tsx?)`: «([^»]+)»/g)];
    if (!what || !holds || !left || named.length === 0) return [`${line}: needs all four cells and a test`];
    return named.flatMap(([, file = '', title = '']) => {
      if (!existsSync(`${ROOT}test/${file}`)) return [`${what}: test/${file} is no file`];
      return isTitled(textOf(`test/${file}`), title) ? [] : [`${what}: test/${file} has no test «${title}»`];
    });
  });
  expect(faults).toEqual([]);
});

test('none of the threats that were thought of is left out', () => {
  expect(lines.length).toBeGreaterThan(30);
  expect(ASKED.filter((word) => !lines.some((line) => (line.split('|')[1] ?? '').includes(word)))).toEqual([]);
});

test('a title that is no test of its file is found out', () => {
  expect(isTitled("test('what holds', () => {", 'what holds')).toBe(true);
  expect(isTitled("describe(\n  'what holds', () => {", 'what holds')).toBe(true);
  expect(isTitled("const text = 'what holds';", 'what holds')).toBe(false);
  expect(isTitled("test('what holds it', () => {", 'what holds')).toBe(false);
});
