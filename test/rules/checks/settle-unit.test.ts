import { expect, test } from 'vitest';
import { control } from '#rules/checks/control.ts';
import { CHECKS } from '#rules/checks/index.ts';
import { settleUnit } from '#rules/checks/sums/settle-unit.ts';
import type { ProvinceSums } from '#rules/checks/sums.ts';
import { distributions } from '../../../server/distributions.ts';
import { dossiers, provinceOf, scored } from './province-of.ts';

const asked = (province: ProvinceSums) =>
  control(CHECKS.map((check) => ({ check, found: check.judge(province, distributions) })));

const late = { overdue: true, ready: '2026-11-24T08:15', officer: 'CB-02' } as const;
const [CLICK, HOUR] = [Date.UTC(2026, 10, 24, 1), 3_600_000];
const self = (officer: string, confirmed: number, points: readonly number[]) => ({
  ...scored([0, 20], points),
  ...{ officer, confirmed, looked: 0 },
});

/**
 * 30 late ones in one minute; 60 confirmed in one click; 40 of 40 scored above, ten by each of four officers: asked are the unit for the
 * minute and for what its officers gave together, and the one who clicked.
 */
const province = () =>
  provinceOf([
    ...dossiers(30, 'M', late),
    ...dossiers(60, 'C', { self: self('CB-03', CLICK, [0, 20]) as never }),
    ...[4, 5, 6, 7].flatMap((n) =>
      dossiers(10, `A${n}`, { self: self(`CB-0${n}`, CLICK + n * HOUR, [20, 20]) as never }),
    ),
    ...Array.from({ length: 40 }, (_, i) =>
      dossiers(1, `T${i}`, { ready: `2026-11-25T${10 + (i % 8)}:${10 + i}` }),
    ).flat(),
  ]);

test('a unit of which nothing more comes is judged as before, with the same dossiers named', () => {
  const before = asked(province());
  const settled = province();
  settled.units.forEach(settleUnit);
  const after = asked(settled);
  expect(before.flags.map(({ id }) => id)).toEqual([
    'selfAbove/xa-mau-01/',
    'scoreBurst/xa-mau-01/CB-03',
    'bulkCompletion/xa-mau-01/',
  ]);
  expect(before.flags.map(({ hits }) => hits.length)).toEqual([20, 0, 20]);
  expect(after).toEqual(before);
});

test('and keeps no single minute, click or code that nobody is asked about', () => {
  const { units } = province();
  units.forEach(settleUnit);
  const [unit] = units;
  expect([unit?.dates.minutes.size, unit?.dates.overdueMinutes.size, unit?.dates.days.size]).toEqual([1, 1, 2]);
  const self = (officer: string) => unit?.officers.get(officer)?.self;
  expect([self('CB-03')?.moments.length, self('CB-04')?.moments.length, self('CB-04')?.confirmed]).toEqual([60, 0, 10]);
  expect([self('CB-04')?.max.hits.length, self('CB-04')?.above.hits.length]).toEqual([0, 10]);
});
