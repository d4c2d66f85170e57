import { describe, expect, it } from 'vitest';
import { custom } from '#rules/period.ts';
import { spreadVolumes } from '../../server/simulate/volumes.ts';

const sum = (volumes: ReturnType<typeof spreadVolumes>) =>
  volumes.flat().reduce((total, { count }) => total + count, 0);

describe('volumes', () => {
  // 40 units over nine years: the running sum of weights times the total is beyond 2^53, where a double no longer gives the total back.
  it.each([1, 6, 9, 13])('lose no dossier of a large plan, seed %i', (seed) => {
    const weights = Array.from({ length: 40 }, (_, i) => 40 + ((i * 37) % 121));
    const period = custom('2018-06-21', '2027-06-14');
    expect(sum(spreadVolumes(seed, weights, period, 8_388_607))).toBe(8_388_607);
  });

  it('lose none at the largest plan', () => {
    const weights = Array.from({ length: 999 }, () => 160);
    const period = custom('2018-06-21', '2027-06-14');
    expect(sum(spreadVolumes(1, weights, period, 10_000_000))).toBe(10_000_000);
  });

  it('give each cell its share by hand', () => {
    // One unit, one day: all of them.
    expect(spreadVolumes(1, [100], custom('2026-03-02', '2026-03-02'), 7)).toEqual([[{ day: '2026-03-02', count: 7 }]]);
  });

  it('need a working day', () => {
    expect(() => spreadVolumes(1, [100], custom('2026-03-07', '2026-03-08'), 7)).toThrow(
      'no working day from 2026-03-07 to 2026-03-09',
    );
  });
});
