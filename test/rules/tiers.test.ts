import { describe, expect, it } from 'vitest';
import { type Tierable, tiersOf } from '#rules/tiers.ts';

const unit = (rank: number | null, lo: number, hi: number, level = 'province'): Tierable => ({
  level,
  rank,
  interval: { lo, hi },
});

describe('tiers', () => {
  it('keep together what overlaps, every two of them', () => {
    // 15,6–16,2, 14,6–15,8, 14,1–15,7: all three meet between 15,6 and 15,7.
    expect(tiersOf([unit(1, 156, 162), unit(2, 146, 158), unit(3, 141, 157)])).toEqual([1, 1, 1]);
  });

  it('do not hang two together through a third: of the first and the last it is clear who is ahead', () => {
    expect(tiersOf([unit(1, 150, 170), unit(2, 130, 155), unit(3, 110, 140)])).toEqual([1, 1, 2]);
    // The second lies apart from the first, and the third over both: it stands with the one it follows.
    expect(tiersOf([unit(1, 156, 162), unit(2, 146, 154), unit(3, 141, 157)])).toEqual([1, 2, 2]);
  });

  it('part where intervals leave a gap, and ends that touch leave none', () => {
    expect(tiersOf([unit(1, 160, 170), unit(2, 150, 159), unit(3, 140, 150)])).toEqual([1, 2, 2]);
  });

  it('keep those who share a rank together, whichever is the wider', () => {
    const [first, wide, narrow] = [unit(1, 158, 162), unit(2, 120, 160), unit(2, 139, 141)];
    expect(tiersOf([first, wide, narrow])).toEqual([1, 2, 2]);
    expect(tiersOf([first, narrow, wide])).toEqual([1, 2, 2]);
  });

  it('hold within a level, whatever the order', () => {
    expect(tiersOf([unit(2, 100, 110), unit(1, 120, 130), unit(1, 50, 60, 'commune')])).toEqual([2, 1, 1]);
  });

  it('leave out what is not ranked, without closing a gap with it', () => {
    expect(tiersOf([unit(1, 160, 170), unit(null, 140, 170), unit(2, 140, 150)])).toEqual([1, null, 2]);
  });

  it('are told of no unit of a level where one ranked interval is not known', () => {
    const unknown = { ...unit(2, 0, 0), interval: null };
    expect(tiersOf([unit(1, 160, 170), unknown, unit(1, 1, 2, 'commune')])).toEqual([null, null, 1]);
  });
});
