import { describe, expect, it } from 'vitest';
import { type Citation, citationText, NotInForce } from '#rules/law.ts';
import type { Criterion } from '#rules/par/criterion.ts';
import { parDecision, sipasDecision } from '#rules/par/decisions.ts';
import { lengthDoubt } from '#rules/par/forecast.ts';

const cite: Citation = { act: 'Bộ tiêu chí của tỉnh (mẫu)', certainty: 'secondary' };

/** So many criteria nobody has a source for. */
const list = (n: number): Criterion[] =>
  Array.from({ length: n }, (_, i) => ({ id: `${i + 1}`, name: 'Tiêu chí', max: 100, source: null }));

describe('the decision on the PAR index', () => {
  it.each([
    [2017, 'QĐ 2948/QĐ-BNV (cách hiểu)'],
    [2018, 'QĐ 2636/QĐ-BNV (cách hiểu)'],
    [2019, 'QĐ 2636/QĐ-BNV (cách hiểu)'],
    [2020, 'QĐ 1149/QĐ-BNV (cách hiểu)'],
    [2021, 'QĐ 1149/QĐ-BNV (cách hiểu)'],
    [2022, 'QĐ 876/QĐ-BNV'],
    [2023, 'QĐ 876/QĐ-BNV'],
    [2024, 'QĐ 892/QĐ-BNV'],
    [2030, 'QĐ 892/QĐ-BNV'],
  ])('of %i is %s', (year, text) => {
    const { value, cite: found } = parDecision(year);
    expect(citationText(found)).toBe(text);
    expect(found.act).toBe(value.act);
    expect(found.note).toMatch(/\.$/);
  });

  it.each([2016, 2031])('of %i is not known', (year) => {
    expect(() => parDecision(year)).toThrow(NotInForce);
    expect(() => parDecision(year)).toThrow(
      `Quyết định về Chỉ số cải cách hành chính không áp dụng cho ngày 31/12/${year}.`,
    );
  });

  it('doubts a list whose length is not that of the set known for the year', () => {
    expect(lengthDoubt({ year: 2021, cite, criteria: list(94) })).toBe(
      'Bộ tiêu chí cấp tỉnh của năm 2021 (QĐ 1149/QĐ-BNV) có 95 tiêu chí thành phần, tệp có 94.',
    );
    expect(lengthDoubt({ year: 2021, cite, criteria: list(95) })).toBe(null);
    expect(lengthDoubt({ year: 2022, cite, criteria: list(94) })).toBe(null);
    expect(() => lengthDoubt({ year: 2031, cite, criteria: list(95) })).toThrow(NotInForce);
  });
});

describe('the decision on SIPAS', () => {
  it.each([
    [2017, 'QĐ 2640/QĐ-BNV (cách hiểu)'],
    [2022, 'QĐ 2640/QĐ-BNV (cách hiểu)'],
    [2023, 'QĐ 1001/QĐ-BNV'],
    [2026, 'QĐ 1001/QĐ-BNV'],
  ])('of %i is %s', (year, text) => {
    const { value, cite: found } = sipasDecision(year);
    expect(citationText(found)).toBe(text);
    expect(found.act).toBe(value.act);
  });

  it.each([2016, 2027])('of %i is not known', (year) => {
    expect(() => sipasDecision(year)).toThrow('Quyết định về Chỉ số hài lòng (SIPAS)');
  });
});
