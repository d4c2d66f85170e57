import { describe, expect, it } from 'vitest';
import { NotInForce } from '#rules/law.ts';
import { officerBands } from '#rules/officer-bands.ts';
import { TT01_2018 } from '#rules/rulesets/tt01-2018.ts';

const SO_TNMT = [...Array(19).fill('full'), ...Array(9).fill('most')];

describe('officers by completion level', () => {
  it('prints each share with the count it comes from, also of a level nobody is in', () => {
    const { bands, cite } = officerBands(TT01_2018, SO_TNMT, '2020-12-31');
    expect(bands.map(({ because }) => because)).toEqual([
      '19/28 cán bộ được xếp loại (67,86\u00a0%): Hoàn thành 100% nhiệm vụ.',
      '9/28 cán bộ được xếp loại (32,14\u00a0%): Hoàn thành từ 70% đến dưới 100% nhiệm vụ.',
      '0/28 cán bộ được xếp loại (0\u00a0%): Hoàn thành dưới 70% nhiệm vụ.',
    ]);
    expect(bands.map(({ code, n }) => [code, n])).toEqual([
      ['full', 19],
      ['most', 9],
      ['under', 0],
    ]);
    expect(cite).toMatchObject({ act: 'TT 01/2018/TT-VPCP', article: '15' });
  });

  it('asks for the levels in force on the day', () => {
    expect(() => officerBands(TT01_2018, SO_TNMT, '2018-12-31')).toThrow(NotInForce);
  });
});
