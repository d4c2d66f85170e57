import { describe, expect, it } from 'vitest';
import { dateOf } from '#rules/calendar/date.ts';
import { quarter } from '#rules/period.ts';
import { MANIPULATIONS } from '../../server/simulate/manipulations/list.ts';
import type { ManipulationId } from '../../server/simulate/manipulations/manipulation.ts';
import { manipulationOf, plant } from '../../server/simulate/planted.ts';
import { simulateProvince } from '../../server/simulate/province.ts';
import { simulate } from '../../server/simulate/simulate.ts';

const PLAN = { seed: 5, units: 4, officers: 8, dossiers: 2400, period: quarter(2026, 3) };

/** The records of the one unit, or officer, that does it; and of the same seed where nobody does anything. */
function both(id: ManipulationId, strength: number) {
  const { by } = manipulationOf(id);
  const simulation = simulate({ ...PLAN, manipulations: [{ id, rate: by === 'unit' ? 25 : 12, strength }] });
  const [planted] = simulation.planted;
  const unit = simulation.province.units.find((each) => each.unit === planted?.unit);
  if (!planted || !unit) throw new Error('nothing planted');
  const doings = simulation.beginDoings(unit);
  const honest = simulate({ ...PLAN, manipulations: [] });
  const own = honest.province.units.find((each) => each.unit === unit.unit);
  return {
    planted,
    done: [...simulation.recordsOf(unit, doings)],
    count: () => doings.of(planted.officer)?.doing.done ?? 0,
    honest: own ? [...honest.recordsOf(own)] : [],
  };
}

const late = ({ dossier: { promised, ready }, changes: [moved] }: ReturnType<typeof both>['done'][number]) =>
  ready !== null && promised !== null && dateOf(ready) > dateOf(moved?.from ?? promised);

describe('who does what', () => {
  const { units } = simulateProvince(9, 50, { each: 20, honest: true });
  const planned = MANIPULATIONS.map(({ id, by, strength }) => ({ id, rate: by === 'unit' ? 8 : 2, strength }));

  it('is so many of them, the same for a seed, nobody twice, and units are left where nobody does anything', () => {
    const planted = plant(9, units, planned);
    // 8 % of 50 units five times, 2 % of 1,000 officers three times.
    expect(planted.filter(({ officer }) => officer === null)).toHaveLength(5 * 4);
    expect(planted.filter(({ officer }) => officer !== null)).toHaveLength(3 * 20);
    expect(plant(9, units, planned)).toEqual(planted);
    expect(plant(10, units, planned)).not.toEqual(planted);
    expect(new Set(planted.map(({ unit, officer }) => `${unit}/${officer}`)).size).toBe(planted.length);
    const ofUnits = new Set(planted.flatMap(({ unit, officer }) => (officer === null ? [unit] : [])));
    expect(planted.some(({ unit, officer }) => officer !== null && ofUnits.has(unit))).toBe(false);
    // Sixty officers, ten of a unit, fill six units.
    expect(new Set(planted.map(({ unit }) => unit)).size).toBe(20 + 6);
  });

  it('is nobody where nothing is planned, and then nobody inflates either', () => {
    expect(plant(9, units, [])).toEqual([]);
    expect(units.flatMap(({ inflating }) => inflating)).toEqual([]);
    expect(simulateProvince(9, 50).units.flatMap(({ inflating }) => inflating).length).toBeGreaterThan(10);
  });
});

