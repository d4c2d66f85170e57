import { describe, expect, it } from 'vitest';
import { figureOf, levelId, timelinessId, wholeId } from '#rules/figure-id.ts';
import type { Block } from '#wire/report.ts';
import type { Timeliness } from '#wire/timeliness.ts';
import { LETTER_PARTS, type LetterPart, type ReportBeside } from '../../server/figures/report/report-beside.ts';
import { reportBody } from '../../server/figures/report/report-body.ts';
import type { TrendLevel, TrendPeriod } from '../../server/figures/report/report-trend.ts';
import { docxOf } from '../../server/reports/docx/docx.ts';
import { xlsxOf } from '../../server/reports/xlsx/xlsx.ts';
import { readDocx } from './read-docx.ts';
import { figureCells } from './read-xlsx.ts';
import { sampleSource, sampleUnit, timesOf } from './sample-source.ts';

const letters = (scope: string, counts: readonly number[]) => {
  const of = counts.reduce((all, n) => all + n, 0);
  return Object.fromEntries(
    LETTER_PARTS.map((part, i) => [
      part,
      figureOf(timelinessId(scope, `letter-${part}`), 'count', counts[i] ?? 0, { of }),
    ]),
  ) as Record<LetterPart, ReturnType<typeof figureOf>>;
};
const overdue = (period: string, k: number | null, n: number) =>
  figureOf(timelinessId('all', `overdue-share/${period}`), 'share', k, { of: n, n });

const share = (period: string, value: number | null) =>
  figureOf(
    wholeId(`share/${period}`),
    'permille',
    value,
    value === null ? {} : { low: value - 20, high: value + 20, n: 900 },
  );
/** A period of the sector offices: mean total, how many are «Xuất sắc» and how many have no grade. */
function told(period: string, satisfied: number | null, mean: number | null, [best, none]: [number, number]) {
  const count = (code: string, n: number) =>
    figureOf(levelId('province', 'grade', `${code}/${period}`), 'count', n, { of: 2 });
  const level: TrendLevel = {
    level: 'province',
    mean: figureOf(levelId('province', 'mean-total', period), 'tenths', mean, { of: 180, n: best }),
    grades: [
      { label: 'Xuất sắc', look: 'lv-5', count: count('excellent', best) },
      { label: 'Tốt', look: 'lv-4', count: count('good', 0) },
      { label: 'Chưa xếp loại', look: 'lv-none', count: count('none', none) },
    ],
  };
  return { satisfied: share(period, satisfied), levels: [level] };
}
const trendPeriod = (
  label: string,
  of: Pick<TrendPeriod, 'overdue' | 'satisfied' | 'levels'> & Partial<TrendPeriod>,
) => ({
  ...{ label, changed: [], asked: [] },
  ...of,
});

const BESIDE: ReportBeside = {
  letters: new Map([
    ['so-a', letters('so-a', [6, 1, 3, 0])],
    ['so-b', letters('so-b', [0, 0, 4, 1])],
  ]),
  again: {
    reappointed: figureOf(timelinessId('all', 'again-reappointed'), 'count', 2, { of: 150 }),
    supplement: null,
  },
  trend: [
    trendPeriod('Quý II/2026', { overdue: overdue('2026-q2', 41, 1000), ...told('2026-q2', 801, 132, [1, 1]) }),
    trendPeriod('Quý III/2026', { overdue: overdue('2026-q3', null, 0), ...told('2026-q3', null, null, [0, 2]) }),
    trendPeriod('Quý IV/2026', {
      ...{ overdue: overdue('2026-q4', 26, 1000), ...told('2026-q4', 845, 135, [2, 0]) },
      ...{ changed: ['cách hiểu khác'], asked: ['cách hiểu khác', 'phiếu nhanh-3-2026'] },
    }),
  ],
  printed: [{ title: 'Báo cáo quý IV', faults: ['12 + 6 + 1 = 19, nhiều hơn 18 đơn vị được đánh giá.'] }],
};
const TIME = {
  letters: letters('all', [6, 1, 7, 1]),
  moved: {
    moved: figureOf(timelinessId('all', 'moved'), 'count', 0),
    afterExpiry: figureOf(timelinessId('all', 'moved-afterExpiry'), 'count', 0),
  },
  statistics: { columns: [], rows: [], faults: [] },
} as unknown as Timeliness;
const UNITS = [
  sampleUnit('so-a', 'Sở A', { times: timesOf('so-a', [60, 25, 10, 2, 3]) }),
  sampleUnit('so-b', 'Sở B', { times: timesOf('so-b', [90, 5, 5, 0, 0]) }),
];
const bodyOf = (beside: ReportBeside | null, time: Timeliness | null = TIME) =>
  reportBody(sampleSource(UNITS, { beside, time }));
