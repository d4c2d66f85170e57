import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOnResults } from '#rules/acts-on-results.ts';
import type { Choice } from '#rules/choice.ts';
import { CHOICES, type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Results } from '#wire/results.ts';
import { closePeriod } from '../../server/close/close.ts';
import { contentHash } from '../../server/close/content-hash.ts';
import { contextOf } from '../../server/close/context.ts';
import { makeSnapshot, previewSnapshot } from '../../server/close/make-snapshot.ts';
import { sealPeriod } from '../../server/close/seal.ts';
import { snapshotBody } from '../../server/close/snapshot-body.ts';
import { insertAppraisal } from '../../server/store/appraisals.ts';
import { periodOrNull, type StoredPeriod } from '../../server/store/periods.ts';
import { sumsOrNull } from '../../server/store/snapshot-sums.ts';
import { snapshotOrNull, unitResults } from '../../server/store/snapshots.ts';
import { fillProvince, PERIOD, TENANT } from './bulk-province.ts';
import { type TestServer, testServer } from './test-server.ts';

const FIRST = `${PERIOD.id}.1`;
let server: TestServer;

async function stored(): Promise<StoredPeriod> {
  const period = await periodOrNull(server.db, TENANT, PERIOD.id);
  if (!period) throw new Error('no period');
  return period;
}

beforeAll(async () => {
  server = await testServer();
  await fillProvince(server.services, { units: 4, dossiers: 900 });
  server.clock.now = new Date('2026-07-04T02:00:00Z');
  // One unit has declared nothing and nobody scored himself: it did not evaluate.
  const [last] = await server.db.all<{ unit: string }>('select max(unit) as unit from units where tenant = ?', [
    TENANT,
  ]);
  await server.db.run('delete from unit_facts where tenant = ? and unit = ?', [TENANT, last?.unit ?? '']);
  await server.db.run('delete from self_scores where tenant = ? and unit = ?', [TENANT, last?.unit ?? '']);
  // Another declared a part only, so it lacks indicators.
  await server.db.run(
    `update unit_facts set facts = '{"disclosure":"both"}' where tenant = ? and unit = (select min(unit) from units where tenant = ?)`,
    [TENANT, TENANT],
  );
  await closePeriod(server.services, TENANT, { period: PERIOD.id }, 'operator');
  // Appraised after the close: 5, which is declared, and 1, which is not.
  const [unit] = await unitResults(server.db, TENANT, FIRST);
  const given = { unit: unit?.unit ?? '', dossier: '', reason: 'Đã kiểm tra tại chỗ.', actor: 'user:tham-dinh' };
  await server.db.batch(
    ([1, 5] as const).map((indicator) =>
      insertAppraisal(TENANT, PERIOD.id, { ...given, indicator, points: 0, at: '2026-07-04T02:00:00.000Z' }),
    ),
  );
}, 60_000);
afterAll(() => server.close());

/** A unit that lacks an indicator is graded all the same: else some choices would have nothing to act on. */
const GRADED: Partial<Choices> = { gradeAsIs: 'yes' };
const ON_RESULTS = CHOICES.filter(({ acts }: Choice) => acts === 'onResults').flatMap(({ key, values }) =>
  values.map(({ value }) => ({ [key]: value }) as Partial<Choices>),
);

