import { describe, expect, it } from 'vitest';
import type { IndicatorId } from '#rules/finding.ts';
import type { AlikeDossiers } from '../../server/close/joint-table.ts';
import { keptRows, type OfficersApart } from '../../server/close/kept-rows.ts';

const NOTHING_SAID = { contacts: null, said: new Map() };

/** `[officer, self, computed, { citizen's points: dossiers }]` on indicator 1. */
type Row = [string | null, number | undefined, number | undefined, Record<number, number>];
const counted = (citizen: Record<number, number>) => new Map(Object.entries(citizen).map(([b, n]) => [Number(b), n]));
const alike = (...rows: Row[]): AlikeDossiers[] =>
  rows.map(([officer, self, computed, citizen]) => ({
    owners: officer === null ? {} : { 1: officer },
    self: self === undefined ? {} : { 1: self },
    computed: computed === undefined ? {} : { 1: computed },
    citizen: new Map([[1, counted(citizen)]]),
    ...NOTHING_SAID,
  }));
const NOBODY: OfficersApart = new Map();
const apart = (...officers: string[]): OfficersApart => new Map([[1, new Set(officers)]]);
const names = (rows: readonly AlikeDossiers[], officers = NOBODY) =>
  keptRows(rows, officers).rows.map((r) => `${r.officer || 'unit'} ${r.kind} ${r.a}`);

describe('a row of joint counts', () => {
  it('is kept where 5 dossiers stand behind it and behind what it leaves', () => {
    const rows = alike([null, undefined, 20, { 20: 4, 10: 1 }], [null, undefined, 10, { 10: 4, 0: 2 }]);
    const ofUnit = { officer: '', kind: 'computed×citizen', indicator: 1 };
    expect(keptRows(rows, NOBODY).rows).toEqual([
      { ...ofUnit, a: 10, citizen: counted({ 10: 4, 0: 2 }) },
      { ...ofUnit, a: 20, citizen: counted({ 20: 4, 10: 1 }) },
    ]);
  });

  it('is dropped with fewer than 5', () => {
    expect(names(alike([null, undefined, 20, { 20: 3, 10: 1 }]))).toEqual([]);
  });

  it('is dropped where all gave one answer: whoever is in it has told', () => {
    expect(names(alike([null, undefined, 20, { 20: 9 }], [null, undefined, 10, { 10: 4, 0: 2 }]))).toEqual([]);
  });

  it('is dropped where all answers of the unit without it would be those of 1 to 4 people', () => {
    expect(names(alike([null, undefined, 20, { 20: 8, 10: 2 }], [null, undefined, 10, { 10: 2, 0: 2 }]))).toEqual([]);
  });

  it('of an officer is kept only where that officer’s own sum is', () => {
    const few = alike(['A', undefined, 20, { 20: 5, 10: 2 }], ['B', undefined, 20, { 20: 1, 10: 2 }]);
    // Of B's three nothing is kept, so of A's nothing either: the unit without A is B.
    expect(names(few)).toEqual(['unit computed×citizen 20']);
    const enough = alike(['A', undefined, 20, { 20: 5, 10: 2 }], ['B', undefined, 20, { 20: 3, 10: 2 }]);
    expect(names(enough, apart('A', 'B'))).toEqual([
      'unit computed×citizen 20',
      'A computed×citizen 20',
      'B computed×citizen 20',
    ]);
  });

  it('is dropped where the same row of the other series differs by one dossier', () => {
    // An officer raised one dossier from 10 to 20: self 20 minus computed 20 would be the answer to that one.
    const rows = alike([null, 20, 20, { 20: 5, 10: 5 }], [null, 20, 10, { 0: 1 }], [null, 10, 10, { 10: 5, 0: 4 }]);
    expect(names(rows)).toEqual(['unit computed×citizen 10', 'unit computed×citizen 20']);
  });

  it('of one indicator is dropped where a row of another differs by one dossier', () => {
    const point = (computed: Record<number, number>, one: Record<number, number>, seven: Record<number, number>) => ({
      ...{ owners: {}, self: {}, computed },
      citizen: new Map<IndicatorId, Map<number, number>>([
        [1, counted(one)],
        [7, counted(seven)],
      ]),
      ...NOTHING_SAID,
    });
    // All that were early have 20 on 7 but one, which was harassed: computed 20 on 1 minus computed 20 on 7 is that one.
    const rows = [
      point({ 1: 20, 7: 20 }, { 20: 9, 10: 3 }, { 20: 8, 10: 4 }),
      point({ 1: 20, 7: 0 }, { 0: 1 }, { 0: 1 }),
      point({ 1: 10, 7: 10 }, { 20: 2, 10: 9 }, { 10: 9, 0: 2 }),
    ];
    const kept = keptRows(rows, NOBODY).rows.map(({ indicator, a }) => `${indicator}:${a}`);
    expect(kept).toEqual(['1:10', '1:20', '7:10']);
  });
});