const saidIn = (body: ReturnType<typeof bodyOf>) => readDocx(docxOf(body)).lines.join('\n').replaceAll('\u00a0', ' ');
const tableOf = (blocks: readonly Block[], key: string) =>
  blocks.flatMap((block) => (block.kind === 'table' && block.key === key ? [block] : []))[0];

const chartOf = (blocks: readonly Block[], id: string) =>
  blocks.flatMap((block) => (block.kind === 'chart' && block.drawing.id === id ? [block.drawing] : []))[0];

describe('late dossiers and their letters', () => {
  it('stand unit by unit in Appendix III, most without one first, and add up to the province', () => {
    const body = bodyOf(BESIDE);
    const table = tableOf(body.blocks, 'letters');
    expect(table?.rows.map(([name]) => name)).toEqual([[{ text: 'Sở A' }], [{ text: 'Sở B' }], [{ text: 'Tổng số' }]]);
    const cells = figureCells(xlsxOf(body));
    // 6 + 0 in time, 1 + 0 late, 3 + 4 without, 0 + 1 not known: 15.
    expect(LETTER_PARTS.map((part) => cells.get(`timeliness/all/letter-${part}`)?.value)).toEqual([6, 1, 7, 1]);
    expect(cells.get('timeliness/all/letter-all')).toMatchObject({ value: 15 });
    expect(body.recipes['timeliness/all/letter-none']).toEqual({
      kind: 'sum',
      of: ['timeliness/so-a/letter-none', 'timeliness/so-b/letter-none'],
    });
    // 6 of the 14 whose letter is known.
    expect(body.figures.find(({ id }) => id === 'timeliness/all/letter-share')).toMatchObject({ value: 6, of: 14 });
    expect(saidIn(body)).toContain('06/15 hồ sơ trễ hạn đã được xin lỗi đúng thời gian quy định; chưa rõ 1 hồ sơ.');
    expect(saidIn(body)).toContain('Phụ lục II. Hồ sơ quá hạn và xin lỗi');
  });

  it('are not known where nobody records them: that is no zero', () => {
    const unknown = {
      letters: new Map([['so-a', letters('so-a', [0, 0, 0, 3])]]),
      again: BESIDE.again,
      trend: [],
      printed: [],
    };
    const body = bodyOf(unknown, { ...TIME, letters: letters('all', [0, 0, 0, 3]) });
    expect(saidIn(body)).toContain('Chưa rõ 3 hồ sơ trễ hạn đã được xin lỗi hay chưa.');
    expect(body.figures.find(({ id }) => id === 'timeliness/so-a/letter-share')).toMatchObject({ value: null });
  });

  it('are not for the public, nor where they were not kept', () => {
    expect(tableOf(bodyOf(BESIDE, null).blocks, 'letters')).toBeUndefined();
    expect(tableOf(bodyOf(null).blocks, 'letters')).toBeUndefined();
  });
});

describe('what is told beside the time of dossiers', () => {
  it('is how many went beyond one new date; what nobody counted is left out', () => {
    const said = saidIn(bodyOf(BESIDE));
    expect(said).toContain('Trong số hồ sơ kết thúc trong kỳ và có ghi: 02/150 hồ sơ hẹn lại quá một lần.');
    expect(said).not.toContain('yêu cầu bổ sung quá một lần');
  });

  it('is where lateness goes, over the periods that have a value', () => {
    const chart = chartOf(bodyOf(BESIDE).blocks, 'tre-han-qua-cac-ky');
    expect(chart?.title.replaceAll('\u00a0', ' ')).toBe('Trễ hạn giảm từ 4,1 % xuống 2,6 %');
    expect(chart?.notes).toEqual(['Quý IV/2026: cách hiểu khác']);
    expect(saidIn(bodyOf(BESIDE))).toContain('Quý II/2026 4,1 %, Quý IV/2026 2,6 %.');
    const alone = { ...BESIDE, trend: BESIDE.trend.slice(2) };
    expect(saidIn(bodyOf(alone))).not.toContain('Tỷ lệ trễ hạn trong số');
  });
});