describe('choices that act on results', () => {
  it('are few, and none that decides points, dossiers, answers or officers is among them', () => {
    expect(new Set(ON_RESULTS.flatMap((choice) => Object.keys(choice)))).toEqual(
      new Set([
        ...['rounding', 'total', 'year.pool', 'officer.total', 'appraised', 'gradeAsIs', 'notEvaluated'],
        'satisfaction.label',
      ]),
    );
    expect(actsOnResults(DEFAULT_CHOICES, { ...DEFAULT_CHOICES, rounding: 'truncate', total: 'roundOfSum' })).toBe(
      true,
    );
    expect(actsOnResults(DEFAULT_CHOICES, { ...DEFAULT_CHOICES, rounding: 'truncate', denominator: 'complete' })).toBe(
      false,
    );
  });

  it.each(ON_RESULTS.map((choice) => [JSON.stringify(choice), choice] as const))(
    'give from the sums what scoring every dossier gives: %s',
    async (_, choice) => {
      const order = { period: await stored(), number: 2, choices: JSON.stringify({ ...GRADED, ...choice }) };
      const ctx = contextOf(server.services, TENANT, order);
      const whole = await snapshotBody(ctx, { citizen: 'join' }, null);
      const fromSums = await snapshotBody(ctx, { citizen: 'join', sumsOf: FIRST }, null);
      expect(fromSums.units).toEqual(whole.units);
      expect(fromSums.officers).toEqual(whole.officers);
      expect([contentHash(fromSums), fromSums.factsHash]).toEqual([contentHash(whole), whole.factsHash]);
    },
  );

  it('change something here, each at one of its values, but the choice on years', async () => {
    const period = await stored();
    const preview = (choice: Partial<Choices>) =>
      previewSnapshot(server.services, TENANT, {
        period,
        choices: JSON.stringify({ ...GRADED, ...choice }),
        citizen: 'join',
        sumsOf: FIRST,
      });
    const usual = JSON.stringify(await preview({}));
    const without: string[] = [];
    for (const { key, values } of CHOICES.filter(({ acts }: Choice) => acts === 'onResults')) {
      const results = await Promise.all(values.map(({ value }) => preview({ [key]: value })));
      if (results.every((result) => JSON.stringify(result) === usual)) without.push(key);
    }
    // That on officers' totals shows in the officers alone.
    expect(without).toEqual(['year.pool', 'officer.total']);
  });

  it('alone may be made from sums', async () => {
    const order = { period: await stored(), number: 2, choices: '{"granularity":"halfDay"}' };
    const ctx = contextOf(server.services, TENANT, order);
    await expect(snapshotBody(ctx, { citizen: 'join', sumsOf: FIRST }, null)).rejects.toThrow(RangeError);
    await expect(snapshotBody(ctx, { citizen: 'join', sumsOf: 'nothing' }, null)).rejects.toMatchObject({
      code: 'snapshot.sumless',
    });
  });
});

describe('sums that are kept', () => {
  it('name no citizen’s sum of fewer than 5 answers, nor an officer’s that leaves 1 to 4 of his unit', async () => {
    const sums = await sumsOrNull(server.db, TENANT, FIRST);
    expect(sums?.officers.length).toBeGreaterThan(4);
    for (const unit of sums?.units ?? [])
      for (const [id, [sum, n]] of Object.entries(unit.citizen)) {
        expect(sum === null).toBe(n < 5);
        const officers = (sums?.officers ?? []).filter((each) => each.unit === unit.unit);
        const shares = officers.flatMap((each) => Object.entries(each.citizen).filter(([key]) => key === id));
        for (const [, [share, of]] of shares) {
          expect(share).not.toBeNull();
          expect(of).toBeGreaterThanOrEqual(5);
        }
        const rest = n - shares.reduce((all, [, [, of]]) => all + of, 0);
        if (shares.length > 0 && rest !== 0) expect(rest).toBeGreaterThanOrEqual(5);
      }
  });
});

describe('a snapshot made after the seal', () => {
  it('scores computed and self anew, repeats the citizen part as it stood, and says so', async () => {
    await server.db.run('update periods set snapshot = ? where tenant = ? and period = ?', [FIRST, TENANT, PERIOD.id]);
    const before = await unitResults(server.db, TENANT, FIRST);
    await sealPeriod(server.services, TENANT, await stored(), 'operator');
    // A correction on record: every dossier of the first unit was promised for the last day of the quarter.
    const unit = before[0]?.unit ?? '';
    await server.db.run("update dossiers set promised = '2026-06-30T17:00' where tenant = ? and unit = ?", [
      TENANT,
      unit,
    ]);
    const name = await makeSnapshot(server.services, TENANT, {
      ...{ period: await stored(), number: 2, reason: 'Sửa ngày hẹn', choices: '{}', actor: 'operator' },
      ...{ citizen: { from: FIRST }, also: [] },
    });
    const after = await unitResults(server.db, TENANT, name);
    for (const [i, result] of after.entries()) {
      expect(result.rows.map(({ citizen }) => citizen)).toEqual(before[i]?.rows.map(({ citizen }) => citizen));
      expect(result.satisfactionShare).toEqual(before[i]?.satisfactionShare);
      expect(result.n.official).toBe(before[i]?.n.official);
    }
    const computed = (results: Results['units']) => results[0]?.rows[0]?.computed?.points ?? 0;
    expect(computed(after)).toBeGreaterThan(computed(before));
    const joint = (snapshot: string) =>
      server.db.all(
        `select unit, officer, kind, indicator, a, b, n from joint_counts where tenant = ? and snapshot = ?
         order by unit, officer, kind, indicator, a, b`,
        [TENANT, snapshot],
      );
    expect(await joint(name)).toEqual(await joint(FIRST));
    expect(await snapshotOrNull(server.db, TENANT, name)).toMatchObject({ citizenFrozenFrom: FIRST });
    expect(await snapshotOrNull(server.db, TENANT, FIRST)).toMatchObject({ citizenFrozenFrom: null });
  });
});
