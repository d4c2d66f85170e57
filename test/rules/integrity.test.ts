import { describe, expect, it } from 'vitest';
import { DEFAULT_CHOICES } from '#rules/choices.ts';
import { satisfactionLabel } from '#rules/grade.ts';
import { faultsOf, gapsBetween } from '#rules/integrity.ts';
import { inForce } from '#rules/law.ts';
import type { PublishedGroup, PublishedTable } from '#rules/published-table.ts';
import { BINH_THUAN_1063 } from '#rules/rulesets/binh-thuan-1063.ts';
import { UNIT_GRADES } from '#rules/rulesets/tt01-2018.ts';
import { SEEDS } from '../../server/demo/seeds/index.ts';

const NBSP = '\u00a0';

function tableOf(group: Partial<PublishedGroup>, rest: Partial<PublishedTable> = {}): PublishedTable {
  return {
    id: 'vi-du',
    tenantName: 'Ví dụ',
    title: 'Ví dụ',
    source: { text: 'Ví dụ', date: '2026-01-01' },
    period: null,
    periodText: '',
    groups: [
      {
        title: 'Bảng',
        counted: 'hồ sơ',
        whole: { label: 'hồ sơ', count: null },
        exhaustive: true,
        parts: [],
        ...group,
      },
    ],
    scores: [],
    notes: [],
    ...rest,
  };
}
const parts = (...rows: [count: number | null, percent?: string][]) =>
  rows.map(([count, percent], i) => ({ label: `Dòng ${i}`, count, ...(percent !== undefined && { percent }) }));
const codes = (group: Partial<PublishedGroup>) => faultsOf(tableOf(group)).map(({ code }) => code);
const whole = (count: number) => ({ label: 'hồ sơ', count });

describe('the five published reports', () => {
  const messages = Object.fromEntries(SEEDS.map((table) => [table.id, faultsOf(table).map(({ message }) => message)]));

  it('yield exactly the faults that are in them, and no other', () => {
    expect(messages).toEqual({
      'phu-tho-2018': [
        `Kiểm tra: 6.824 + 2.018 = 8.842, còn 26 hồ sơ (0,3${NBSP}%) báo cáo không giải thích.`,
        `Tỷ lệ đã công bố 22,75${NBSP}% là số bị cắt, số làm tròn là 22,76${NBSP}%.`,
      ],
      'tay-ninh-2020': [],
      'binh-thuan-2020': ['Kiểm tra: 12 + 6 + 1 = 19, nhiều hơn 18 đơn vị được đánh giá; đề nghị đính chính.'],
      'binh-thuan-2021': [],
      'binh-dinh-2021': [],
    });
  });

  it('leave 21 to 30/11/2020 of Bình Thuận to no period, and nothing else', () => {
    expect(gapsBetween(SEEDS).map(({ code, message }) => [code, message])).toEqual([
      ['period.gap', 'Kiểm tra: từ ngày 21/11/2020 đến ngày 30/11/2020 không thuộc kỳ đánh giá nào.'],
    ]);
  });

  it('name as many units as they count, wherever they name them', () => {
    const named = SEEDS.flatMap(({ groups }) => groups.flatMap((group) => group.parts)).filter(
      ({ units, count }) => units && count !== null,
    );
    expect(named).toHaveLength(6);
    for (const { units, count } of named) expect(units).toHaveLength(count ?? -1);
  });

  it("give Sở Tài chính's 15,9 the grade and label that the circular and Bình Thuận's table give", () => {
    const [score] = SEEDS.flatMap(({ scores }) => scores);
    const step = inForce('Xếp loại đơn vị', UNIT_GRADES, '2021-11-01').value.find(
      ({ min }) => (score?.total ?? 0) >= min,
    );
    expect(step?.label).toBe(score?.grade);
    expect(
      satisfactionLabel(BINH_THUAN_1063, step?.code ?? null, {
        ...DEFAULT_CHOICES,
        'satisfaction.label': 'binhThuan',
      })?.label,
    ).toBe(score?.satisfaction);
  });

  it('say where and when they were published', () => {
    for (const { source, title } of SEEDS) {
      expect(source.text.length, title).toBeGreaterThan(10);
      expect(source.date).toMatch(/^20(19|20|21)-\d{2}-\d{2}$/);
    }
  });
});

describe('percentages', () => {
  // Tây Ninh 2020: 6.053, 971 and 141 of 7.165 round to 84,5 + 13,6 + 2,0 = 100,1, which is right.
  const tayNinh = parts([6053, '84,5'], [971, '13,6'], [141, '2,0']);

  it('84,5 + 13,6 + 2,0 of Tây Ninh is right, although it is 100,1', () => {
    expect(codes({ parts: tayNinh, whole: whole(7165) })).toEqual([]);
  });

  it('may miss 100 by half a unit of the last digit each, and no more', () => {
    expect(codes({ parts: parts([null, '33,3'], [null, '33,3'], [null, '33,3']) })).toEqual([]);
    expect(codes({ parts: parts([null, '33,4'], [null, '33,4'], [null, '33,4']) })).toEqual(['percent.sum']);
    expect(codes({ parts: parts([null, '77'], [null, '22,75']) })).toEqual([]);
    expect(codes({ parts: parts([null, '77'], [null, '22,45']) })).toEqual(['percent.sum']);
  });

  it('a line that prints none leaves the sum open, unless it counts nobody', () => {
    expect(codes({ parts: parts([null, '60,0'], [null]) })).toEqual([]);
    expect(codes({ parts: parts([null, '96,8'], [null, '3,2'], [0]) })).toEqual([]);
    expect(codes({ parts: parts([null, '96,8'], [null, '3,0'], [0]) })).toEqual(['percent.sum']);
  });

  it.each([
    ['22,76', []],
    ['22,75', ['percent.truncated']],
    ['22,8', []],
    ['22,7', ['percent.truncated']],
    ['23', []],
    ['22', ['percent.truncated']],
    ['24,00', ['percent.wrong']],
  ])('2.018 of 8.868 printed as %s', (percent, expected) => {
    expect(codes({ exhaustive: false, whole: whole(8868), parts: parts([2018, percent]) })).toEqual(expected);
  });
});

