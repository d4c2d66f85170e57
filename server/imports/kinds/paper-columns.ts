import { labelKey } from '#rules/labels.ts';
import { SURVEYS } from '#rules/surveys/index.ts';
import type { Question, Survey } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { ColumnSpec } from '../columns.ts';
import { formHeader, PAPER_SURVEYS, questionHeader } from './paper-headers.ts';

const asked = SURVEYS.flatMap((survey) =>
  survey.questions.filter(({ kind }) => kind === 'choice').map((question) => ({ survey, question })),
);

const textOf = (survey: Survey, { code }: Question) => wordsOf(survey, 'vi')[code] ?? '';

/** Question texts by the codes they stand for: one that two forms give to different questions names no column. */
const codesOfText = new Map<string, Set<string>>();
for (const { survey, question } of asked) {
  const key = labelKey(textOf(survey, question));
  codesOfText.set(key, (codesOfText.get(key) ?? new Set()).add(question.code));
}

/** A column per question of every form, by its code or its text. */
const questions: readonly ColumnSpec[] = [...new Set(asked.map(({ question }) => question.code))].map((code) => {
  const texts = asked
    .filter(({ question }) => question.code === code)
    .map(({ survey, question }) => textOf(survey, question));
  const own = texts.filter((text) => text !== '' && codesOfText.get(labelKey(text))?.size === 1);
  const printed = asked
    .filter(({ question }) => question.code === code)
    .map(({ survey, question }) => questionHeader(survey, question));
  return {
    key: `answers.${code}`,
    label: code,
    names: [...own, ...printed],
    example: { overall: 's4', q1: 'on', q3: 'extra0' }[code] ?? '',
  };
});

/** Codes of all questions that have a column. */
export const questionCodes: readonly string[] = questions.map(({ label }) => label);

export const paperColumns: readonly ColumnSpec[] = [
  {
    key: 'form',
    label: 'Số phiếu',
    names: ['Mã phiếu', 'Phiếu số', ...PAPER_SURVEYS.map(formHeader)],
    needed: true,
    example: '2026/0117',
  },
  {
    key: 'unit',
    label: 'Mã đơn vị',
    names: ['Đơn vị', 'Cơ quan', 'Tên đơn vị'],
    needed: true,
    orOption: 'unit',
    example: 'so-xay-dung',
  },
  { key: 'day', label: 'Ngày ghi phiếu', names: ['Ngày', 'Ngày đánh giá'], needed: true, example: '20/11/2026' },
  { key: 'dossier', label: 'Mã hồ sơ', names: ['Số hồ sơ', 'MaHoSo'], example: '' },
  { key: 'procedure', label: 'Mã thủ tục', names: ['Mã TTHC'], example: '' },
  { key: 'survey', label: 'Mẫu phiếu', names: ['Mã mẫu phiếu'], example: 'danhgia-2026' },
  { key: 'stage', label: 'Bước', names: ['Giai đoạn'], example: 'đã có kết quả' },
  { key: 'assisted', label: 'Ai ghi giúp', names: [], example: '' },
  { key: 'way', label: 'Ghi giúp ở đâu', names: [], example: '' },
  { key: 'helper', label: 'Mã cán bộ ghi giúp', names: [], example: '' },
  { key: 'comment', label: 'Góp ý', names: ['Ý kiến', 'Ý kiến khác'], example: '' },
  ...questions,
];
