import { describe, expect, it } from 'vitest';
import type { Citation } from '#rules/law.ts';
import type { Conversion } from '#rules/par/conversion.ts';
import { trackCriteria } from '#rules/par/criteria.ts';
import { criteriaFaults } from '#rules/par/criteria-faults.ts';
import type { Criterion, CriterionSource } from '#rules/par/criterion.ts';
import { forecastOf } from '#rules/par/forecast.ts';
import { RATIO_IDS, type RatioId } from '#rules/par/ratio.ts';

const cite: Citation = { act: 'Bộ tiêu chí của tỉnh (mẫu)', certainty: 'recalled' };
const criterion = (source: CriterionSource | null, more: Partial<Criterion> = {}): Criterion => ({
  id: '3.1',
  name: 'Nộp trực tuyến',
  max: 150,
  source,
  ...more,
});
const steps = (...rows: readonly (readonly [from: number, points: number])[]): Conversion => ({
  kind: 'steps',
  steps: rows.map(([from, points]) => ({ from, points })),
});
const linear = (below: number, from: readonly [number, number], to: readonly [number, number]): Conversion => ({
  kind: 'linear',
  below,
  from: { ratio: from[0], points: from[1] },
  to: { ratio: to[0], points: to[1] },
});
const online = (conversion: Conversion) => criterion({ ratio: 'online', conversion });
const HALF = online(steps([3000, 75], [5000, 150]));
const track = (one: Criterion, counts: Parameters<typeof trackCriteria>[1] = {}) =>
  trackCriteria({ year: 2026, cite, criteria: [one] }, counts)[0];

describe('a criterion says why', () => {
  it('with the ratio, its counts and whose points they are', () => {
    expect(track(HALF, { online: { numerator: 3, denominator: 8, unknown: 0, silentUnits: 0 } })).toEqual({
      id: '3.1',
      name: 'Nộp trực tuyến',
      points: 75,
      max: 150,
      atMaximum: false,
      cite,
      because:
        'Tỷ lệ «Hồ sơ nộp trực tuyến» là 37,50\u00a0%, được 0,75 trên 1,50 điểm. Điểm và cách quy đổi do tỉnh nhập.',
      evidence: [{ label: 'Hồ sơ nộp trực tuyến', value: '3/8 (37,5\u00a0%)' }],
    });
  });

  it('with what is not known and could change it', () => {
    const found = track(HALF, { online: { numerator: 3, denominator: 8, unknown: 1000, silentUnits: 2 } });
    expect(found?.because).toBe(
      'Tỷ lệ «Hồ sơ nộp trực tuyến» là 37,50\u00a0%, được 0,75 trên 1,50 điểm. Phần chưa rõ còn có thể làm thay đổi việc đạt điểm tối đa. Điểm và cách quy đổi do tỉnh nhập.',
    );
    expect(found?.evidence).toEqual([
      { label: 'Hồ sơ nộp trực tuyến', value: '3/8 (37,5\u00a0%)' },
      { label: 'Không rõ', value: '1.000' },
      { label: 'Đơn vị chưa có số liệu', value: '2' },
    ]);
  });

  it('when the points are only rounded up to the maximum', () => {
    const found = track(online(linear(0, [0, 0], [10_000, 150])), {
      online: { numerator: 9999, denominator: 10_000, unknown: 0, silentUnits: 0 },
    });
    // 1,50 × 99,99 % = 1,49985.
    expect(found).toMatchObject({
      points: 150,
      atMaximum: false,
      because:
        'Tỷ lệ «Hồ sơ nộp trực tuyến» là 99,99\u00a0%, được 1,50 trên 1,50 điểm. Điểm đã làm tròn; tỷ lệ chưa tới mức đạt điểm tối đa. Điểm và cách quy đổi do tỉnh nhập.',
    });
  });

  it('when the ratio is beyond the second bound', () => {
    const falling = online(linear(150, [0, 150], [500, 0]));
    const at = (numerator: number) =>
      track(falling, { online: { numerator, denominator: 40, unknown: 0, silentUnits: 0 } });
    expect([at(1)?.points, at(2)?.points, at(3)?.points, at(40)?.points]).toEqual([75, 0, 0, 0]);
  });

  it('when nothing was counted, and keeps what was not', () => {
    expect(track(HALF, { online: { numerator: 0, denominator: 0, unknown: 5, silentUnits: 0 } })).toMatchObject({
      points: null,
      because: '«Hồ sơ nộp trực tuyến» chưa có gì để tính tỷ lệ. Điểm và cách quy đổi do tỉnh nhập.',
      evidence: [{ value: '0/0 (—)' }, { label: 'Không rõ', value: '5' }],
    });
  });

  it('when there are no figures, or no source', () => {
    expect(track(HALF)).toMatchObject({
      because: 'Chưa có số liệu của tỷ lệ «Hồ sơ nộp trực tuyến». Điểm và cách quy đổi do tỉnh nhập.',
      evidence: [],
    });
    expect(track(criterion(null))).toMatchObject({
      because: 'Chưa có nguồn số liệu cho tiêu chí này. Điểm và cách quy đổi do tỉnh nhập.',
      evidence: [],
    });
  });

  it('when the province declares it, with the paper', () => {
    expect(track(criterion({ declared: 125, evidence: 'Báo cáo số 12/BC-SNV' }))).toMatchObject({
      because: 'Tỉnh tự kê khai 1,25 trên 1,50 điểm. Điểm và cách quy đổi do tỉnh nhập.',
      evidence: [{ label: 'Tài liệu kiểm chứng', value: 'Báo cáo số 12/BC-SNV' }],
    });
  });
});

