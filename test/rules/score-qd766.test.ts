import { describe, expect, it } from 'vitest';
import { NotInForce } from '#rules/law.ts';
import { roundHalfUpExact } from '#rules/points.ts';
import { scoreQd766 } from '#rules/qd766/score.ts';
import { QD766_2022 } from '#rules/rulesets/qd766-2022.ts';
import { QD766_2026 } from '#rules/rulesets/qd766-2026.ts';
import type { IndexId } from '#rules/rulesets/qd766-index.ts';
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
