import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createApp } from '../../server/app.ts';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { verifyAudit } from '../../server/store/audit.ts';
import { heldByReceiptOrNull } from '../../server/store/held-responses.ts';
import { knownMigrations, migrate } from '../../server/store/migrate.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { rowCounts, rowsOf, tablesOf } from '../../server/store/sqlite-backup/open-file.ts';
import { cookieOf, JSON_TYPE } from './sign-in.ts';
import { PASSWORD } from './test-server.ts';

const FOLDER = join(import.meta.dirname, '../../server/store/migrations');
const folder = mkdtempSync(join(tmpdir(), 'dvc-migrate-'));
const migrations = knownMigrations();
let databases = 0;
vi.setConfig({ testTimeout: 60_000 });

afterAll(() => rmSync(folder, { recursive: true }));

/**
 * What was released stays as it was released, for somewhere it has run. A released file is entered here with
 * `sha256sum server/store/migrations/*`; a change of schema is a new file.
 */
const RELEASED: Readonly<Record<string, string>> = {
  '001-house.sql': 'f58b84c61037bf2dd7999aaee9f87c8e5497dced3193a1d2123b94eabe6874f1',
  '002-leases.sql': '69656837b14d549e65e3dc0f249e79292d4cc143e8483578be2f83c265153fe1',
  '003-findings.sql': '1f09f4d8e12507bb5e828966192a4121a6758c5fdd996f7c9fc7fd86a1704465',
  '004-corrections.sql': 'c1ab3adfaae920ebdc23e7424d3222bd18847ac0a039c632be3971c94cc2dad6',
  '005-records.sql': '18ccceed2e513346c529e62beb7c9aefa79111d26d560388aaa2e31525602d50',
  '006-imports.sql': '44e13b62250b921fd11f870e84774f946f1642ef1e8020b71469e29154e5462a',
  '007-privacy.sql': '4c51ac35f027d61650e75f97e009c429f67135158c5310c813a1f81319299172',
  '008-cases.sql': 'c6b3666ae1b6cffe8cb0db347ca36dfe7939211cc0e1f7656af7292d9aa142d8',
  '011-sealed-answers.sql': '680c8316001f52d56364f1af93f23fa10f06dad87832c8aac8568a1008b27807',
  '012-survey-access.sql': 'a36fa0bd670d4387e7818c5790667a036602b81e0725dcd089d3ad88471029d2',
  '010-letters.sql': '3d47d2c53587aba9f1c116b904fd10f6f2be00b192fdae11eeeb104d0f3e58d8',
  '013-kiosks.sql': '0138789320b4d824e0d4c0b847cc4e1cdeb444d32dc5bd6d3cf9d07c8bace9de',
  '014-moved-records.sql': '6b2fb15af4b339f31a5dd39b5d4da83286491c54cbbc576062e1c841861af646',
  '016-packs.sql': 'eea525176971850a099123abf59040403f864d60b07b8cf49fa00bf76acfb488',
  '015-officer-desk.sql': 'd7cd0a5fceb0d7d3dfc2628a3e9c5c097b3c5cd08222f1fd85f6954a8bbffc54',
  '017-second-looks.sql': '337e2b89083e7c7b6cb3c5b3433b76a9ce293b7e5b9afda8238bdd7e073bb3cb',
  '018-watched-criteria.sql': '58d4a3fa7399b3c7b91a0549fc9bbb95b8a129dc396bd15a2cd5b313cd7d52e4',
  '019-slices.sql': '2b8f6b4e92890bdd6c3c3c748a805d76b802f9563fcbb729e4a1fcab85115cd3',
  '020-survey-steps.sql': 'a2f505f3fbe6844644e925f2099a4666f92f7ddba20c6fe06f92f254f3413575',
  '021-misreadings.sql': '72438c285f21786d2ac3319e69f1dd021b0398c0df0ec9eb603f5f98ca92f3d1',
  '022-comment-tags.sql': '60b8dff5baee4b1e77bdaafabd27c0bda920326580b94b4332413e1cc6205518',
  '023-timeliness.sql': 'ca0379441d2ad9f9f9fb53c8197b51c7aab69f4ac3e0e3fc793f785033fd1be9',
  '024-published-tables.sql': '3b0a849e51694fa23de50b93e48a1049413999a9b789c5c46484e2d2b49474cf',
  '025-reports.sql': 'd582e2dcf68d90ff3a65bbfe1ef4f54c657ec7e8ad0f9db874fd1f81b25386d5',
  '026-portal-sightings.sql': '5e9a80219a30a1abc2f1058df6ab58da9db47dcd365bfbc439d21cfbd8e98be3',
  '027-unit-spans.sql': '8b4606bfe8b4c2eb07875b424c5e44daad0f67a1254601898d957ebef47d6ab2',
  '030-par-rows.sql': '8c1c55317ad9d15e1eae4b52794abb2ff266f0a58620230f7ecaaaedbdece850',
  '028-courses.sql': 'c9ae824a975f675165357289d99ec714b799c8fa8988506357fd116809379294',
  '032-check-counts.sql': '2222fa246cf35b6e2f517239f33c5f4fec94de4ece5e6cb31397f8fe6014eddd',
  '033-flags.sql': '563bc63bfba6dc2d5d81199355a737260910a0a7b442f6aa1cc4381408fddbba',
  '034-flag-answers.sql': '4c40d3af5f3d41dc80c58e661805b1033e53876507cb17dbd17f31f7f7747d7f',
  '035-samples.sql': '125dcfb85203bc7c3560b9d6b19b15aac09419e52ef5840ff04646132188c344',
  '036-single-sign-on.sql': 'f739baedd10a5f49cd9b144738a36d90b3e476d3d0b96939d85889d0fb27963e',
};