describe('what is done', () => {
  it('gives full points on every indicator, and leaves the scores of others as they were', () => {
    const { done, honest, planted } = both('allMaximum', 100);
    const own = done.filter(({ dossier, selfValues }) => dossier.officer === planted.officer && selfValues);
    expect(own.length).toBeGreaterThan(20);
    for (const { selfValues } of own)
      expect(new Set(Object.values(selfValues ?? {}).map(({ points }) => points))).toEqual(new Set([20]));
    const rest = (all: typeof done) => all.filter(({ dossier }) => dossier.officer !== planted.officer);
    expect(rest(done).map(({ selfValues }) => selfValues)).toEqual(rest(honest).map(({ selfValues }) => selfValues));
  });

  it('raises the mean of half the dossiers by the strength where there is room', () => {
    const { done, planted } = both('selfInflated', 6);
    const own = done
      .filter(({ dossier }) => dossier.officer === planted.officer)
      .flatMap(({ selfValues }) => {
        const both = Object.values(selfValues ?? {}).filter(({ shown }) => shown !== null);
        const room = both.reduce((sum, { shown }) => sum + 20 - (shown ?? 0), 0);
        const above = both.reduce((sum, { shown, points }) => sum + points - (shown ?? 0), 0);
        return both.length > 0 && room >= 6 * both.length ? [above / both.length] : [];
      });
    // Half of them at 6 tenths or, where a step was made by chance, one step less or more.
    const raised = own.filter((above) => above >= 4);
    expect(own.length).toBeGreaterThan(8);
    expect(raised.length / own.length).toBeGreaterThan(0.25);
    expect(raised.length / own.length).toBeLessThan(0.85);
  });

  it('moves a fifth of the dates that have passed, after they have', () => {
    const { done, count } = both('datesMoved', 20);
    const overdue = done.filter(late);
    const moved = overdue.filter(({ changes }) => changes.length > 0);
    for (const { dossier, changes } of moved)
      for (const { at, from, to } of changes) {
        expect(dateOf(at) > dateOf(from)).toBe(true);
        expect(dossier.promised).toBe(to);
      }
    expect(count()).toBeGreaterThan(0);
    expect(moved.length / overdue.length).toBeGreaterThan(0.08);
    expect(moved.length / overdue.length).toBeLessThan(0.4);
  });

  it('ends so many overdue ones in one minute', () => {
    const { done, count } = both('doneAtOnce', 4);
    const minutes = new Map<string, number>();
    for (const record of done.filter(late)) {
      const { ready } = record.dossier;
      if (ready) minutes.set(ready, (minutes.get(ready) ?? 0) + 1);
    }
    expect(count()).toBe(4);
    expect(Math.max(...minutes.values())).toBe(4);
  });

  it('confirms so many within two minutes, and the rest as ever', () => {
    const { confirmed } = manipulationOf('scoredAtOnce');
    const doing = { strength: 50, random: Math.random, moment: '2026-08-14T10:37', done: 0 };
    const honest = { at: 1, looked: 30 };
    const all = Array.from({ length: 51 }, () => confirmed?.(honest, doing));
    const [first, last] = [all[0]?.at ?? 0, all[49]?.at ?? 0];
    // 10:37 in Viet Nam is 03:37 UTC; 50 of them 2.4 s apart.
    expect(first).toBe(Date.UTC(2026, 7, 14, 3, 37));
    expect(last - first).toBe(49 * 2400);
    expect(all[50]).toEqual(honest);
  });

  it('answers through own links, presses aside, and leaves out who had a long procedure', () => {
    const way = { proof: 'portal', quick: false, sameAddress: false, unknown: false } as const;
    const doing = (strength: number) => ({ strength, random: () => 0.3, moment: '', done: 0 });
    // 0.3 lies below 50 % and above 25 %; a third of the long ones is 33 %, a fifth is 20 %.
    const { answered: minted } = manipulationOf('linksMinted');
    expect(minted?.(way, true, doing(50))).toMatchObject({ proof: 'officerLink', quick: true });
    expect(minted?.(way, true, doing(25))).toBe(way);
    const { answered: invited } = manipulationOf('easyInvited');
    expect(invited?.(way, true, doing(300))).toBe(way);
    expect(invited?.(way, false, doing(300))).toBe(way);
    expect(invited?.(way, false, doing(500))).toBeNull();
    const { aside } = manipulationOf('pressedAside');
    expect(aside?.(3, doing(15))).toBe(15);
  });
});
