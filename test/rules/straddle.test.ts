import { describe, expect, it } from 'vitest';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import { custom, quarter, year } from '#rules/period.ts';
import { rulesetOf, StraddlesRulesets } from '#rules/rulesets/index.ts';
import type { TenantDecision } from '#rules/rulesets/ruleset.ts';

const DECISION: TenantDecision = {
  act: 'QĐ 01/2026/QĐ-UBND của UBND tỉnh Mẫu',
  ruleset: 'tt01-2018',
  from: '2025-07-01',
  to: '2027-01-01',
};
const BINH_THUAN: TenantDecision = {
  act: 'QĐ 1063/QĐ-UBND',
  ruleset: 'binh-thuan-1063',
  from: '2019-04-26',
  to: '2025-07-01',
};

describe('a period in which two rulesets hold in turn', () => {
  const choosing = (straddle: Choices['ruleset.straddle']) => ({ ...DEFAULT_CHOICES, 'ruleset.straddle': straddle });

  it('asks for a choice and names both', () => {
    expect(() => rulesetOf(year(2025), null, DEFAULT_CHOICES)).toThrow(StraddlesRulesets);
    expect(() => rulesetOf(year(2025), null, DEFAULT_CHOICES)).toThrow(
      'Kỳ từ 01/01/2025 đến 31/12/2025 có nhiều bộ quy tắc lần lượt hiệu lực: «Chín chỉ số theo Thông tư 01/2018/TT-VPCP» rồi «Nội dung đánh giá theo Nghị định 118/2025/NĐ-CP». Chọn một ở mục «Kỳ có nhiều bộ quy tắc lần lượt hiệu lực».',
    );
    expect(() => rulesetOf(quarter(2019, 2), BINH_THUAN, DEFAULT_CHOICES)).toThrow(StraddlesRulesets);
  });

  it('takes the chosen one', () => {
    expect(rulesetOf(year(2025), null, choosing('lastDay')).ruleset.id).toBe('nd118-ev');
    expect(rulesetOf(year(2025), null, choosing('firstDay')).ruleset.id).toBe('tt01-2018');
    expect(rulesetOf(quarter(2019, 2), BINH_THUAN, choosing('lastDay')).ruleset.id).toBe('binh-thuan-1063');
  });

  it('does not ask where one holds throughout, or none held on the first day', () => {
    expect(rulesetOf(year(2024), null, DEFAULT_CHOICES).ruleset.id).toBe('tt01-2018');
    expect(rulesetOf(year(2026), null, DEFAULT_CHOICES).ruleset.id).toBe('nd118-ev');
    expect(rulesetOf(year(2019), null, DEFAULT_CHOICES).ruleset.id).toBe('tt01-2018');
    expect(rulesetOf(custom('2019-12-15', '2020-11-20'), BINH_THUAN, DEFAULT_CHOICES).ruleset.id).toBe(
      'binh-thuan-1063',
    );
  });

  it('says until which day the one that judges held', () => {
    expect(rulesetOf(year(2025), null, choosing('firstDay')).on).toBe('2025-06-30');
    expect(rulesetOf(year(2025), null, choosing('lastDay')).on).toBe('2025-12-31');
    expect(rulesetOf(year(2025), DECISION, DEFAULT_CHOICES).on).toBe('2025-12-31');
    expect(rulesetOf(year(2024), null, DEFAULT_CHOICES).on).toBe('2024-12-31');
  });

  it('names one that comes back in its turn, and is judged by it to its last day', () => {
    const within = { ...BINH_THUAN, from: '2020-03-01', to: '2020-09-01' };
    const first = 'Chín chỉ số theo Thông tư 01/2018/TT-VPCP';
    const own = 'Chín chỉ số theo cách của Bình Thuận, áp dụng theo QĐ 1063/QĐ-UBND';
    const ask = () => rulesetOf(year(2020), within, DEFAULT_CHOICES);
    expect(ask).toThrow(`lần lượt hiệu lực: «${first}» rồi «${own}» rồi «${first}». Chọn một`);
    expect(ask).toThrow(expect.objectContaining({ rulesets: ['tt01-2018', 'binh-thuan-1063', 'tt01-2018'] }));
    expect(rulesetOf(year(2020), within, choosing('firstDay'))).toMatchObject({ on: '2020-12-31', label: first });
  });

  it('takes changes in the order of their days, whoever made them', () => {
    const early = { ...BINH_THUAN, from: '2025-03-01', to: '2025-10-01' };
    expect(() => rulesetOf(year(2025), early, DEFAULT_CHOICES)).toThrow(
      expect.objectContaining({ rulesets: ['tt01-2018', 'binh-thuan-1063', 'nd118-ev'] }),
    );
    expect(rulesetOf(year(2025), early, choosing('firstDay')).on).toBe('2025-02-28');
    expect(rulesetOf(year(2025), early, choosing('lastDay')).on).toBe('2025-12-31');
  });

  it('sees a ruleset begin after the decision that names it', () => {
    const before = { ...BINH_THUAN, from: '2019-02-01' };
    expect(() => rulesetOf(quarter(2019, 2), before, DEFAULT_CHOICES)).toThrow(StraddlesRulesets);
    expect(rulesetOf(quarter(2019, 2), before, choosing('firstDay')).on).toBe('2019-04-25');
  });

  it('has none in a period that ended before the circular', () => {
    expect(() => rulesetOf(year(2018), null, DEFAULT_CHOICES)).toThrow(
      `Bộ quy tắc đánh giá việc giải quyết thủ tục hành chính không áp dụng cho ngày 31/12/2018. Chọn quy định có hiệu lực.`,
    );
  });

  it('every other year of 2019 to 2027 has one ruleset', () => {
    for (const y of [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027])
      if (y !== 2025) expect(() => rulesetOf(year(y), null, DEFAULT_CHOICES)).not.toThrow();
  });
});