describe('released changes of schema', () => {
  for (const [name, sum] of Object.entries(RELEASED))
    test(`${name} is as it was released`, () => {
      expect(
        createHash('sha256')
          .update(readFileSync(join(FOLDER, name)))
          .digest('hex'),
      ).toBe(sum);
    });
});

/** A database as the program left it that knew the first `n` changes of schema. */
function databaseAt(n: number) {
  databases += 1;
  const place = join(folder, String(databases));
  mkdirSync(place);
  const file = join(place, 'a.db');
  const db = new Database(file);
  // What is made here is read at once and thrown away: it need not outlive a power cut.
  db.exec('pragma journal_mode = wal; pragma synchronous = off; create table migrations (name text primary key)');
  for (const name of migrations.slice(0, n)) {
    db.exec(readFileSync(join(FOLDER, name), 'utf8'));
    db.prepare('insert into migrations values (?)').run([name]);
  }
  return { db, file, place };
}

/** One row in every table of `db`; each column holds a value of its type that tells where it came from. */
function fillEveryTable(db: Database.Database): void {
  for (const [table, columns] of tablesOf(db)) {
    if (table === 'migrations') continue;
    const values = columns.map(({ name, type }) => (/int|real/.test(type) ? 7 : `${table}.${name}`));
    const places = columns.map(() => '?').join(', ');
    db.prepare(`insert into ${table} (${columns.map((c) => c.name).join(', ')}) values (${places})`).run(values);
  }
}

/** Rows of `db`, each with only the columns it had in `before`. */
function rowsIn(db: Database.Database, before: ReturnType<typeof tablesOf>): Record<string, string[]> {
  return Object.fromEntries(
    [...before]
      .filter(([table]) => table !== 'migrations')
      .map(([table, columns]) => [
        table,
        rowsOf(db, `select ${columns.map((c) => c.name).join(', ')} from ${table}`).map((row) => JSON.stringify(row)),
      ]),
  );
}

/** Tables whose rows a later change carried into another, row by row. */
const CARRIED: Readonly<Record<string, string>> = { snapshot_findings: 'dossier_findings' };

