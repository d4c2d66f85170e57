import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePeriod } from '../../server/close/close.ts';
import { changedSnapshots } from '../../server/close/content-hash.ts';
import type { Db, Statement } from '../../server/store/db.ts';
import { migrate } from '../../server/store/migrate.ts';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { fillProvince, PERIOD, TENANT } from './bulk-province.ts';

const NOW = new Date('2026-07-04T02:00:00Z');
const LATER = new Date(NOW.getTime() + 60_000);
const folder = mkdtempSync(join(tmpdir(), 'dvc-resumed-'));
let copies = 0;

beforeAll(async () => {
  const db = await openSqlite(join(folder, 'first', 'a.db'));
  await migrate(db);
  await fillProvince({ db, keys: openPeriodKeys(join(folder, 'first', 'keys')) }, { units: 3, dossiers: 240 });
  await db.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Copy {
  readonly db: Db;
  /** Closes the period over `by`, which may fail. */
  readonly close: (at: Date, by?: Db) => Promise<void>;
}

/** Runs `work` on a province of its own that was never closed. */
async function onCopy<T>(work: (copy: Copy) => Promise<T>): Promise<T> {
  copies += 1;
  const place = join(folder, String(copies));
  cpSync(join(folder, 'first'), place, { recursive: true });
  const db = await openSqlite(join(place, 'a.db'));
  const keys = openPeriodKeys(join(place, 'keys'));
  const close = (at: Date, by: Db = db) =>
    closePeriod({ db: by, keys, now: () => at }, TENANT, { period: PERIOD.id }, 'operator');
  const result = await work({ db, close });
  await db.close();
  return result;
}

/** What is left in the database once the snapshot is made. */
async function leftBy(db: Db) {
  const snapshots = await db.all<{ snapshot: string; facts: string; content: string }>(
    'select snapshot, facts_hash as facts, content_hash as content from snapshots',
  );
  const [findings] = await db.all<{ n: number; size: number }>(
    'select count(*) as n, sum(bits) as size from dossier_findings',
  );
  const rest = [
    ...(await db.all('select * from snapshot_progress')),
    ...(await db.all('select * from snapshot_written')),
  ];
  const closes = await db.all("select 1 from audit where action in ('period.close', 'snapshot.create')");
  return { snapshots, findings, rest, closes: closes.length };
}

/** As a process that dies: the `n`-th write and everything after it does not happen. */
function dyingAt(db: Db, n: number): { db: Db; writes: () => number } {
  let writes = 0;
  const gone = () => Promise.reject(new Error('gone'));
  return {
    writes: () => writes,
    db: {
      ...db,
      all: (sql, params) => (writes >= n ? gone() : db.all(sql, params)),
      run: (sql, params) => (writes >= n ? gone() : db.run(sql, params)),
      batch(statements) {
        writes += 1;
        return writes >= n ? gone() : db.batch(statements);
      },
    },
  };
}

describe('a close', () => {
  it('cut short at any of its writes is taken up again and leaves what one without a stop leaves', async () => {
    const { writes, left } = await onCopy(async ({ db, close }) => {
      const counting = dyingAt(db, Number.POSITIVE_INFINITY);
      await close(NOW, counting.db);
      return { writes: counting.writes(), left: await leftBy(db) };
    });
    expect(left).toMatchObject({ snapshots: [{ snapshot: `${PERIOD.id}.1` }], rest: [], closes: 2 });
    expect(writes).toBeGreaterThan(8);
    // At each of them: a unit takes one, the rest are the way there and the snapshot.
    for (let n = 1; n < writes; n += 1)
      await onCopy(async ({ db, close }) => {
        await expect(close(NOW, dyingAt(db, n).db)).rejects.toThrow('gone');
        expect(await db.all('select 1 from snapshots')).toEqual([]);
        await close(LATER);
        expect([n, await leftBy(db)]).toEqual([n, left]);
      });
  }, 60_000);

  it('does not write the findings of a unit again that it has written', async () => {
    await onCopy(async ({ db, close }) => {
      // The first unit is done: its mark is the sixth write or so; die when the second one is begun.
      let marks = 0;
      const dying: Db = {
        ...db,
        batch(statements) {
          if (marks > 0) return Promise.reject(new Error('gone'));
          if (statements.some(({ sql }) => sql.includes('insert into snapshot_written'))) marks += 1;
          return db.batch(statements);
        },
      };
      await expect(close(NOW, dying)).rejects.toThrow('gone');
      const [done] = await db.all<{ unit: string }>('select unit from snapshot_written');
      const written: Statement[] = [];
      await close(LATER, {
        ...db,
        batch(statements) {
          written.push(...statements.filter(({ sql }) => sql.includes('dossier_findings')));
          return db.batch(statements);
        },
      });
      expect(done?.unit).toBeTruthy();
      const units = new Set(written.flatMap(({ params }) => params ?? []));
      expect(units.has(done?.unit ?? '')).toBe(false);
      expect(written.length).toBeGreaterThan(2);
    });
  });

  it('taken up again after a dossier changed says what is on record then', async () => {
    const touch = (db: Db) =>
      db.run("update dossiers set promised = '2026-04-01T17:00' where unit = (select min(unit) from dossiers)");
    const expected = await onCopy(async ({ db, close }) => {
      await touch(db);
      await close(NOW);
      return leftBy(db);
    });
    const resumed = await onCopy(async ({ db, close }) => {
      let writes = 0;
      await expect(
        close(NOW, { ...db, batch: (s) => (++writes > 6 ? Promise.reject(new Error('gone')) : db.batch(s)) }),
      ).rejects.toThrow('gone');
      expect((await db.all('select 1 from snapshot_written')).length).toBeGreaterThan(0);
      await touch(db);
      await close(LATER);
      return leftBy(db);
    });
    expect(resumed).toEqual(expected);
  });

  it('by two at once makes one snapshot, and closed once more stays as it is', async () => {
    await onCopy(async ({ db, close }) => {
      await Promise.all([close(NOW), close(NOW, { ...db })]);
      const left = await leftBy(db);
      expect(left).toMatchObject({ snapshots: [{ snapshot: `${PERIOD.id}.1` }], closes: 2 });
      await close(LATER);
      expect(await leftBy(db)).toEqual(left);
    });
  });

  it('whose clock was set back a day after it died can be taken up', async () => {
    await onCopy(async ({ db, close }) => {
      await expect(close(NOW, dyingAt(db, 6).db)).rejects.toThrow('gone');
      await close(new Date(NOW.getTime() - 86_400_000));
      expect((await leftBy(db)).snapshots).toHaveLength(1);
    });
  });

  it('is known by the hash of all it shows, which tells when a row was changed behind its back', async () => {
    await onCopy(async ({ db, close }) => {
      await close(NOW);
      expect(await changedSnapshots(db, TENANT)).toEqual([]);
      await db.run(`update snapshot_units set result = replace(result, '"total":', '"total":1')`);
      expect(await changedSnapshots(db, TENANT)).toEqual([`${PERIOD.id}.1`]);
    });
  });
});
