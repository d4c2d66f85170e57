import { describe, expect, it } from 'vitest';
import { type IsoDate, NotInForce } from '#rules/law.ts';
import { scoreNd118 } from '#rules/nd118/score.ts';
import { lastDay, quarter } from '#rules/period.ts';
import { scoreQd766 } from '#rules/qd766/score.ts';
import { QD766_2022 } from '#rules/rulesets/qd766-2022.ts';
import { QD766_2026 } from '#rules/rulesets/qd766-2026.ts';
import { danhgia2026 } from '#rules/surveys/danhgia-2026.ts';

const LAST_DAYS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) =>
  ([1, 2, 3, 4] as const).map((q) => lastDay(quarter(year, q))),
);

/** The last days of quarters on which `score` answers; on the others it must name what is not in force, and the day. */
function answered(score: (on: IsoDate) => unknown): IsoDate[] {
  return LAST_DAYS.filter((on) => {
    try {
      score(on);
      return true;
    } catch (error) {
      if (!(error instanceof NotInForce)) throw error;
      expect(error.on).toBe(on);
      expect(error.what).toMatch(/QĐ 766|NĐ 118|Nghị định 118/);
      return false;
    }
  });
}

const from = (first: IsoDate, end = '2028-01-01') => LAST_DAYS.filter((day) => day >= first && day < end);

describe('each quarter of 2018 to 2027 is scored by its rules, or refused by name', () => {
  it('QĐ 766/QĐ-TTg as until September 2026', () => {
    const score = (on: IsoDate) => scoreQd766(QD766_2022, { counts: {}, level: 'province' }, on);
    expect(answered(score)).toEqual(from('2022-08-01', '2026-10-01'));
  });

  it('QĐ 766/QĐ-TTg as from October 2026', () => {
    const score = (on: IsoDate) => scoreQd766(QD766_2026, { counts: {}, level: 'province' }, on);
    expect(answered(score)).toEqual(from('2026-10-01'));
  });

  it('the level of districts, while there were districts', () => {
    const score = (on: IsoDate) => scoreQd766(QD766_2022, { counts: {}, level: 'district' }, on);
    expect(answered(score)).toEqual(from('2022-08-01', '2025-07-01'));
  });

  it('the contents of NĐ 118/2025/NĐ-CP', () => {
    expect(answered((on) => scoreNd118(danhgia2026, {}, on))).toEqual(from('2025-07-01'));
  });
});
