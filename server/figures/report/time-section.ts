import { partsBar, STATUS_MARKS, wholeCheck } from '#rules/drawing/parts-bar.ts';
import { figureOf, timelinessId } from '#rules/figure-id.ts';
import { type Figure, printFigure } from '#rules/print-figure.ts';
import type { Block } from '#wire/report.ts';
import { type Ink, joined, office, part } from './ink.ts';
import { overdueTrend } from './overdue-trend.ts';
import { type ReportSource, type ReportUnit, TIME_PARTS, type TimePart } from './report-source.ts';
import { statisticsLines } from './statistics-lines.ts';

export const TIME_LABELS: Readonly<Record<TimePart, string>> = {
  early: 'Trước hạn',
  onTime: 'Đúng hạn',
  overdue: 'Quá hạn',
  unknown: 'Chưa đủ dữ liệu',
  otherPeriod: 'Đến hạn ở kỳ khác',
};

const MARKS = { ...STATUS_MARKS, otherPeriod: { look: 'lv-none', form: 'diamond' } } as const;

/** The parts over all units; each is the sum of those of the units. */
function totals(units: readonly ReportUnit[], ink: Ink): { whole: Figure; parts: [TimePart, Figure][] } {
  const sum = (of: (unit: ReportUnit) => Figure | undefined) =>
    units.reduce((all, unit) => all + (of(unit)?.value ?? 0), 0);
  const whole = figureOf(
    timelinessId('all', 'dossiers'),
    'count',
    sum(({ dossiers }) => dossiers),
  );
  ink.made(whole, { kind: 'sum', of: units.map(({ dossiers }) => ink.keep(dossiers).id) });
  const parts = TIME_PARTS.map((name): [TimePart, Figure] => {
    const figure = figureOf(
      timelinessId('all', name),
      'count',
      sum(({ times }) => times?.[name]),
      { of: whole.value },
    );
    ink.made(figure, { kind: 'sum', of: units.flatMap(({ times }) => (times ? [ink.keep(times[name]).id] : [])) });
    return [name, figure];
  });
  return { whole, parts };
}

/** II.4: dossiers by their time, the sum of the parts printed beside the whole. */
export function timeSection(source: ReportSource, ink: Ink): Block[] {
  const { units, audience } = source;
  const heading: Block = { kind: 'heading', level: 2, key: 'time', text: '4. Tình hình giải quyết hồ sơ' };
  if (audience === 'public' || units.every(({ times }) => times === null)) return [];
  const { whole, parts } = totals(units, ink);
  if (whole.value === 0)
    return [
      heading,
      ...statisticsLines(source, ink),
      { kind: 'paragraph', item: false, runs: ink.say`Kỳ này chưa có hồ sơ nào được tính.` },
    ];
  const told = parts.filter(([name, { value }]) => value !== 0 || name === 'overdue');
  const sentence = told.map(([name, figure]) => {
    const label = TIME_LABELS[name].charAt(0).toLowerCase() + TIME_LABELS[name].slice(1);
    return ink.say`${label} ${figure} (${part(figure)})`;
  });
  const overdue = parts.find(([name]) => name === 'overdue')?.[1];
  return [
    heading,
    ...statisticsLines(source, ink),
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`Tính điểm trong kỳ ${office(whole)} hồ sơ, gồm ${joined(sentence, ', ')}. Kiểm tra cộng dồn: ${wholeCheck(
        parts.map(([, figure]) => figure),
        whole,
      )}.`,
    },
    {
      kind: 'chart',
      drawing: partsBar({
        id: 'tien-do',
        title: `Quá hạn ${overdue ? printFigure(overdue, 'part') : ''} hồ sơ của kỳ`,
        head: 'Kết quả',
        parts: told.map(([name, figure]) => ({ label: TIME_LABELS[name], ...MARKS[name], figure })),
        whole,
      }),
    },
    ...overdueTrend(source, ink),
  ];
}

/** Appendix III: the same unit by unit, those with overdue dossiers first. */
export function timeTable({ units }: ReportSource, ink: Ink): Block[] {
  const timed = units.flatMap((unit) => (unit.times ? [{ ...unit, times: unit.times }] : []));
  if (timed.length === 0) return [];
  const { whole, parts } = totals(units, ink);
  const late = (unit: (typeof timed)[number]) => unit.times.overdue.value ?? 0;
  const rows = timed
    .sort((a, b) => late(b) - late(a) || a.name.localeCompare(b.name, 'vi'))
    .map((unit) => {
      ink.made(unit.dossiers, { kind: 'sum', of: TIME_PARTS.map((name) => unit.times[name].id) });
      return [
        ink.cell(unit.name),
        ...TIME_PARTS.map((name) => ink.cell(unit.times[name])),
        ink.cell(unit.dossiers),
        ink.cell(part(unit.times.overdue)),
      ];
    });
  return [
    { kind: 'heading', level: 1, key: 'appendix-3', text: 'Phụ lục III. Hồ sơ quá hạn và xin lỗi' },
    {
      kind: 'table',
      key: 'times',
      caption: 'Thời gian giải quyết hồ sơ theo đơn vị',
      columns: [
        { label: 'Đơn vị', number: false, width: 30 },
        ...TIME_PARTS.map((name) => ({ label: TIME_LABELS[name], number: true, width: 10 })),
        { label: 'Tổng số', number: true, width: 10 },
        { label: 'Tỷ lệ quá hạn', number: true, width: 10 },
      ],
      rows: [
        ...rows,
        [
          ink.cell('Tổng số'),
          ...parts.map(([, figure]) => ink.cell(figure)),
          ink.cell(whole),
          ink.cell(part(parts.find(([name]) => name === 'overdue')?.[1] ?? whole)),
        ],
      ],
      total: true,
      wide: false,
      source: 'Hồ sơ đến hạn ở kỳ khác được tính ở kỳ đó.',
    },
  ];
}