describe('a list is refused by name of the criterion', () => {
  const unknownRatio = { ratio: 'la' as RatioId, conversion: steps([5000, 150]) };
  it.each<[string, Criterion, readonly string[]]>([
    ['maximum of nothing', criterion(null, { max: 0 }), ['điểm tối đa phải lớn hơn 0']],
    ['declared above the maximum', criterion({ declared: 151, evidence: 'x' }), ['1,51 điểm vượt điểm tối đa 1,50']],
    ['declared at the maximum', criterion({ declared: 150, evidence: 'x' }), []],
    ['no such ratio', criterion(unknownRatio), [`không có tỷ lệ «la». Các tỷ lệ: ${RATIO_IDS.join(', ')}`]],
    ['no steps', online(steps()), ['cần ít nhất một bậc điểm']],
    ['steps that go back', online(steps([5000, 75], [3000, 150])), ['các mốc tỷ lệ phải tăng dần']],
    ['a step twice', online(steps([3000, 75], [3000, 150])), ['các mốc tỷ lệ phải tăng dần']],
    ['a step above 100 %', online(steps([10_001, 150])), ['mốc tỷ lệ phải từ 0 đến 100 %']],
    ['a step at 100 %', online(steps([10_000, 150])), []],
    ['a step below 0 %', online(steps([-1, 150])), ['mốc tỷ lệ phải từ 0 đến 100 %']],
    ['a step above the maximum', online(steps([3000, 151])), ['1,51 điểm vượt điểm tối đa 1,50']],
    [
      'points up and down',
      online(steps([1000, 50], [2000, 100], [3000, 50])),
      ['điểm các bậc phải cùng tăng hoặc cùng giảm'],
    ],
    [
      'points that fall although the first step is above 0 %',
      online(steps([1000, 100], [2000, 50])),
      ['điểm các bậc phải cùng tăng hoặc cùng giảm'],
    ],
    ['points that fall from 0 %', online(steps([0, 100], [2000, 50])), []],
    ['equal points', online(steps([0, 100], [2000, 100])), []],
    ['bounds the wrong way', online(linear(0, [9000, 0], [8000, 150])), ['các mốc tỷ lệ phải tăng dần']],
    ['bounds at one place', online(linear(0, [9000, 0], [9000, 150])), ['các mốc tỷ lệ phải tăng dần']],
    ['a bound above the maximum', online(linear(0, [0, 0], [9000, 200])), ['2,00 điểm vượt điểm tối đa 1,50']],
    [
      'points below the first bound against the direction',
      online(linear(100, [8000, 50], [9000, 150])),
      ['điểm các bậc phải cùng tăng hoặc cùng giảm'],
    ],
    ['a rising line', online(linear(0, [8000, 100], [9000, 150])), []],
    ['a falling line', online(linear(150, [0, 150], [500, 0])), []],
  ])('%s', (_name, one, faults) => {
    expect(criteriaFaults([one])).toEqual(faults.map((fault) => `Tiêu chí «3.1»: ${fault}.`));
  });

  it('an id that is there already, and every other fault, a line each', () => {
    const criteria = [criterion(null), criterion(null, { max: -1 }), criterion(null, { id: '3.2', max: 0 })];
    expect(() => trackCriteria({ year: 2026, cite, criteria }, {})).toThrow(
      new RangeError(
        [
          'Tiêu chí «3.1»: mã bị lặp.',
          'Tiêu chí «3.1»: điểm tối đa phải lớn hơn 0.',
          'Tiêu chí «3.2»: điểm tối đa phải lớn hơn 0.',
        ].join('\n'),
      ),
    );
  });
});

describe('the forecast', () => {
  it('lists what falls short, the largest first', () => {
    const declared = (id: string, points: number) => criterion({ declared: points, evidence: 'x' }, { id, name: id });
    const criteria = [declared('a', 140), declared('b', 150), declared('c', 0), declared('d', 100), criterion(null)];
    const forecast = forecastOf(trackCriteria({ year: 2026, cite, criteria }, {}));
    expect(forecast).toMatchObject({ criteria: 5, atMaximum: 1, unknown: 1, points: 390, of: 600, partial: true });
    expect(forecast.below).toEqual([
      { id: 'c', name: 'c', by: 150 },
      { id: 'd', name: 'd', by: 50 },
      { id: 'a', name: 'a', by: 10 },
    ]);
    expect(forecast.belowBy).toBe(210);
  });

  it('counts points that are known although the maximum is in doubt', () => {
    const findings = trackCriteria(
      { year: 2026, cite, criteria: [HALF] },
      { online: { numerator: 6, denominator: 8, unknown: 9, silentUnits: 0 } },
    );
    expect(forecastOf(findings)).toMatchObject({ atMaximum: 0, unknown: 1, below: [], points: 150, of: 150 });
  });
});
