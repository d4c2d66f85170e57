import { CHOICES, type Choices, choiceLabel } from '#rules/choices.ts';
import { formatDate, formatDateTime } from '#rules/format.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { VALUE_WORDS } from './case-value-words.ts';
import { KEY_WORDS } from './case-words.ts';
import { CASE_GROUPS } from './cases/index.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function textInWords(text: string): string {
  const known = VALUE_WORDS[text] ?? CHOICES.find(({ key }) => key === text)?.label;
  if (known) return known;
  return text.replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/g, formatDateTime).replace(/\d{4}-\d{2}-\d{2}(?!\d)/g, formatDate);
}

/** What was answered, in the words of the form: `«Số lần liên hệ …»: 1 lần`; of a tally, how often. */
function answersInWords(answers: Readonly<Record<string, unknown>>, form: string): string {
  const survey = findSurvey(form);
  const words = survey ? wordsOf(survey, 'vi') : {};
  const option = (question: string, code: string) => words[`${question}.${code}`] ?? words[code] ?? code;
  const parts = Object.entries(answers).map(([question, answer]) => {
    const said =
      typeof answer === 'object' && answer !== null
        ? Object.entries(answer).map(([code, n]) => `${option(question, code)} ${n}`)
        : [option(question, String(answer))];
    return `«${words[question] ?? words[`${question}@returned`] ?? question}»: ${said.join(', ')}`;
  });
  return parts.length === 0 ? 'không có' : parts.join('; ');
}

/** A fact or a result as a lawyer reads it: `tiếp nhận: 24/11/2026 08:15; chỉ số: 20, 10, —`. */
function inWords(value: unknown, depth = 0): string {
  if (value === null || value === undefined) return '—';
  if (value === true) return 'có';
  if (value === false) return 'không';
  if (typeof value === 'string') return textInWords(value);
  if (Array.isArray(value))
    return value.length === 0 ? 'không có' : value.map((each) => inWords(each, depth + 1)).join(', ');
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value).map(([key, each]) => {
    const choice = CHOICES.find((one) => one.key === key && one.values.some((offered) => offered.value === each));
    if (choice) return `${choice.label}: ${choiceLabel(choice.key, each as Choices[typeof choice.key])}`;
    if (key === 'answers' && typeof each === 'object' && each !== null) {
      const { survey } = value as { readonly survey?: string };
      return answersInWords(each as Readonly<Record<string, unknown>>, survey ?? 'danhgia-2026');
    }
    return `${KEY_WORDS[key] ?? key}: ${inWords(each, depth + 1)}`;
  });
  if (parts.length === 0) return 'không có gì';
  return depth === 0 ? parts.join('; ') : `(${parts.join('; ')})`;
}

// A reader such as `head` may have had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const total = CASE_GROUPS.reduce((sum, { cases }) => sum + cases.length, 0);
process.stdout.write(
  `# Các tình huống kiểm tra luật (${total})\n\nĐiểm của chỉ số tính bằng phần mười: 20 là 2 điểm; của QĐ 766/QĐ-TTg bằng phần trăm: 160 là 1,60 điểm. «—» là không tính hoặc không biết, không phải 0.\n`,
);
for (const { title, cases } of CASE_GROUPS) {
  process.stdout.write(`\n## ${title} (${cases.length})\n\n`);
  process.stdout.write(
    '| Tình huống | Ngày | Dữ kiện | Kết quả phải có | Căn cứ | Cách tính |\n|---|---|---|---|---|---|\n',
  );
  for (const { name, on, given, expect, article, worked } of cases) {
    const columns = [name, formatDate(on), inWords(given), inWords(expect), article, worked ?? ''];
    process.stdout.write(`| ${columns.map(cell).join(' | ')} |\n`);
  }
}
