import { questionsOf } from '#rules/surveys/questions-of.ts';
import type { Question, Stage, Survey } from '#rules/surveys/survey.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import { formHeader, questionHeader } from '../../imports/kinds/paper-headers.ts';
import { type Cell, type Choice, type Sheet, textCell } from './cell.ts';
import { workbookOf } from './workbook.ts';

/** Rows with drop-downs; what is typed below them is read as well. */
const ROWS = 500;
/** Title, how to, header. */
const ABOVE = 3;
const [FORMS, PLACES, OPTIONS] = ['Phiếu', 'Đơn vị và thủ tục', 'Phương án'] as const;

export interface PaperPlaces {
  /** `named`: its name tells it from every other unit, so that it may be chosen by it. */
  readonly units: readonly { readonly unit: string; readonly name: string; readonly named: boolean }[];
  readonly procedures: readonly { readonly procedure: string; readonly name: string }[];
}

interface Column {
  readonly header: string;
  readonly width: number;
  /** Where its choices stand. */
  readonly list?: { readonly sheet: string; readonly column: number; readonly length: number };
}

/** A list of words to choose from, with what it is for above it. */
interface Listed {
  readonly title: string;
  readonly words: readonly string[];
}

/** All that is asked on paper at any stage, in the order of the sheet. */
function askedOn(survey: Survey): readonly Question[] {
  const stages = Object.keys(survey.stages) as Stage[];
  const asked = new Set(stages.flatMap((stage) => questionsOf(survey, stage)));
  return survey.questions.filter((question) => question.kind === 'choice' && asked.has(question));
}

function optionWords(survey: Survey, { code, options }: Question): string[] {
  const words = wordsOf(survey, 'vi');
  const offered = options.filter(({ becomes }) => becomes === undefined);
  return offered.map((option) => words[`${code}.${option.code}`] ?? words[option.code] ?? option.code);
}

/** Lists side by side below their titles, as rows. */
function beside(lists: readonly Listed[]): Cell[][] {
  const rows = Math.max(0, ...lists.map(({ words }) => words.length));
  return [
    lists.map(({ title }) => textCell(title, 'head')),
    ...Array.from({ length: rows }, (_, r) => lists.map(({ words }) => textCell(words[r] ?? '', 'typed'))),
  ];
}

const choiceOf = ({ list }: Column, column: number): Choice[] =>
  list && list.length > 0
    ? [
        {
          column,
          firstRow: ABOVE,
          lastRow: ABOVE + ROWS - 1,
          from: { sheet: list.sheet, column: list.column, firstRow: 1, lastRow: list.length },
          otherwise: 'Chọn một dòng trong danh sách, hoặc để trống.',
        },
      ]
    : [];

/**
 * A workbook into which sheets of one survey are typed, a row each, and which the importer reads back: drop-downs of units, procedures and
 * options in the words of the sheet. Cells are text: what begins like a formula stays as typed.
 */
export function paperTemplate(survey: Survey, { units, procedures }: PaperPlaces): Uint8Array<ArrayBuffer> {
  const places: Listed[] = [
    { title: 'Đơn vị (chọn trong trang Phiếu)', words: units.map(({ unit, name, named }) => (named ? name : unit)) },
    { title: 'Mã của đơn vị', words: units.map(({ unit }) => unit) },
    { title: 'Mã của thủ tục', words: procedures.map(({ procedure }) => procedure) },
    { title: 'Tên thủ tục', words: procedures.map(({ name }) => name) },
  ];
  const questions = askedOn(survey);
  const fixed: Listed[] = [
    ...('submitted' in survey.stages ? [{ title: 'Bước', words: ['đã có kết quả', 'mới nộp'] }] : []),
    { title: 'Ai ghi giúp', words: ['tự ghi', 'người nhà', 'tình nguyện viên', 'cán bộ'] },
    { title: 'Ghi giúp ở đâu', words: ['tại quầy', 'điện thoại', 'tại nhà'] },
  ];
  const options: Listed[] = [
    ...questions.map((question) => ({ title: question.code, words: optionWords(survey, question) })),
    ...fixed,
  ];
  const listed = (title: string) => {
    const column = options.findIndex((list) => list.title === title);
    return { sheet: OPTIONS, column, length: options[column]?.words.length ?? 0 };
  };
  const columns: Column[] = [
    { header: formHeader(survey), width: 18 },
    { header: 'Đơn vị', width: 28, list: { sheet: PLACES, column: 0, length: units.length } },
    { header: 'Ngày ghi phiếu', width: 14 },
    { header: 'Mã hồ sơ', width: 24 },
    { header: 'Mã thủ tục', width: 14, list: { sheet: PLACES, column: 2, length: procedures.length } },
    ...questions.map(({ code }, i) => ({
      header: questionHeader(survey, questions[i] as Question),
      width: 30,
      list: listed(code),
    })),
    { header: 'Góp ý', width: 40 },
    ...fixed.map(({ title }) => ({ header: title, width: 18, list: listed(title) })),
    { header: 'Mã cán bộ ghi giúp', width: 18 },
  ];
  const sheets: Sheet[] = [
    {
      name: FORMS,
      widths: columns.map(({ width }) => width),
      rows: [
        [textCell(wordsOf(survey, 'vi').title ?? survey.id, 'title')],
        [
          textCell(
            'Mỗi phiếu một dòng. Ngày ghi theo ngày/tháng/năm. Ô để trống trên phiếu thì để trống. Không ghi tên, số điện thoại, số giấy tờ.',
            'note',
          ),
        ],
        columns.map(({ header }) => textCell(header, 'head')),
      ],
      frozen: ABOVE,
      headHeight: 80,
      typed: true,
      choices: columns.flatMap(choiceOf),
    },
    { name: PLACES, widths: [40, 24, 18, 70], rows: beside(places), frozen: 1 },
    { name: OPTIONS, widths: options.map(() => 34), rows: beside(options), frozen: 1 },
  ];
  return workbookOf(`Phiếu giấy ${survey.id}/${survey.version}`, sheets);
}
