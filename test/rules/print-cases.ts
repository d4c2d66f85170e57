import { formatDate } from '#rules/format.ts';
import { CASE_GROUPS } from './cases/index.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const shown = (value: unknown) => cell(typeof value === 'string' ? value : JSON.stringify(value));

const total = CASE_GROUPS.reduce((sum, { cases }) => sum + cases.length, 0);
process.stdout.write(
  `# Các tình huống kiểm tra luật (${total})\n\nĐiểm tính bằng phần mười: 20 là 2 điểm; null là không tính.\n`,
);
for (const { title, cases } of CASE_GROUPS) {
  process.stdout.write(`\n## ${title} (${cases.length})\n\n`);
  process.stdout.write(
    '| Tình huống | Ngày | Dữ kiện | Kết quả phải có | Căn cứ | Cách tính |\n|---|---|---|---|---|---|\n',
  );
  for (const { name, on, given, expect, article, worked } of cases)
    process.stdout.write(
      `| ${[cell(name), formatDate(on), shown(given), shown(expect), cell(article), cell(worked ?? '')].join(' | ')} |\n`,
    );
}
