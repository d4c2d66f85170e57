import { describe, expect, it } from 'vitest';
import { INDICATOR_IDS } from '#rules/finding.ts';
import type { OfficerResult } from '#wire/results.ts';
import { reportBody } from '../../server/figures/report/report-body.ts';
import type { ReportSource, ReportUnit } from '../../server/figures/report/report-source.ts';
import { docxOf } from '../../server/reports/docx/docx.ts';
import type { KeptSum, UnitSums } from '../../server/store/snapshot-sums.ts';
import { readDocx } from './read-docx.ts';
import { sampleSource, sampleUnit } from './sample-source.ts';

const bodyOf = (units: readonly ReportUnit[], more: Partial<ReportSource> = {}) =>
  reportBody(sampleSource(units, more));
const said = (body: ReturnType<typeof bodyOf>) => readDocx(docxOf(body)).lines.join('\n').replaceAll('\u00a0', ' ');
const drawn = (body: ReturnType<typeof bodyOf>) =>
  body.blocks.flatMap((block) => (block.kind === 'chart' ? [block.drawing] : []));

function officers(unit: string, full: number, most: number): OfficerResult[] {
  return Array.from({ length: full + most }, (_, i) => ({
    ...{ officer: `${unit}-${i}`, unit, total: 90, max: 100, missing: [], because: '', n: { dossiers: 1 } },
    ...{ completion: i < full ? ('full' as const) : ('most' as const), completionLabel: null },
  }));
}

describe('officers by level', () => {
  const UNITS = [sampleUnit('so-a', 'Sở A'), sampleUnit('so-b', 'Sở B')];

  it('are told by unit where at least five stand below the best and nobody else can be told from the rest', () => {
    // so-a: 9 of 28 = 32,14 %; so-b has none there, so nobody is left over.
    const body = bodyOf(UNITS, { officers: [...officers('so-a', 19, 9), ...officers('so-b', 10, 0)] });
    expect(said(body)).toContain('; tại Sở A, mức');
    expect(said(body)).toContain('chiếm 32,14 %.');
    expect(said(body)).not.toContain('tại Sở B');
  });

  it('are told by no unit where two others would be what is left over', () => {
    // 11 in the whole, 9 of them at so-a: the 2 of so-b would be known.
    const body = bodyOf(UNITS, { officers: [...officers('so-a', 19, 9), ...officers('so-b', 10, 2)] });
    expect(said(body)).not.toContain('tại Sở A');
  });
});

it('units that did not evaluate themselves are counted, with what they were given by which rule', () => {
  const weak = (unit: string) => {
    const { grade, satisfaction, ...rest } = sampleUnit(unit, unit);
    return { ...rest, grade: { ...grade, text: 'Yếu' }, satisfaction: { ...satisfaction, text: 'Rất không hài lòng' } };
  };
  const units = [
    sampleUnit('xa-1', 'Xã 1'),
    ...['xa-2', 'xa-3'].map((unit) => ({ ...weak(unit), unevaluated: 'QĐ 1' })),
  ];
  expect(said(bodyOf(units))).toContain(
    'Cấp tỉnh: 02/03 đơn vị không thực hiện đánh giá, xếp loại Yếu và mức độ Rất không hài lòng theo QĐ 1.',
  );
  expect(said(bodyOf([sampleUnit('xa-1', 'Xã 1')]))).not.toContain('không thực hiện đánh giá');
});

describe('the three series over a level', () => {
  const NONE = Object.fromEntries(INDICATOR_IDS.map((id) => [id, [null, 0]])) as unknown as Record<number, KeptSum>;
  const sums = {
    ...{ citizen: { ...NONE, 1: [480, 40] }, computed: { ...NONE, 1: [600, 40], 2: [300, 20] } },
    ...{ self: { ...NONE, 1: [720, 40] }, difference: { ...NONE, 1: [400, 40] }, satisfaction: [null, 0] },
  } as unknown as UnitSums;
  const unit = sampleUnit('so-a', 'Sở A', { sums, rows: [] });
  const body = bodyOf([unit]);

  it('stand as dots beside each other; an indicator of which nobody has a value is left out', () => {
    const chart = drawn(body).find(({ id }) => id === 'ba-chuoi-province');
    expect(chart?.table.rows.map(([name]) => name?.text)).toEqual(['Chỉ số 1', 'Chỉ số 2']);
    // 480 / 40, 600 / 40 and 720 / 40 tenths.
    const of = (series: string) => body.figures.find(({ id }) => id === `level/province/index-1/${series}`)?.value;
    expect(['citizen', 'computed', 'self'].map(of)).toEqual([12, 15, 18]);
  });

  it('stand apart around 0, and the title says where self-scores are surely above', () => {
    const chart = drawn(body).find(({ id }) => id === 'tu-cham-he-thong-province');
    expect(chart?.title).toMatch(/^Cấp tỉnh: tự chấm (cao hơn|không cao hơn) hệ thống rõ rệt ở chỉ số/);
    // 400 / 40: ten tenths above.
    expect(body.figures.find(({ id }) => id === 'level/province/difference-1/all')?.value).toBe(10);
  });

  it('are for the province alone', () => {
    const open = drawn(bodyOf([{ ...unit, rows: null, sums: null }], { audience: 'public' })).map(({ id }) => id);
    expect(open.filter((id) => id.startsWith('ba-chuoi') || id.startsWith('tu-cham'))).toEqual([]);
  });
});