/** A small generator, the same on every machine. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

interface Told {
  readonly officers: readonly string[];
  readonly points: Record<'self' | 'computed' | 'citizen', Partial<Record<IndicatorId, number>>>;
}

const ASKED = [1, 3, 7] as const;

/** Dossiers with three officers; on some an officer raised himself, and 7 follows 1. */
function province(seed: number): Told[] {
  const next = numbers(seed);
  return Array.from({ length: 30 + next(170) }, () => {
    const time = [20, 10, 0][next(3)] ?? 0;
    const contacts = [20, 20, 10][next(3)] ?? 0;
    const said = next(4) === 0 ? ([20, 10, 0][next(3)] ?? 0) : time;
    return {
      officers: [`A${next(2)}`, `B${next(3)}`],
      points: {
        computed: { 1: time, 3: contacts, 7: next(9) === 0 ? 0 : time },
        self: next(2) === 0 ? { 1: next(12) === 0 ? 20 : time, 7: time } : {},
        citizen: { 1: said, ...(next(3) > 0 && { 3: contacts }), 7: next(8) === 0 ? 0 : said },
      },
    };
  });
}

function tableOf(dossiers: readonly Told[]): { alike: AlikeDossiers[]; apart: OfficersApart } {
  const groups = new Map<string, AlikeDossiers>();
  const owner = ({ officers }: Told) => ({ 1: officers[0] ?? '', 3: officers[1] ?? '', 7: officers[1] ?? '' });
  for (const dossier of dossiers) {
    const { self, computed, citizen } = dossier.points;
    const key = JSON.stringify([dossier.officers, self, computed]);
    const group = groups.get(key) ?? { owners: owner(dossier), self, computed, citizen: new Map(), ...NOTHING_SAID };
    groups.set(key, group);
    for (const id of ASKED) {
      const b = citizen[id];
      if (b === undefined) continue;
      const counts = group.citizen.get(id) ?? new Map<number, number>();
      group.citizen.set(id, counts);
      counts.set(b, (counts.get(b) ?? 0) + 1);
    }
  }
  const officers = (id: 1 | 3 | 7) => {
    const n = new Map<string, number>();
    for (const d of dossiers)
      if (d.points.citizen[id] !== undefined) n.set(owner(d)[id], (n.get(owner(d)[id]) ?? 0) + 1);
    return new Set([...n].filter(([, count]) => count >= 5).map(([code]) => code));
  };
  return { alike: [...groups.values()], apart: new Map(ASKED.map((id) => [id, officers(id)])) };
}

/** Every set that sums and differences of `sets` reach: one that lies within another leaves the rest, two apart give both. */
function reached(sets: readonly bigint[], rounds: number): Set<bigint> {
  const all = new Set(sets);
  for (let round = 0; round < rounds; round += 1)
    for (const a of [...all])
      for (const b of sets) {
        if (all.size > 4000) return all;
        if ((a & b) === b && a !== b) all.add(a & ~b);
        else if ((a & b) === a && a !== b) all.add(b & ~a);
        else if ((a & b) === 0n) all.add(a | b);
      }
  return all;
}

describe('an attacker who adds and subtracts rows and officers’ sums, of one indicator or of several', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))('reaches nobody in province %i', (seed) => {
    const dossiers = province(seed);
    const { alike: groups, apart: officers } = tableOf(dossiers);
    const kept = keptRows(groups, officers).rows;
    const setOf = (is: (dossier: Told) => boolean) =>
      dossiers.reduce((set, dossier, i) => (is(dossier) ? set | (1n << BigInt(i)) : set), 0n);
    const owner = (d: Told, id: number) => d.officers[id === 1 ? 0 : 1];
    const sums = [...officers].flatMap(([id, codes]) => [...codes].map((code) => setOf((d) => owner(d, id) === code)));
    const rows = kept.map(({ officer, kind, indicator, a }) =>
      setOf((d) => {
        const series = kind === 'self×citizen' ? d.points.self : d.points.computed;
        return series[indicator] === a && (officer === '' || owner(d, indicator) === officer);
      }),
    );
    const whole = setOf(() => true);
    const before = reached([whole, ...sums], 3);
    for (const set of reached([whole, ...sums, ...rows], 3)) {
      if (before.has(set)) continue;
      const within = dossiers.filter((_, i) => (set >> BigInt(i)) & 1n);
      for (const id of ASKED) {
        const answers = within.flatMap(({ points }) => points.citizen[id] ?? []);
        if (answers.length === 0) continue;
        expect(answers.length).toBeGreaterThanOrEqual(5);
        expect(new Set(answers).size).toBeGreaterThan(1);
      }
    }
  });

  it('would reach somebody if each indicator were looked at alone', () => {
    // The same provinces, rows kept for each indicator without a look at the others.
    const told = Array.from({ length: 12 }, (_, i) => i + 1).some((seed) => {
      const dossiers = province(seed);
      const { alike: groups } = tableOf(dossiers);
      const only = (id: IndicatorId) =>
        groups.map((each) => ({ ...each, citizen: new Map([...each.citizen].filter(([key]) => key === id)) }));
      const rows = ASKED.flatMap((id) => keptRows(only(id), NOBODY).rows);
      const sets = rows.map(({ kind, indicator, a }) =>
        dossiers.reduce((set, { points }, i) => {
          const series = kind === 'self×citizen' ? points.self : points.computed;
          return series[indicator] === a && points.citizen[indicator] !== undefined ? set | (1n << BigInt(i)) : set;
        }, 0n),
      );
      const size = (set: bigint) => set.toString(2).replaceAll('0', '').length;
      return [...reached(sets, 2)].some((set) => set > 0n && size(set) < 5);
    });
    expect(told).toBe(true);
  });
});
