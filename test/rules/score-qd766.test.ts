import { describe, expect, it } from 'vitest';
import { type Citation, NotInForce } from '#rules/law.ts';
import { roundHalfUpExact } from '#rules/points.ts';
import { scoreQd766 } from '#rules/qd766/score.ts';
import { QD766_2022 } from '#rules/rulesets/qd766-2022.ts';
import { QD766_2026 } from '#rules/rulesets/qd766-2026.ts';
import type { GradeBand, GroupIndex, IndexId } from '#rules/rulesets/qd766-index.ts';
import type { GroupsRuleset } from '#rules/rulesets/ruleset.ts';
import { findingOn, type GivenIndex, type Pair, scoreOn } from './finding-qd766.ts';

const SEPTEMBER = '2026-09-30';
const OCTOBER = '2026-10-01';
const because = (on: string, given: GivenIndex) => findingOn(on, given).because;

describe('the reason of an index', () => {
  it('shows the arithmetic of a share', () => {
    expect(because(OCTOBER, { index: '1.1', count: [38, 40] })).toBe(
      'Tỷ lệ 95,00\u00a0% nhân tối đa 6,00 điểm: 5,70 điểm.',
    );
  });

  it('shows the level that was reached or missed', () => {
    expect(because(OCTOBER, { index: '4.3', count: [80, 100] })).toBe(
      'Tỷ lệ 80,00\u00a0%, đạt mức 80\u00a0%: đủ 2,00 điểm.',
    );
    expect(because(OCTOBER, { index: '4.3', count: [64, 100] })).toBe(
      'Tỷ lệ 64,00\u00a0%, chưa đạt mức 80\u00a0%: chia 80\u00a0% rồi nhân tối đa 2,00 điểm được 1,60 điểm.',
    );
  });

  it('never shows a ratio just below a level as having reached it', () => {
    expect(because(OCTOBER, { index: '4.3', count: [79_999, 100_000] })).toBe(
      'Tỷ lệ 79,99\u00a0%, chưa đạt mức 80\u00a0%: chia 80\u00a0% rồi nhân tối đa 2,00 điểm được 2,00 điểm.',
    );
    expect(because(OCTOBER, { index: '4.3', count: [79_994, 100_000] })).toContain('Tỷ lệ 79,99\u00a0%, chưa đạt');
    expect(because(OCTOBER, { index: '4.3', count: [79_984, 100_000] })).toContain('Tỷ lệ 79,98\u00a0%, chưa đạt');
    expect(because(OCTOBER, { index: '1.1', count: [79_999, 100_000] })).toContain('Tỷ lệ 80,00\u00a0% nhân');
  });

  it('leaves the rate of synchronisation to the source that multiplies by it', () => {
    const given = { index: '3.3', count: [35, 100], sync: [98, 100] } as const;
    expect(because(SEPTEMBER, given)).toBe(
      'Tỷ lệ 35,00\u00a0%, chưa đạt mức 50\u00a0%: chia 50\u00a0% rồi nhân tối đa 6,00 điểm được 4,20 điểm.',
    );
    expect(findingOn(SEPTEMBER, given).disagreement).toMatchObject([
      {
        says: 'Bản mô tả chỉ đếm hồ sơ nộp trực tuyến có kết quả điện tử (số liệu 3.3.ketQua) và nhân tỷ lệ đồng bộ của chỉ số 1.4.',
        points: null,
      },
    ]);
  });

  it('says when an index is only followed or does not apply', () => {
    expect(because(OCTOBER, { index: '5.1', count: [1, 2] })).toBe('Chỉ số chỉ để theo dõi, không tính điểm.');
    expect(because(OCTOBER, { index: '4.5a', level: 'commune' })).toBe(
      'Hàng này không áp dụng cho cấp xã, phiếu cho đủ 2,00 điểm.',
    );
  });
});

