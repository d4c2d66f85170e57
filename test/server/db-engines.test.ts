import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, databaseName } from '../../server/database.ts';
import { log } from '../../server/log.ts';
import type { Db } from '../../server/store/db.ts';
import { knownMigrations, migrate } from '../../server/store/migrate.ts';
import { openDatabase } from '../../server/store/open-database.ts';
import { type Cluster, startCluster } from '../postgres/cluster.ts';

/** What the store may count on, of either engine. PostgreSQL is a real one, with everything written through to the disk. */
const folder = mkdtempSync(join(tmpdir(), 'dvc-engines-'));
let cluster: Cluster;
let made = 0;
const open: Db[] = [];

beforeAll(async () => {
  // Connections are cut on purpose.
  log.level = 'silent';
  cluster = await startCluster({});
}, 60_000);
afterAll(async () => {
  log.level = 'error';
  await Promise.all(open.map((db) => db.close()));
  await cluster?.remove();
  rmSync(folder, { recursive: true });
});

async function newOf(engine: Database['engine']): Promise<Database> {
  made += 1;
  if (engine === 'sqlite') return { engine, file: join(folder, `${made}.db`) };
  await cluster.ask(`create database d${made} template template0`);
  return { engine, url: cluster.url(`d${made}`) };
}

async function opened(database: Database): Promise<Db> {
  const db = await openDatabase(database);
  open.push(db);
  return db;
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let database: Database;
  let db: Db;
  beforeAll(async () => {
    database = await newOf(engine);
    db = await opened(database);
    await db.run('create table things (id text primary key, n integer not null, share real)');
    await db.run('create table marks (thing text not null, primary key (thing))');
  }, 30_000);

  test('rows come back as texts, numbers and null, and a count of what changed with each statement', async () => {
    const ms = Date.UTC(2026, 10, 10);
    expect(
      await db.batch([
        { sql: 'insert into things (id, n, share) values (?, ?, ?)', params: ['a', ms, 0.5] },
        { sql: 'insert into things (id, n) values (?, ?), (?, ?)', params: ['b?', 2, "c''", 3] },
        { sql: "update things set n = n + 1 where id <> 'a?'" },
        { sql: 'delete from things where id = ?', params: ['không có'] },
      ]),
    ).toEqual([1, 2, 3, 0]);
    expect(await db.all('select id, n, share from things order by id')).toEqual([
      { id: 'a', n: ms + 1, share: 0.5 },
      { id: 'b?', n: 3, share: null },
      { id: "c''", n: 4, share: null },
    ]);
    expect(await db.all('select count(*) as n, sum(n) as s, avg(share) as m, max(n) > 0 as any from things')).toEqual([
      { n: 3, s: ms + 8, m: 0.5, any: 1 },
    ]);
    expect(await db.run('delete from things where n < ?', [5])).toBe(2);
    expect(await db.all("update things set n = 1 where id = 'a' returning id, n")).toEqual([{ id: 'a', n: 1 }]);
    await db.run('delete from things');
  });

  test('texts stand in the order of their bytes', async () => {
    const ids = ['a', 'B', 'đ', 'Đ', 'z', '-', '_', '10', '9', 'ă', 'á', ' '];
    await db.batch(ids.map((id) => ({ sql: 'insert into things (id, n) values (?, 0)', params: [id] })));
    const rows = await db.all<{ id: string }>('select id from things order by id');
    expect(rows.map(({ id }) => id)).toEqual([...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    await db.run('delete from things');
  });

  test('of a transaction one of whose statements falls nothing stays, and the fault names the rule without a value', async () => {
    const secret = 'H99.01-261110-0042';
    const one = (id: string | null, n: number | null) => ({
      sql: 'insert into things (id, n) values (?, ?)',
      params: [id, n],
    });
    await expect(db.batch([one('x', 1), one(secret, 1), one(secret, 2)])).rejects.toThrow(
      /UNIQUE constraint failed: things(?!.*H99)/,
    );
    await expect(db.batch([one('x', 1), one(secret, null), one('y', 2)])).rejects.toThrow(
      /NOT NULL constraint failed: things\.n(?!.*H99)/,
    );
    expect(await db.all('select * from things')).toEqual([]);
    // The connection that failed serves on.
    expect(await db.batch([one('x', 1)])).toEqual([1]);
    expect(await db.batch([])).toEqual([]);
    await db.run('delete from things');
  });

  test('a transaction never mixes with another, of this process or the next', async () => {
    const beside = await opened(database);
    await db.run("insert into things (id, n) values ('sum', 0)");
    // Reads, then writes what it read plus one: of two that mix, one is lost.
    const step = (through: Db, n: number) =>
      through.batch([
        { sql: 'insert into marks (thing) values (?)', params: [`m${n}`] },
        { sql: "update things set n = (select count(*) from marks) where id = 'sum'" },
        { sql: 'insert into things (id, n) select ?, count(*) from marks', params: [`t${n}`] },
      ]);
    await Promise.all(Array.from({ length: 40 }, (_, n) => step(n % 2 ? db : beside, n)));
    const rows = await db.all<{ n: number }>("select n from things where id <> 'sum' order by n");
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(await db.all("select n from things where id = 'sum'")).toEqual([{ n: 40 }]);
  });

  test('what was deleted is let go of while others read', async () => {
    await db.run('delete from things');
    for (const what of ['log', 'file'] as const)
      await Promise.all([db.settle(what), db.all('select count(*) as n from marks')]);
    if (engine === 'sqlite') return;
    const [things] = await db.all<{ n: number }>("select pg_relation_size('things') as n");
    expect(things?.n).toBe(0);
  });

  test('the schema is made once, however many processes begin at once', async () => {
    const fresh = await newOf(engine);
    const three = await Promise.all([opened(fresh), opened(fresh), opened(fresh)]);
    await Promise.all(three.map((each) => migrate(each)));
    const names = await three[0]?.all<{ name: string }>('select name from migrations order by name');
    expect(names?.map(({ name }) => name)).toEqual(knownMigrations());
  }, 30_000);
});

describe('a PostgreSQL server', () => {
  const busyOf = (db: Db) => db.run("insert into log values ('lúc chờ')");
  async function loaded(): Promise<{ db: Db; database: Database }> {
    const database = await newOf('postgres');
    const db = await opened(database);
    await db.run('create table log (what text not null)');
    return { db, database };
  }
  const told = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string; status?: number; headers?: Record<string, string> }) =>
        error.status === 503 && error.headers?.['retry-after'] ? error.code : `fault ${error}`,
    );

  test('that is gone is told as such, and found again when it is back; nothing acknowledged is lost', async () => {
    const { db } = await loaded();
    await db.run("insert into log values ('trước')");
    await cluster.stop('immediate');
    expect(await told(db.all('select 1'))).toBe('store.down');
    expect(['store.down', 'store.unsure']).toContain(await told(busyOf(db)));
    expect(await told(busyOf(db))).toBe('store.down');
    await cluster.start();
    expect(await db.all('select what from log')).toEqual([{ what: 'trước' }]);
    expect(await db.run("insert into log values ('sau')")).toBe(1);
  });

  test('a commit whose end nobody heard is neither acknowledged nor tried again', async () => {
    const { db } = await loaded();
    // A standby that is never there: the commit waits for it.
    await cluster.ask("alter system set synchronous_standby_names = 'khong_co'");
    await cluster.ask('select pg_reload_conf()');
    const waiting = async () =>
      (await cluster.ask<{ pid: number }>("select pid from pg_stat_activity where wait_event = 'SyncRep'"))[0]?.pid;
    /** Ends a write while it waits for the standby; one that began before the setting was known is done at once. */
    async function cutShort(end: string): Promise<string | undefined> {
      for (;;) {
        let answer: string | undefined;
        const write = told(busyOf(db)).then((said) => {
          answer = said;
        });
        let pid: number | undefined;
        while (answer === undefined && pid === undefined) pid = await waiting();
        if (pid !== undefined) await cluster.ask(`select ${end}(${pid})`);
        await write;
        written += 1;
        if (pid !== undefined || answer !== 'done') return answer;
      }
    }
    let written = 0;
    try {
      // Cancelled, PostgreSQL answers that it is done, though no standby has it.
      for (const end of ['pg_terminate_backend', 'pg_cancel_backend']) expect(await cutShort(end)).toBe('store.unsure');
    } finally {
      await cluster.ask('alter system reset synchronous_standby_names');
      await cluster.ask('select pg_reload_conf()');
    }
    expect(await db.all('select count(*) as n from log')).toEqual([{ n: written }]);
    expect(await db.run("insert into log values ('sau')")).toBe(1);
  });

  test('that takes no writes is told as such', async () => {
    const { database } = await loaded();
    if (database.engine !== 'postgres') throw new Error('not a PostgreSQL');
    const url = new URL(database.url);
    url.searchParams.set('options', '-c default_transaction_read_only=on');
    expect(await told(openDatabase({ engine: 'postgres', url: url.href }))).toBe('store.readonly');
  });

  test('wherever it cannot be opened, neither password nor address is told', async () => {
    const at = (change: (url: URL) => void) => {
      const url = new URL(cluster.url('khong_co'));
      change(url);
      return { engine: 'postgres', url: url.href } as const;
    };
    const wrong = [
      at(() => {}),
      at((url) => {
        url.password = 'sai-mat-khau';
      }),
      at((url) => {
        url.port = '1';
      }),
    ];
    for (const database of wrong) {
      const error = await openDatabase(database).then(
        () => null,
        (each: Error) => each,
      );
      expect(error).toMatchObject({ status: 503, code: 'store.down' });
      expect(`${error?.message} ${error?.stack} ${JSON.stringify(error)}`).not.toMatch(/mat-khau-thu|sai-mat-khau/);
      expect(databaseName(database)).not.toMatch(/mat-khau/);
    }
  });

  test('commits as durably as it can, whatever the role was set to', async () => {
    const { db, database } = await loaded();
    const name = new URL(database.engine === 'postgres' ? database.url : '').pathname.slice(1);
    for (const [set, kept] of [
      ['off', 'on'],
      ['local', 'on'],
      ['remote_apply', 'remote_apply'],
    ]) {
      await cluster.ask(`alter database ${name} set synchronous_commit = '${set}'`);
      const fresh = await opened(database);
      expect(await fresh.all("select current_setting('synchronous_commit') as is")).toEqual([{ is: kept }]);
    }
    expect(await db.all('select 1 as n')).toEqual([{ n: 1 }]);
  });
});
