import { describe, expect, it } from 'vitest';
import { groupsOf, linesOf, scoreLines, scoresOf, withUntyped } from '../../server/admin/published-lines.ts';
import { SEEDS } from '../../server/demo/seeds/index.ts';

describe('lines of a sheet', () => {
  it('are groups: a line goes on with the group over it, and what is empty is not given', () => {
    const lines =
      'Cấp xã\tXuất sắc\t35\t\tRất hài lòng\t124\n\tTốt\t77\nHồ sơ\tQuá hạn\t1.013\t0,2 %\t\t8.868\thồ sơ\tkhông\n\n';
    expect(groupsOf(lines)).toEqual([
      {
        title: 'Cấp xã',
        counted: 'đơn vị',
        whole: { label: 'đơn vị', count: 124 },
        exhaustive: true,
        parts: [
          { label: 'Xuất sắc', count: 35, beside: 'Rất hài lòng' },
          { label: 'Tốt', count: 77 },
        ],
      },
      {
        title: 'Hồ sơ',
        counted: 'hồ sơ',
        whole: { label: 'hồ sơ', count: 8868 },
        exhaustive: false,
        parts: [{ label: 'Quá hạn', count: 1013, percent: '0,2' }],
      },
    ]);
  });

  it('come from a CSV file too, with quoted commas', () => {
    expect(groupsOf('"Sở, ngành",Tốt,16,"94,1",,17')[0]).toMatchObject({
      title: 'Sở, ngành',
      whole: { count: 17 },
      parts: [{ label: 'Tốt', count: 16, percent: '94,1' }],
    });
    expect(groupsOf('Cấp xã;Tốt;78;;;94')[0]).toMatchObject({ title: 'Cấp xã', parts: [{ count: 78 }] });
  });

  it('what is no number stays no number, to be refused', () => {
    expect(groupsOf('A\tB\tnhiều')[0]?.parts[0]?.count).toBeNaN();
  });

  it.each(SEEDS.map((table) => [table.id, table] as const))(
    '%s comes back as it was when it is only opened',
    (_, table) => {
      expect(withUntyped(groupsOf(linesOf(table.groups)), table.groups)).toEqual(table.groups);
      expect(scoresOf(scoreLines(table.scores))).toEqual(table.scores);
    },
  );
});
