import { describe, expect, it } from 'vitest';
import type { IndicatorId } from '#rules/finding.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import type { AlikeDossiers } from '../../server/close/joint-table.ts';
import { keptRows } from '../../server/close/kept-rows.ts';
import { addedMisreadings, misreadings, saidOf } from '../../server/close/misread.ts';

const survey = (id: string) => {
  const found = findSurvey(id, 1);
  if (!found) throw new Error(id);
  return found;
};

describe('what one answer says of contacts', () => {
  it('of the old form: the box ticked by mistake, by indicator, and contacts stated', () => {
    const line = (kind: string, indicator: number) => JSON.stringify(['binh-thuan-2019', 1, kind, indicator]);
    expect(saidOf(survey('binh-thuan-2019'), { l3: 'one', l4: 'none' })).toEqual([
      { line: line('misread', 3), hit: true },
      { line: line('misread', 4), hit: false },
    ]);
  });

  it('of the new form: only contacts stated; a question left out says nothing', () => {
    const line = JSON.stringify(['danhgia-2026', 1, 'unrecorded', 0]);
    const of = (q3: string) => saidOf(survey('danhgia-2026'), { overall: 's4', q3 });
    expect([of('extra0'), of('extra1'), of('unknown')]).toEqual([[{ line, hit: false }], [{ line, hit: true }], []]);
  });
});

const LINE = JSON.stringify(['danhgia-2026', 1, 'unrecorded', 0]);
type Dossier = { contacts: 0 | 1 | null; stated: boolean; early?: boolean };

/** Dossiers with one answer each: points on 3 by what was stated, on 1 by the time. */
function unit(...dossiers: Dossier[]): AlikeDossiers[] {
  return dossiers.map(({ contacts, stated, early = false }) => ({
    owners: {},
    self: {},
    computed: contacts === null ? {} : { 3: contacts === 0 ? 20 : 10 },
    contacts,
    citizen: new Map<IndicatorId, Map<number, number>>([
      [3, new Map([[stated ? 10 : 20, 1]])],
      [1, new Map([[early ? 20 : 10, 1]])],
    ]),
    said: new Map([[LINE, { hit: stated ? 1 : 0, n: 1 }]]),
  }));
}
const many = (n: number, contacts: Dossier['contacts'], hits: number): Dossier[] =>
  Array.from({ length: n }, (_, i) => ({ contacts, stated: i < hits, early: i % 2 === 0 }));
const blocksOf = (...units: AlikeDossiers[][]) => units.map((each) => keptRows(each, new Map()).blocks);
/** What is kept of these units. */
function rowsOf(units: ReturnType<typeof blocksOf>) {
  const sums = misreadings();
  for (const blocks of units) sums.add(blocks);
  return sums.rows();
}
const NEW = { survey: 'danhgia-2026', version: 1, kind: 'unrecorded', indicator: 0 };

describe('the count over a province', () => {
  it('is of dossiers without a recorded contact, out of all whose contacts are known', () => {
    const units = blocksOf(unit(...many(12, 0, 3)), unit(...many(8, 0, 1), ...many(6, 1, 4)));
    expect(rowsOf(units)).toEqual([{ ...NEW, k: 4, n: 26 }]);
  });

  it('counts a unit where nobody misread: a rate without it would be too high', () => {
    const units = blocksOf(unit(...many(12, 0, 3)), unit(...many(20, 0, 0)));
    expect(rowsOf(units)).toEqual([{ ...NEW, k: 3, n: 32 }]);
  });

  it('is not kept where what it leaves of the units is the answer of one person', () => {
    // The unit's rows are not kept, so the only dossier with a contact would be the difference.
    const units = blocksOf(unit(...many(12, 0, 3)), unit(...many(9, 0, 2), ...many(1, 1, 1)));
    expect(rowsOf(units)).toEqual([]);
  });

  it('is kept where few dossiers of each unit with a contact are together enough, and answered differently', () => {
    const units = [0, 1, 2].map((i) => unit(...many(9, 0, 2), ...many(2, 1, i === 0 ? 0 : 2)));
    expect(rowsOf(blocksOf(...units))).toEqual([{ ...NEW, k: 6, n: 33 }]);
  });

  it('is not kept where all, or none, without a contact answered alike: then each of them is told', () => {
    expect(rowsOf(blocksOf(unit(...many(12, 0, 0)), unit(...many(8, 0, 0))))).toEqual([]);
    expect(rowsOf(blocksOf(unit(...many(12, 0, 12)), unit(...many(8, 0, 8))))).toEqual([]);
  });

  it('leaves out a unit with a dossier whose contacts are not known', () => {
    const units = blocksOf(unit(...many(12, 0, 3)), unit(...many(9, 0, 2), ...many(7, null, 2)));
    expect(rowsOf(units)).toEqual([{ ...NEW, k: 3, n: 12 }]);
  });
});

describe('an attacker who subtracts what is known of every block from the count', () => {
  /** A small generator, the same on every machine. */
  function numbers(seed: number) {
    let state = seed;
    return (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >> 8) % below;
    };
  }

  it('is left with the answers of nobody, or of 5 or more who did not answer alike', () => {
    let kept = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const next = numbers(seed);
      const dossiers = Array.from({ length: 1 + next(5) }, () =>
        Array.from({ length: 5 + next(30) }, (): Dossier => {
          const contacts = next(8) === 0 ? 1 : 0;
          return { contacts, stated: next(contacts === 1 ? 2 : 12) === 0, early: next(2) === 0 };
        }),
      );
      const blocks = blocksOf(...dossiers.map((each) => unit(...each)));
      if (rowsOf(blocks).length === 0) continue;
      kept += 1;
      const cut = blocks.flat().filter((block) => new Set(block.map(({ contacts }) => contacts === 0)).size === 2);
      for (const isNone of [true, false]) {
        const rest = cut.flat().filter(({ contacts }) => (contacts === 0) === isNone);
        const points = rest.flatMap(({ citizen }) => [...(citizen.get(3)?.keys() ?? [])]);
        if (points.length === 0) continue;
        expect(points.length).toBeGreaterThanOrEqual(5);
        expect(new Set(points).size).toBe(2);
      }
    }
    expect(kept).toBeGreaterThan(10);
  });
});

it('a year adds up the lines of its quarters', () => {
  const line = { survey: 'danhgia-2026', version: 1, kind: 'unrecorded' as const, indicator: 0 };
  const old = { survey: 'binh-thuan-2019', version: 1, kind: 'misread' as const, indicator: 3 };
  const quarters = [
    [{ ...line, k: 3, n: 40 }],
    [],
    [
      { ...line, k: 2, n: 30 },
      { ...old, k: 6, n: 10 },
    ],
  ];
  expect(addedMisreadings(quarters)).toEqual([
    { ...old, k: 6, n: 10 },
    { ...line, k: 5, n: 70 },
  ]);
});