describe('a fault', () => {
  it('names its kind and shows the figures it was read from, leaving out what the report does not print', () => {
    const [count, sum, cut] = faultsOf(
      tableOf({
        whole: whole(8868),
        parts: parts([6824, '77'], [2018, '22,75']),
      }),
    );
    expect(count).toMatchObject({
      code: 'parts.unexplained',
      evidence: [
        { label: 'Bảng', value: 'Bảng' },
        { label: 'Dòng 0', value: '6.824' },
        { label: 'Dòng 1', value: '2.018' },
        { label: 'hồ sơ', value: '8.868' },
      ],
    });
    expect(sum).toMatchObject({
      code: 'percent.truncated',
      evidence: [
        { label: 'Bảng', value: 'Bảng' },
        { label: 'Dòng 1', value: '2.018/8.868' },
      ],
    });
    expect(cut).toBeUndefined();
    const [excess] = faultsOf(tableOf({ whole: whole(3), parts: parts([4], [null]) }));
    expect(excess).toMatchObject({
      code: 'parts.exceed',
      evidence: [
        { label: 'Bảng', value: 'Bảng' },
        { label: 'Dòng 0', value: '4' },
        { label: 'hồ sơ', value: '3' },
      ],
    });
    const [off] = faultsOf(tableOf({ parts: parts([null, '50'], [null, '48']) }));
    expect(off).toMatchObject({ code: 'percent.sum', evidence: [{ label: 'Bảng', value: 'Bảng' }] });
  });

  it('of a table without figures there is none', () => {
    expect(codes({ parts: [] })).toEqual([]);
    expect(codes({ parts: parts([null], [null]), whole: whole(5) })).toEqual([]);
    expect(faultsOf(tableOf({}, { groups: [] }))).toEqual([]);
  });

  it('comes group by group, in the order printed', () => {
    const group = tableOf({ whole: whole(1), parts: parts([2]) }).groups[0];
    const second = { ...group, title: 'Hai', whole: whole(3) } as PublishedGroup;
    expect(faultsOf(tableOf({}, { groups: group ? [group, second] : [] })).map(({ code }) => code)).toEqual([
      'parts.exceed',
      'parts.unexplained',
    ]);
  });
});

describe('what is no percentage is refused', () => {
  it.each(['', '5,', ',5', '22.75', '1234', '5,12345', '-5', '5 %', 'x5', '5x'])('«%s»', (percent) => {
    expect(() => codes({ whole: whole(10), parts: parts([1, percent]) })).toThrow(
      new RangeError(`«${percent}» không phải là tỷ lệ. Viết dạng 22,75.`),
    );
  });

  it.each(['0', '100', '10,0', '10,0000', '999'])('but «%s» is one', (percent) => {
    expect(() => codes({ whole: whole(10), parts: parts([1, percent]) })).not.toThrow();
  });

  it('large counts are still exact', () => {
    expect(codes({ exhaustive: false, whole: whole(1_000_000_000), parts: parts([333_333_333, '33,3333']) })).toEqual(
      [],
    );
    expect(codes({ exhaustive: false, whole: whole(1_000_000_000), parts: parts([333_333_333, '33,3334']) })).toEqual([
      'percent.wrong',
    ]);
  });
});

describe('periods', () => {
  const period = (from: string, to: string, tenantName = 'Ví dụ') => tableOf({}, { period: { from, to }, tenantName });

  it('a fault shows both periods in the words of the reports, and tables without one are left out', () => {
    const first = tableOf(
      {},
      { title: 'Một', period: { from: '2020-01-01', to: '2021-01-01' }, periodText: 'năm 2020' },
    );
    const second = tableOf(
      {},
      { title: 'Hai', period: { from: '2022-01-01', to: '2023-01-01' }, periodText: 'năm 2022' },
    );
    expect(gapsBetween([second, tableOf({}), first])).toMatchObject([
      {
        code: 'period.gap',
        evidence: [
          { label: 'Một', value: 'năm 2020' },
          { label: 'Hai', value: 'năm 2022' },
        ],
      },
    ]);
    expect(gapsBetween([])).toEqual([]);
  });

  it('each province has its own faults, in the order the tables come', () => {
    const tables = ['A', 'B'].flatMap((tenant) => [
      period('2020-01-01', '2021-01-01', tenant),
      period(tenant === 'A' ? '2020-12-31' : '2021-01-02', '2022-01-01', tenant),
    ]);
    expect(gapsBetween(tables).map(({ code }) => code)).toEqual(['period.overlap', 'period.gap']);
  });
});