describe('what a finding carries', () => {
  it('its counts in words and its share', () => {
    const { evidence, ratio, name, group } = findingOn(SEPTEMBER, {
      index: '3.3',
      count: [3500, 10_000],
      sync: [9, 10],
    });
    expect({ ratio, name, group }).toEqual({ ratio: 3500, name: 'Hồ sơ theo hình thức nộp trực tuyến', group: '3a' });
    expect(evidence).toEqual([
      { label: 'Hồ sơ nộp trực tuyến', value: '3.500' },
      { label: 'Hồ sơ đã tiếp nhận', value: '10.000' },
      { label: 'Tỷ lệ', value: '35,00\u00a0%' },
    ]);
  });

  it('no share for a mean, and nothing at all without counts', () => {
    const mean = findingOn(OCTOBER, { index: '2.2', count: [325, 100] });
    expect(mean.ratio).toBeNull();
    expect(mean.evidence.map(({ value }) => value)).toEqual(['325', '100']);
    expect(findingOn(OCTOBER, { index: '2.1' })).toMatchObject({ ratio: null, evidence: [] });
    expect(findingOn(OCTOBER, { index: '2.1', count: [0, 0] })).toMatchObject({ ratio: null });
  });

  it('no mark of disagreement where the sources agree', () => {
    expect(findingOn(OCTOBER, { index: '2.1', count: [1, 2] })).not.toHaveProperty('disagreement');
  });

  it('the certainty of what decided: the note, the portal, a reading', () => {
    const certainty = (on: string, given: GivenIndex) => findingOn(on, given).cite.certainty;
    for (const index of ['4.1', '4.2', '4.3', '4.chungThuc', '4.5b', '5.1', '5.catGiam', '3.toanTrinh'] as const)
      expect([index, certainty(OCTOBER, { index, count: [1, 2] })]).toEqual([index, 'reading']);
    for (const index of ['1.1', '2.1', '3.6', '5.2', '5.3', '5.4'] as const)
      expect([index, certainty(OCTOBER, { index, count: [1, 2] })]).toEqual([index, 'secondary']);
    expect(findingOn(SEPTEMBER, { index: '4.1', count: [1, 2] }).cite.note).toBe(
      'Dựng lại từ điểm Cổng Dịch vụ công quốc gia tính cho tỉnh Phú Thọ ngày 26–28/9/2026, lệch không quá 0,015 điểm; không phải văn bản. Nguồn không nêu đủ tử số và mẫu số của chỉ số này; cách đếm là cách hiểu theo tên chỉ số.',
    );
    expect(findingOn(SEPTEMBER, { index: '3.toanTrinh' }).disagreement?.[0]?.cite.certainty).toBe('reading');
    expect(certainty(OCTOBER, { index: '4.4', count: [1, 2] })).toBe('reading');
    expect(certainty(OCTOBER, { index: '3.5a', count: [1, 2] })).toBe('reading');
    expect(certainty(OCTOBER, { index: '3.5a', count: [0, 0] })).toBe('secondary');
    expect(findingOn(OCTOBER, { index: '4.5a', count: [1, 2] }).cite.note).toContain('cách đếm');
    expect(findingOn(OCTOBER, { index: '4.5a', level: 'commune' }).cite.note).toContain('năm hàng');
  });

  it('points that need more digits than a number holds', () => {
    // By the note: 6 × 0,33333333 × 0,99999999 / 0,5 = 4,0000.
    const many = 100_000_000;
    const given = { index: '3.3', withResult: [33_333_333, many], sync: [many - 1, many] } as const;
    expect(findingOn(SEPTEMBER, given).disagreement).toMatchObject([{ points: 400 }]);
    // 49 999 999 of 100 000 000 is below half, and 5,99999988 is still 6,00 by rounding.
    const below = findingOn(SEPTEMBER, { index: '3.3', count: [49_999_999, many] });
    expect(below.points).toBe(600);
    expect(below.because).toContain('chưa đạt mức');
  });
});

