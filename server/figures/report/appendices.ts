import type { Figure } from '#rules/print-figure.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { Block, Run } from '#wire/report.ts';
import { coverageTable } from './coverage-table.ts';
import { type Ink, interval, over, sizeOf } from './ink.ts';
import { lettersTable } from './letters-table.ts';
import { rankingCharts } from './ranking-chart.ts';
import { levelsOf, type ReportLevel, type ReportSource, type ReportUnit } from './report-source.ts';
import { timeTable } from './time-section.ts';

function inOrder({ units }: ReportLevel): ReportUnit[] {
  const group = ({ hidden, grade, missing }: ReportUnit) =>
    hidden ? 2 : grade.text !== null && missing.length === 0 ? 0 : 1;
  return [...units].sort(
    (a, b) =>
      group(a) - group(b) ||
      (group(a) === 0 ? (b.total.value ?? 0) - (a.total.value ?? 0) : 0) ||
      a.name.localeCompare(b.name, 'vi'),
  );
}

/** `96,8 % (94,1–98,2 %; n = 412)`, with «n nhỏ» where it is. */
function shareCell(share: Figure, ink: Ink): Run[] {
  if (share.value === null) return ink.cell(share);
  return ink.say`${share} (${interval(share)}; ${sizeOf(share)}${share.few ? ', n nhỏ' : ''})`;
}

/** A unit without a grade is told why, in a few words. */
function gradeCell({ grade, missing }: ReportUnit, ink: Ink): Run[] {
  if (grade.text !== null) return ink.cell(grade);
  if (missing.length > 0) return ink.say`${grade} (thiếu chỉ số ${missing.join(', ')})`;
  return ink.say`${grade} ${grade.because ?? ''}`;
}

/** The units of a level, best first; those without a rank after them by name. */
export function rankingTable(level: ReportLevel, ink: Ink): Block {
  const rows = inOrder(level).map((unit) =>
    unit.hidden
      ? [ink.cell(''), ink.cell(unit.name), ink.cell('ẩn'), ...Array.from({ length: 5 }, () => ink.cell('—'))]
      : [
          ink.cell(unit.rank === null ? '—' : String(unit.rank)),
          ink.cell(unit.name),
          ink.cell(unit.missing.length > 0 ? over(unit.total) : unit.total),
          gradeCell(unit, ink),
          ink.cell(unit.satisfaction),
          shareCell(unit.share, ink),
          ink.cell(unit.responses),
          ink.cell(unit.dossiers),
        ],
  );
  return {
    kind: 'table',
    key: `ranking-${level.level}`,
    caption: `Bảng xếp loại ${level.title.toLowerCase()}`,
    columns: [
      { label: 'Hạng', number: true, width: 7 },
      { label: 'Đơn vị', number: false, width: 25 },
      { label: 'Tổng điểm', number: true, width: 9 },
      { label: 'Xếp loại', number: false, width: 12 },
      { label: 'Mức độ hài lòng theo xếp loại', number: false, width: 12 },
      { label: 'Tỷ lệ hài lòng theo phiếu', number: true, width: 17 },
      { label: 'Số phiếu', number: true, width: 9 },
      { label: 'Hồ sơ', number: true, width: 9 },
    ],
    rows,
    total: false,
    wide: false,
    source: level.whole ? '' : 'Ẩn vì dưới 5 phiếu, để không lộ người trả lời.',
  };
}

const SERIES = [
  ['official', 'Chính thức'],
  ['citizen', 'Người dân'],
  ['computed', 'Hệ thống'],
  ['self', 'Tự chấm'],
] as const;

function seriesTable(level: ReportLevel, ink: Ink): Block {
  return {
    kind: 'table',
    key: `series-${level.level}`,
    caption: `Chín chỉ số theo ba chuỗi, ${level.title.toLowerCase()}`,
    columns: [
      { label: 'Đơn vị', number: false, width: 27 },
      { label: 'Chuỗi', number: false, width: 10 },
      ...Array.from({ length: 9 }, (_, i) => ({ label: `${i + 1}`, number: true, width: 7 })),
    ],
    rows: level.shown.flatMap(({ name, rows }) =>
      SERIES.map(([series, label]) => [
        ink.cell(name),
        ink.cell(label),
        ...Array.from({ length: 9 }, (_, i) => {
          const figure = rows?.[i]?.[series] ?? null;
          if (figure === null) return ink.cell('không hỏi');
          return figure.value === null || figure.n === null ? ink.cell(figure) : ink.say`${figure} (${sizeOf(figure)})`;
        }),
      ]),
    ),
    total: false,
    wide: true,
    source: 'Dưới 5 phiếu thì không nêu điểm của người dân.',
  };
}

