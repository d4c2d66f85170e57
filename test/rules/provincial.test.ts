import { describe, expect, it } from 'vitest';
import { citationText } from '#rules/law.ts';
import { custom, overlaps } from '#rules/period.ts';
import { BINH_THUAN_1063, SATISFACTION_LABELS } from '#rules/rulesets/binh-thuan-1063.ts';
import { RULESETS } from '#rules/rulesets/index.ts';
import { TAY_NINH_800 } from '#rules/rulesets/tay-ninh-800.ts';
import { LEVELS, TT01_2018 } from '#rules/rulesets/tt01-2018.ts';
import { checkLevel, LEVEL_NAMES } from '#rules/units/level.ts';

const POINTS = RULESETS.filter((ruleset) => ruleset.method === 'points');

describe("a province's own rules keep how sure they are", () => {
  it('cite their decision, never as if its text had been read', () => {
    const own = [BINH_THUAN_1063, TAY_NINH_800].flatMap(({ settledBy, caveats }) => [
      settledBy,
      ...caveats.map(({ cite }) => cite),
    ]);
    const { unitGrades, officerGrades, selfScoreEvery, periods } = BINH_THUAN_1063;
    const ofTayNinh = [TAY_NINH_800.unitGrades.at(-1), TAY_NINH_800.officerGrades.at(-1), TAY_NINH_800.levels[1]];
    const rows = [unitGrades.at(-1), officerGrades.at(-1), ...selfScoreEvery, ...periods, ...ofTayNinh].flatMap(
      (row) => row?.cite ?? [],
    );
    expect(own).toHaveLength(5);
    expect(rows).toHaveLength(8);
    for (const cite of [...own, ...rows]) {
      expect(cite.certainty).toBe('secondary');
      expect(cite.note).toMatch(/^(Theo|Nhãn theo|Mức 100%)/);
      expect(cite.act).toMatch(/^QĐ (1063|800)\/QĐ-UBND ngày /);
    }
  });

  it('mark the end of the circular as recalled: the text ends its decree alone', () => {
    const end = TT01_2018.inForce.at(-1);
    expect(end).toMatchObject({ from: '2025-07-01', value: null, cite: { article: '40', certainty: 'recalled' } });
    expect(end?.cite).toMatchObject({
      note: expect.stringMatching(/^Văn bản chỉ nói NĐ 61\/2018\/NĐ-CP hết hiệu lực/),
    });
  });

  it('mark the one pair of grade and satisfaction that was never published', () => {
    const readings = Object.entries(SATISFACTION_LABELS).filter(([, { cite }]) => cite.certainty === 'reading');
    expect(readings.map(([code]) => code)).toEqual(['average']);
    expect(citationText(SATISFACTION_LABELS.average.cite)).toContain('(cách hiểu)');
  });

  it('grade by the steps of the circular, whose thresholds the published results fit', () => {
    expect(BINH_THUAN_1063.unitGrades.map(({ from }) => from)).toEqual(['2019-01-06', '2019-04-26']);
    for (const { value } of BINH_THUAN_1063.unitGrades) expect(value).toEqual(TT01_2018.unitGrades[0]?.value);
    for (const { value } of BINH_THUAN_1063.officerGrades) expect(value).toEqual(TT01_2018.officerGrades[0]?.value);
    expect(TAY_NINH_800.unitGrades.map(({ from }) => from)).toEqual(['2019-01-06', '2019-04-04']);
    for (const { value } of TAY_NINH_800.unitGrades) expect(value).toEqual(TT01_2018.unitGrades[0]?.value);
    for (const { value } of TAY_NINH_800.officerGrades) expect(value).toEqual(TT01_2018.officerGrades[0]?.value);
  });

  it('name periods that do not overlap', () => {
    for (const { periods } of POINTS) {
      const own = periods.map(({ from, last }) => custom(from, last));
      for (const [i, period] of own.entries())
        for (const other of own.slice(i + 1)) expect(overlaps(period, other)).toBe(false);
    }
  });
});

describe('levels', () => {
  it('of every ruleset of points end the district level on the same day, with the decree', () => {
    for (const { levels } of POINTS) {
      expect(checkLevel('district', levels, '2025-06-30').act).not.toBe('NĐ 118/2025/NĐ-CP');
      expect(() => checkLevel('district', levels, '2025-07-01')).toThrow(
        'Cấp huyện không áp dụng cho ngày 01/07/2025. Chọn quy định có hiệu lực.',
      );
      expect(checkLevel('commune', levels, '2025-07-01')).toMatchObject({
        act: 'NĐ 118/2025/NĐ-CP',
        certainty: 'text',
      });
    }
  });

  it('are named', () => {
    expect(LEVEL_NAMES).toEqual({ province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' });
    expect(() => checkLevel('province', LEVELS, '2019-01-05')).toThrow('Cấp tỉnh không áp dụng cho ngày 05/01/2019.');
  });
});