describe('counts that cannot be', () => {
  it.each([
    ['2.1', [101, 100]],
    ['2.1', [1, 0]],
    ['2.1', [-1, 100]],
    ['2.1', [0.5, 100]],
    ['2.1', [1, 1.5]],
    ['3.5a', [1, 0]],
    ['3.5a', [-1, 1]],
    ['5.1', [3, 2]],
    ['2.2', [4, 0]],
    ['3.3', [2, 1]],
  ] as const satisfies readonly (readonly [IndexId, Pair])[])('counts.%s %o is refused by name', (index, count) => {
    expect(() => findingOn(OCTOBER, { index, count })).toThrow(RangeError);
    expect(() => findingOn(OCTOBER, { index, count })).toThrow(
      `counts.${index}: ${count[0]} trong ${count[1]} không hợp lệ`,
    );
  });

  it('each kind of index says what would do', () => {
    expect(() => findingOn(OCTOBER, { index: '2.1', count: [2, 1] })).toThrow('phần không lớn hơn tổng');
    expect(() => findingOn(OCTOBER, { index: '3.5a', count: [2, 0] })).toThrow('mẫu số 0 thì tử số cũng phải là 0');
  });

  it('so is the second count of an index', () => {
    expect(() => findingOn(OCTOBER, { index: '3.3', withResult: [2, 1] })).toThrow(
      'counts.3.3.ketQua: 2 trong 1 không hợp lệ. Nhập số nguyên từ 0; phần không lớn hơn tổng.',
    );
    expect(findingOn(OCTOBER, { index: '3.3', withResult: [1, 1] }).points).toBeNull();
  });

  it('the ends are allowed', () => {
    expect(findingOn(OCTOBER, { index: '2.1', count: [0, 100] }).points).toBe(0);
    expect(findingOn(OCTOBER, { index: '2.1', count: [100, 100] }).points).toBe(2000);
    expect(findingOn(OCTOBER, { index: '2.2', count: [9, 2] }).points).toBeNull();
    expect(findingOn(OCTOBER, { index: '2.2', count: [0, 0] }).points).toBeNull();
  });

  it('an index the cut does not have is refused', () => {
    expect(() => scoreOn(SEPTEMBER, { '5.catGiam': [1, 2] })).toThrow(
      'counts.5.catGiam: «Bộ chỉ số theo QĐ 766/QĐ-TTg (2022)» không có chỉ số này. Bỏ mục này khỏi đầu vào.',
    );
    expect(() => scoreOn(OCTOBER, { '5.catGiam': [1, 2] })).not.toThrow();
  });
});

describe('dates', () => {
  const given = { counts: {}, level: 'province' } as const;
  it('each cut answers only on its own days', () => {
    expect(scoreQd766(QD766_2022, given, SEPTEMBER).ruleset).toBe('qd766-2022');
    expect(scoreQd766(QD766_2022, given, '2022-08-01').ruleset).toBe('qd766-2022');
    expect(() => scoreQd766(QD766_2022, given, '2022-07-31')).toThrow(NotInForce);
    expect(() => scoreQd766(QD766_2022, given, OCTOBER)).toThrow(NotInForce);
    expect(scoreQd766(QD766_2026, given, OCTOBER).ruleset).toBe('qd766-2026');
    expect(() => scoreQd766(QD766_2026, given, SEPTEMBER)).toThrow(NotInForce);
  });
});

describe('a ceiling that is not known', () => {
  it('gives no points and leaves the total partial', () => {
    const cite: Citation = { act: 'QĐ 766/QĐ-TTg', certainty: 'secondary' };
    const [row] = QD766_2026.indices[0].value as readonly [GroupIndex, ...GroupIndex[]];
    const unknown: GroupsRuleset = {
      ...QD766_2026,
      indices: [{ from: OCTOBER, value: [{ ...row, max: null }], cite }],
    };
    const counts = { '1.1': { numerator: 1, denominator: 2 } };
    const { findings, total, grade } = scoreQd766(unknown, { counts, level: 'province' }, OCTOBER);
    expect(findings).toMatchObject([
      { points: null, max: null, because: 'Chưa biết điểm tối đa của chỉ số này nên không tính điểm.' },
    ]);
    expect(total).toEqual({ points: null, of: 0, max: 10_000, missing: [], unknownCeiling: ['1.1'] });
    expect(grade).toEqual({
      label: null,
      because:
        'Tổng điểm —/0,00 của các chỉ số có số liệu; các trần đã biết chưa đủ tổng của các nhóm nên chưa xếp loại. Chưa kể chỉ số 1.1, chưa biết điểm tối đa.',
      cite: null,
    });
  });
});

