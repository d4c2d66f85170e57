import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { attackedProvince, type Truth } from './attacked-province.ts';
import { attack } from './attacker.ts';
import { changedBehind } from './changed-behind.ts';
import { type TestServer, testServer } from './test-server.ts';

/** Which rule the server hides by; the weak ones are those this suite must be able to refuse. */
const rule = vi.hoisted(() => ({ now: 'real' as 'real' | 'zeroShown' | 'each period by itself' }));

vi.mock('../../server/figures/suppress.ts', async (original) => {
  const real = await original<typeof import('../../server/figures/suppress.ts')>();
  type Units = Parameters<typeof real.suppress>[0];
  // Procedures, all of one family, stay as they are: this is about units.
  const some = (units: Units) => units.filter(({ n, family }) => n > 0 || family === '');
  return {
    ...real,
    smallUnits: (units: Units) => real.smallUnits(rule.now === 'zeroShown' ? some(units) : units),
    suppress: (units: Units) => real.suppress(rule.now === 'zeroShown' ? some(units) : units),
  };
});
vi.mock('../../server/figures/hidden-units.ts', async (original) => {
  const real = await original<typeof import('../../server/figures/hidden-units.ts')>();
  const { suppress } = await import('../../server/figures/suppress.ts');
  type Call = typeof real.hiddenUnits;
  const hiddenUnits: Call = async (db, tenant, period, units) => {
    if (rule.now !== 'each period by itself') return real.hiddenUnits(db, tenant, period, units);
    return suppress(units.map(({ unit, level, n }) => ({ unit, family: level, n: n.official })));
  };
  return { hiddenUnits };
});

const PROVINCES = 8;
let server: TestServer;
const truths = new Map<string, Truth>();

beforeAll(async () => {
  server = await testServer();
  for (let seed = 1; seed <= PROVINCES; seed += 1) {
    const tenant = `thu${seed}`;
    truths.set(tenant, await attackedProvince(server.db, tenant, seed));
  }
}, 60_000);
afterEach(() => {
  rule.now = 'real';
});
afterAll(() => server.close());

/** Hidden counts the attacker knows too well, `name: low–high`; and what it had to work on. */
async function broken(provinces: number) {
  await changedBehind(server.db);
  const faults: string[] = [];
  let [hidden, printed] = [0, 0];
  for (const [tenant, truth] of [...truths].slice(0, provinces)) {
    const found = await attack(server, tenant, [...truth.keys()]);
    printed += found.printed.size;
    for (const [name, n] of truth) {
      const range = found.ranges.get(name);
      if (!range) throw new Error(`${name} was not attacked`);
      // An attacker that is wrong proves nothing.
      if (n < range.low || n > range.high) throw new Error(`${name} is ${n}, taken for ${range.low}–${range.high}`);
      if (range.low === range.high && (found.printed.has(name) || (/^[cp]/.test(name) && shown(found.printed, name))))
        continue;
      hidden += 1;
      if (range.high - range.low + 1 < 5) faults.push(`${tenant} ${name}: ${range.low}–${range.high}`);
    }
  }
  return { faults, hidden, printed };
}
const shown = (printed: ReadonlyMap<string, number>, name: string) => {
  const [, period, member] = name.split('|');
  return printed.has(`answers|${period}|${member}`);
};

describe('whoever fetches every format of every period and version', () => {
  test('bounds no hidden count to fewer than 5 values', async () => {
    const { faults, hidden, printed } = await broken(PROVINCES);
    expect(faults).toEqual([]);
    // There was much to find, and much to find it with.
    expect(hidden).toBeGreaterThan(100);
    expect(printed).toBeGreaterThan(100);
  }, 60_000);

  test('finds hidden counts where units without forms are shown: a hidden one then has 1–4', async () => {
    rule.now = 'zeroShown';
    expect((await broken(4)).faults.join('\n')).toMatch(/ n\|.*: 1–4/);
  }, 60_000);

  test('finds them where each period hides by itself: the year minus three quarters is the fourth', async () => {
    rule.now = 'each period by itself';
    const { faults } = await broken(4);
    expect(faults.some((fault) => /n\|2025-q\d\|.*: (\d)–\1$/.test(fault))).toBe(true);
  }, 60_000);
});