function method({ period, readings }: ReportSource, ink: Ink): Block[] {
  const rule = period.rulesetTitle.charAt(0).toLowerCase() + period.rulesetTitle.slice(1);
  const by = period.decision ? `${rule}, áp dụng ở tỉnh bằng ${period.decision}` : rule;
  return [
    { kind: 'heading', level: 1, key: 'appendix-4', text: 'Phụ lục IV. Phương pháp và cách hiểu' },
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`Mỗi hồ sơ được so ngày có kết quả với ngày phải trả. Người dân trả lời tối đa 9 câu, không ghi tên. Đơn vị tự chấm riêng; điểm tự chấm không thay số liệu hệ thống. Điểm tính bằng ${by}, phần nào quy định chưa nói rõ được ghi trong bảng “Cách hiểu”. Đơn vị có dưới 5 phiếu không công bố riêng.`,
    },
    ...period.caveats.map(
      ({ text, cite }): Block => ({ kind: 'paragraph', item: true, runs: ink.say`${text} ${cite}` }),
    ),
    {
      kind: 'table',
      key: 'readings',
      caption: 'Cách hiểu',
      columns: [
        { label: 'Điều chưa rõ', number: false, width: 30 },
        { label: 'Cách chọn', number: false, width: 25 },
        { label: 'Lý do và nguồn', number: false, width: 45 },
      ],
      rows: readings.map(({ label, value, reason, cite }) => [
        ink.cell(label),
        ink.cell(value),
        ink.say`${reason} ${cite}`,
      ]),
      total: false,
      wide: false,
      source: '',
    },
  ];
}

function forms({ surveys }: ReportSource, ink: Ink): Block[] {
  const known = surveys.flatMap((id) => findSurvey(id) ?? []);
  if (known.length === 0) return [];
  return [
    { kind: 'heading', level: 1, key: 'appendix-5', text: 'Phụ lục V. Phiếu đang dùng' },
    ...known.flatMap((survey): Block[] => {
      const words = wordsOf(survey, 'vi');
      const asked = survey.questions.filter(({ code }) => survey.stages.returned?.includes(code));
      return [
        { kind: 'paragraph', item: false, runs: ink.say`Phiếu ${survey.id}, phiên bản ${String(survey.version)}:` },
        ...asked.map((question): Block => {
          const options = question.options.map(({ code }) => words[`${question.code}.${code}`] ?? words[code] ?? code);
          const said = options.length > 0 ? ` (${options.join(' · ')})` : '';
          return { kind: 'paragraph', item: true, runs: ink.say`${words[question.code] ?? question.code}${said}` };
        }),
      ];
    }),
  ];
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V'];

/** Appendices are numbered as they come: one an audience may not see leaves no gap. */
function inSequence(blocks: readonly Block[]): Block[] {
  let number = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.level !== 1) return block;
    const text = block.text.replace(/^Phụ lục [IV]+/, `Phụ lục ${ROMAN[number]}`);
    number += 1;
    return { ...block, text };
  });
}

/** The tables behind the report, how it was computed and what was asked. */
export function appendices(source: ReportSource, ink: Ink): Block[] {
  const levels = levelsOf(source.units);
  const series = levels.filter(({ shown }) => shown.some(({ rows }) => rows !== null));
  const times = source.audience === 'public' ? [] : timeTable(source, ink);
  return inSequence([
    { kind: 'page' },
    { kind: 'heading', level: 1, key: 'appendix-1', text: 'Phụ lục I. Bảng xếp loại' },
    ...levels.flatMap((level) => [rankingTable(level, ink), ...rankingCharts(level), ...coverageTable(level, ink)]),
    ...(series.length > 0
      ? [
          { kind: 'heading', level: 1, key: 'appendix-2', text: 'Phụ lục II. Chín chỉ số theo ba chuỗi' } as const,
          ...series.map((level) => seriesTable(level, ink)),
        ]
      : []),
    ...times,
    ...(source.audience === 'province' ? lettersTable(source, ink) : []),
    ...method(source, ink),
    ...forms(source, ink),
  ]);
}
