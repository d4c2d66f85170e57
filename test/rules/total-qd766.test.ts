import { describe, expect, it } from 'vitest';
import type { Citation } from '#rules/law.ts';
import { scoreQd766 } from '#rules/qd766/score.ts';
import { QD766_2026 } from '#rules/rulesets/qd766-2026.ts';
import type { GradeBand, GroupIndex, IndexId } from '#rules/rulesets/qd766-index.ts';
import type { GroupsRuleset } from '#rules/rulesets/ruleset.ts';
import { type Pair, scoreOn } from './finding-qd766.ts';

const OCTOBER = '2026-10-01';

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