describe('total and grade', () => {
  const APART = ' Chưa kể chỉ số 3.chuDong1, 3.chuDong2 và 5.catGiam, chưa biết điểm tối đa.';
  it('a partial total says of how many and what is missing', () => {
    const { total, grade, groups } = scoreOn(OCTOBER, { '1.1': [1, 2], '1.2': [1, 2] });
    expect(total.of).toBe(1000);
    expect(total.max).toBe(10_000);
    expect(total.points).toBe(500);
    expect(groups[0]).toEqual({
      id: '1',
      within: null,
      name: 'Công khai, minh bạch',
      points: 500,
      of: 1000,
      max: 1800,
      missing: ['1.3', '1.4'],
      unknownCeiling: [],
    });
    expect(grade).toEqual({
      label: null,
      cite: null,
      because: `Tổng điểm 5,00/10,00 của các chỉ số có số liệu; thiếu chỉ số ${[
        '1.3, 1.4, 2.1, 3.toanTrinh, 3.5a, 3.5b, 3.6',
        '4.1, 4.chungThuc, 4.3, 4.4, 4.5a, 4.5b, 4.2, 5.2, 5.3',
      ].join(', ')} và 5.4 nên chưa xếp loại.${APART}`,
    });
  });

  const everything = Object.fromEntries(
    QD766_2026.indices[0].value.map(({ id }): [IndexId, Pair] => [id, [1, 1]]),
  ) as Partial<Record<IndexId, Pair>>;

  it('a whole one names its band and how sure the band is', () => {
    expect(scoreOn(OCTOBER, everything).grade).toMatchObject({
      label: 'Xuất sắc',
      because: `Tổng điểm 100,00/100,00, từ 90,00 trở lên: Xuất sắc.${APART}`,
      cite: {
        certainty: 'reading',
        note: 'Các trần đã biết cộng đủ tổng của các nhóm nên vẫn xếp loại; chỉ số chưa biết điểm tối đa không được tính.',
      },
    });
    expect(scoreOn(OCTOBER, { ...everything, '2.1': [0, 1] }).grade).toMatchObject({
      label: 'Tốt',
      cite: { certainty: 'recalled' },
    });
  });

  it('a province may put its own bands in their place', () => {
    const cite: Citation = { act: 'QĐ 01/2026/QĐ-UBND của UBND tỉnh Mẫu', certainty: 'secondary' };
    const bands: readonly GradeBand[] = [
      { min: 9500, label: 'Loại A', cite },
      { min: 0, label: 'Loại B', cite },
    ];
    const counts = Object.fromEntries(Object.keys(everything).map((id) => [id, { numerator: 1, denominator: 1 }]));
    const graded = (own: readonly GradeBand[], more: object) =>
      scoreQd766(QD766_2026, { counts: { ...counts, ...more }, level: 'province', bands: own }, OCTOBER).grade;
    expect(graded(bands, {})).toMatchObject({ label: 'Loại A', cite: { act: cite.act, certainty: 'reading' } });
    const half = { '2.1': { numerator: 1, denominator: 2 } };
    expect(graded(bands, half)).toMatchObject({ label: 'Loại B', cite: { act: cite.act, certainty: 'reading' } });
    expect(() => graded(bands.slice(0, 1), half)).toThrow('Xếp loại: tổng điểm 90,00/100,00 không thuộc mức nào.');
  });
});

describe('exact rounding', () => {
  it('halves go up, also past what a number holds', () => {
    expect(roundHalfUpExact(1n, 2n)).toBe(1);
    expect(roundHalfUpExact(49n, 100n)).toBe(0);
    expect(roundHalfUpExact(0n, 7n)).toBe(0);
    expect(roundHalfUpExact(5n * 10n ** 30n, 2n * 10n ** 30n)).toBe(3);
    expect(roundHalfUpExact(5n * 10n ** 30n - 1n, 2n * 10n ** 30n)).toBe(2);
  });
  it('refuses what has no value', () => {
    expect(() => roundHalfUpExact(-1n, 2n)).toThrow(RangeError);
    expect(() => roundHalfUpExact(1n, 0n)).toThrow(RangeError);
    expect(() => roundHalfUpExact(1n, -2n)).toThrow(RangeError);
  });
});
