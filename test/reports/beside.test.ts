import { describe, expect, it } from 'vitest';
import { figureOf, timelinessId } from '#rules/figure-id.ts';
import type { Block } from '#wire/report.ts';
import type { Timeliness } from '#wire/timeliness.ts';
import { LETTER_PARTS, type LetterPart, type ReportBeside } from '../../server/figures/report/report-beside.ts';
import { reportBody } from '../../server/figures/report/report-body.ts';
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
    { label: 'Quý II/2026', overdue: overdue('2026-q2', 41, 1000), changed: null },
    { label: 'Quý III/2026', overdue: overdue('2026-q3', null, 0), changed: null },
    { label: 'Quý IV/2026', overdue: overdue('2026-q4', 26, 1000), changed: 'bộ quy tắc khác kỳ trước' },
  ],
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
    const unknown = { letters: new Map([['so-a', letters('so-a', [0, 0, 0, 3])]]), again: BESIDE.again, trend: [] };
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
    const chart = bodyOf(BESIDE).blocks.flatMap((block) =>
      block.kind === 'chart' && block.drawing.id === 'tre-han-qua-cac-ky' ? [block.drawing] : [],
    )[0];
    expect(chart?.title.replaceAll('\u00a0', ' ')).toBe('Trễ hạn giảm từ 4,1 % xuống 2,6 %');
    expect(chart?.notes).toEqual(['Quý IV/2026: bộ quy tắc khác kỳ trước']);
    expect(saidIn(bodyOf(BESIDE))).toContain('Quý II/2026 4,1 %, Quý IV/2026 2,6 %.');
    const alone = { ...BESIDE, trend: BESIDE.trend.slice(2) };
    expect(saidIn(bodyOf(alone))).not.toContain('Tỷ lệ trễ hạn trong số');
  });
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