describe('where the units are going over the periods', () => {
  const body = bodyOf(BESIDE);
  const cells = figureCells(xlsxOf(body));
  const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

  it('is told by grades and by the mean of those with all nine indices, in sentence, table, chart and workbook', () => {
    expect(saidIn(body)).toContain(
      'Điểm bình quân của đơn vị cấp tỉnh qua các kỳ: Quý II/2026 13,2/18, Quý IV/2026 13,5/18.',
    );
    const table = tableOf(body.blocks, 'trend-grades-province');
    // Nobody was «Tốt» in any of them: no such column.
    expect(table?.columns.map(({ label }) => label)).toEqual([
      ...['Kỳ', 'Xuất sắc', 'Chưa xếp loại', 'Điểm bình quân', 'Đơn vị đủ chín chỉ số'],
    ]);
    expect(table?.rows).toHaveLength(3);
    expect(cells.get('level/province/grade/excellent/2026-q4')?.value).toBe(2);
    expect(cells.get('level/province/mean-total/2026-q2')?.value).toBe(13.2);
    const chart = chartOf(body.blocks, 'diem-qua-cac-ky-province');
    expect(chart?.title).toBe('Điểm bình quân của đơn vị cấp tỉnh tăng từ 13,2 lên 13,5');
    expect(chart?.notes).toEqual(['Quý IV/2026: cách hiểu khác']);
  });

  it('is told by the satisfied with their interval; another form is a break, and what is not known is no point', () => {
    expect(saidIn(body)).toContain('Tỷ lệ hài lòng theo phiếu qua các kỳ: Quý II/2026 80,1 %, Quý IV/2026 84,5 %.');
    const chart = chartOf(body.blocks, 'hai-long-qua-cac-ky');
    expect(plain(chart?.title)).toBe('Tỷ lệ hài lòng theo phiếu tăng từ 80,1 % lên 84,5 %');
    expect(chart?.notes).toEqual(['Quý IV/2026: cách hiểu khác và phiếu nhanh-3-2026']);
    expect(chart?.shapes.filter(({ kind }) => kind === 'mark')).toHaveLength(2);
    expect(tableOf(body.blocks, 'trend-satisfaction')?.rows).toHaveLength(3);
    expect(cells.get('whole/share/2026-q4')).toBeDefined();
  });

  it('is not told of one period, nor to the public', () => {
    for (const alone of [bodyOf({ ...BESIDE, trend: BESIDE.trend.slice(2) }), bodyOf(null)])
      expect(alone.blocks.filter((block) => block.kind === 'table' && block.key.startsWith('trend-'))).toEqual([]);
  });
});

it('what does not add up in the report printed earlier stands among the checks, under its title', () => {
  expect(saidIn(bodyOf(BESIDE))).toContain(
    'Kiểm tra báo cáo đã công bố «Báo cáo quý IV»: 12 + 6 + 1 = 19, nhiều hơn 18 đơn vị được đánh giá.',
  );
});

it('beside what the office writes stand the facts it may cite: causes, and letters that are still owed', () => {
  const own = bodyOf(BESIDE).blocks.flatMap((block) => (block.kind === 'own' ? [block] : []));
  const factsOf = (section: string) => own.find((block) => block.section === section)?.facts.length;
  // 2 of 150 given a new date twice; 7 of 15 without a letter; both units have one total, none is surely below.
  expect(['causes', 'tasks', 'strengths', 'shortcomings', 'proposals'].map(factsOf)).toEqual([1, 1, 1, 1, 0]);
});

describe('how many dossiers were answered for', () => {
  it('stands for each unit with its interval', () => {
    const table = tableOf(bodyOf(null).blocks, 'coverage-province');
    expect(table?.rows).toHaveLength(2);
    // 60 of 100: Wilson 95 % is 50,2 to 69,1 %.
    const share = bodyOf(null).figures.find(({ id }) => id === 'ranking/so-a/coverage');
    expect(share).toMatchObject({ value: 60, of: 100, low: 502, high: 691 });
  });
});