describe('every row of every table goes along', () => {
  for (const [i, name] of migrations.entries())
    test(`from the schema of ${name}`, async () => {
      const { db, file } = databaseAt(i + 1);
      fillEveryTable(db);
      const tables = tablesOf(db);
      expect([...rowCounts(db)].filter(([table, n]) => table !== 'migrations' && n !== 1)).toEqual([]);
      const before = rowsIn(db, tables);
      const migrating = await openSqlite(file);
      await migrate(migrating);
      await migrating.close();
      expect(rowsOf(db, 'select name from migrations order by name')).toEqual(migrations.map((name) => ({ name })));
      const kept = tablesOf(db);
      for (const table of [...tables.keys()].filter((name) => !kept.has(name))) {
        const [carried] = rowsOf<{ n: number }>(db, `select count(*) as n from ${CARRIED[table]}`);
        expect(carried?.n, table).toBeGreaterThanOrEqual(before[table]?.length ?? 0);
        tables.delete(table);
      }
      // A later change may add rows of its own made of these; it takes none away.
      for (const [table, rows] of Object.entries(rowsIn(db, tables)))
        expect(rows, table).toEqual(expect.arrayContaining(before[table] ?? []));
      expect(rowsOf(db, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      db.close();
    });
});

describe('a province that stopped at an earlier version goes on', () => {
  const dumps = readdirSync(join(import.meta.dirname, 'databases'));
  const starts = dumps.flatMap((dump) =>
    migrations.flatMap((name, i) => (name >= dump ? [[dump, name, i + 1] as const] : [])),
  );
  for (const [dump, name, n] of starts)
    test(`rows of ${dump}, brought to ${name}, then to the newest`, async () => {
      const { db, file, place } = databaseAt(migrations.indexOf(dump) + 1);
      db.exec(readFileSync(join(import.meta.dirname, 'databases', dump), 'utf8'));
      for (const later of migrations.slice(migrations.indexOf(dump) + 1, n)) {
        db.exec(readFileSync(join(FOLDER, later), 'utf8'));
        db.prepare('insert into migrations values (?)').run([later]);
      }
      const count = (table: string) => rowsOf<{ n: number }>(db, `select count(*) as n from ${table}`)[0]?.n;
      const before = ['dossiers', 'responses', 'tallies', 'self_scores'].map(count);
      mkdirSync(join(place, 'keys', 'mau'), { recursive: true });
      writeFileSync(
        join(place, 'keys', 'mau', '2027-q1.key'),
        Buffer.from('9538eaddf1320afa83b5295faba8702716f5a542dbee27f94c7e522a9c3ea34a', 'hex'),
      );

      const services = await openServices(
        readEnv({ DATABASE_URL: `file:${file}`, KEY_DIR: join(place, 'keys'), LOG_LEVEL: 'error' }),
        () => new Date('2027-01-05T02:00:00Z'),
      );
      expect(['dossiers', 'responses', 'tallies', 'self_scores'].map(count)).toEqual(before);
      expect(await verifyAudit(services.db, 'mau')).toBeNull();
      const held = await heldByReceiptOrNull(services.db, services.keys, '3HY65FJM3A');
      expect(held).toMatchObject({ linked: true, row: { comment: 'Nhanh gọn.' } });
      const app = createApp(services);
      const credentials = JSON.stringify({ tenant: 'mau', login: 'province-admin', password: PASSWORD });
      const headers = { ...JSON_TYPE, 'content-length': String(Buffer.byteLength(credentials)) };
      const signed = await app.request('/v1/session', { method: 'POST', body: credentials, headers });
      const cookie = cookieOf(signed.headers);
      for (const [path, words] of [
        ['/v1/periods/2026-q4/results', '"so-a"'],
        ['/v1/periods', '2027-q1'],
        ['/cong-khai/mau', 'Quý IV/2026'],
        ['/readyz', 'true'],
      ] as const) {
        const answer = await app.request(path, { headers: path.startsWith('/v1') ? cookie : {} });
        expect([path, answer.status, await answer.text()]).toEqual([path, 200, expect.stringContaining(words)]);
      }
      await services.close();
      db.close();
      const backups = readdirSync(place).filter((entry) => entry.startsWith('a-truoc-nang-cap-'));
      expect(backups).toHaveLength(n === migrations.length ? 0 : 1);
    });
});

test('a letter recorded before takes its date along only where it was the first to tell it', async () => {
  const { db, file } = databaseAt(migrations.indexOf('010-letters.sql'));
  const letter = db.prepare("insert into apology_letters values ('mau', ?, 'x', 'y', 'other', 'user:a', ?)");
  const change = db.prepare(
    "insert into dossier_changes values ('mau', 'H-1', 1, ?, 'user:a', 'reappointed', null, '[]')",
  );
  letter.run(['H-1', 't1']);
  letter.run(['H-2', 't1']);
  change.run(['t1']);
  const migrating = await openSqlite(file);
  await migrate(migrating);
  await migrating.close();
  expect(rowsOf(db, 'select dossier, moved from apology_letters order by dossier')).toEqual([
    { dossier: 'H-1', moved: 1 },
    { dossier: 'H-2', moved: 0 },
  ]);
  db.close();
});

test('a database of a newer program is not touched, and both versions are named', async () => {
  const { db, file } = databaseAt(migrations.length);
  db.exec("insert into migrations values ('900-later.sql')");
  const opening = openServices(readEnv({ DATABASE_URL: `file:${file}`, LOG_LEVEL: 'silent' }), () => new Date());
  await expect(opening).rejects.toThrow(new RegExp(`900-later\\.sql.*${migrations.at(-1)}`));
  db.close();
});

test('a change that fails leaves the schema as it was, with the backup taken before it', async () => {
  const { db, file, place } = databaseAt(1);
  // The second change makes this table.
  db.exec('create table leases (other text)');
  const opening = openServices(readEnv({ DATABASE_URL: `file:${file}`, LOG_LEVEL: 'silent' }), () => new Date());
  await expect(opening).rejects.toThrow('leases');
  expect(rowsOf(db, 'select name from migrations')).toEqual([{ name: '001-house.sql' }]);
  expect(readdirSync(place).filter((entry) => entry.startsWith('a-truoc-nang-cap-'))).toHaveLength(1);
  db.close();
});
