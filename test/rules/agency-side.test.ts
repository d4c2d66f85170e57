import { describe, expect, it } from 'vitest';
import { agencySide } from '#rules/nd118/agency-side.ts';
import { scoreOn } from './finding-qd766.ts';

describe('the agency side', () => {
  it('keeps the headings in the order of the decree, its groups whole, and says the join is ours', () => {
    const on = '2026-09-30';
    const { groups } = scoreOn(on, { '2.1': [90, 100] });
    const side = agencySide({ groups }, on);
    expect(side.map(({ group766 }) => group766)).toEqual(['1', '2', '4', '3', '5']);
    expect(side[1]).toMatchObject({ points: 1800, of: 2000, max: 2000, missing: [], unknownCeiling: [] });
    expect(side[1]?.cite).toEqual({
      act: 'NĐ 118/2025/NĐ-CP',
      article: '32',
      certainty: 'reading',
      note: 'Ghép nhóm của Nghị định với nhóm của QĐ 766/QĐ-TTg theo tên là cách hiểu; Nghị định không quy định điểm.',
    });
  });

  it('refuses a score without one of the groups', () => {
    expect(() => agencySide({ groups: [] }, '2026-09-30')).toThrow('Kết quả QĐ 766/QĐ-TTg không có nhóm 1.');
  });
});
