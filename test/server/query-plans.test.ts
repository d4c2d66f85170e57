import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DashboardProvince, dashboardProvince } from './dashboard-province.ts';
import { growTables } from './grown-tables.ts';
import { postgresReads } from './postgres-reads.ts';
import { addressesOf, appOn, dashboards, type Issued, NO_DASHBOARD, recording } from './recorded-queries.ts';
import { type PlannedRead, sqliteReads } from './sqlite-reads.ts';
import { type TestServer, testServer } from './test-server.ts';

/**
 * Tables that grow with dossiers, answers and years, and the columns of an index whatever reads them must give at least: all of one
 * province, or of one of its periods, is too much for a screen.
 */
const GROWING: Readonly<Record<string, number>> = {
  ...{ dossiers: 2, dossier_changes: 2, dossier_acts: 2, dossier_courses: 2, dossiers_gone: 2, self_scores: 2 },
  ...{ responses: 3, receipts: 2, links: 3, invitations: 2, dossier_findings: 3 },
  ...{ audit: 2, objections: 2, import_rows: 2, import_faults: 2, apology_letters: 2, second_looks: 2 },
};

/** Tables of which a screen may read all a province has, and why they stay small. */
const SMALL: Readonly<Record<string, readonly string[]>> = {
  'how a province is set up': [
    ...['tenants', 'units', 'unit_spans', 'procedures', 'officers', 'users', 'devices', 'kiosks', 'recordings'],
    ...['portal_keys', 'portal_origins', 'portal_sightings', 'privacy_notices', 'retention_settings', 'case_settings'],
    ...['par_criteria', 'webhooks', 'second_steps', 'sso_subjects'],
  ],
  'one for an account that is tried today': ['sign_in_tries'],
  'a few a quarter': ['periods', 'snapshots', 'publications', 'errata', 'published_tables', 'public_replies'],
  'one for a file taken in, one for a month of a tablet, one for a petition': ['imports', 'kiosk_asides', 'petitions'],
};
const small = new Set(Object.values(SMALL).flat());

/** One row, or the next few in the order of the key. */
const FIRST_FEW = /where tenant = \?(?: order by \w+(?: desc)?)? limit/;

/** Rows made up for a table that is not small, where the engine looks at how many there are. */
const ROWS = { growing: 100_000, others: 20_000 };

let server: TestServer;
const issued = new Map<string, Issued & { readonly paths: Set<string> }>();
const answered = new Set<string>();

async function askAll({ asked, as }: DashboardProvince): Promise<void> {
  for (const route of dashboards)
    for (const address of addressesOf(route, asked)) {
      const { db, issued: own } = recording(server.db);
      const answer = await appOn(server.services, db).request(address, { headers: as });
      await answer.text();
      if (answer.status === 200) answered.add(route.path);
      for (const [sql, { params }] of own) {
        const known = issued.get(sql) ?? { sql, params, paths: new Set<string>() };
        known.paths.add(route.path);
        issued.set(sql, known);
      }
    }
}

/** How the engine comes by the rows of a statement, in tables of their size and, where that is asked, if none were small enough to be read whole. */
let reads: (issued: Issued) => Promise<PlannedRead[]>;
let readsOfLarge: typeof reads;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  server = await testServer();
  const province = await dashboardProvince(server, { units: 6, dossiers: 300 });
  await askAll(province);
  await province.publish();
  await askAll(province);
  const { db, database } = server;
  if (database.engine === 'sqlite') {
    // SQLite without statistics takes an index wherever there is one.
    readsOfLarge = reads = ({ sql }) => sqliteReads(db, sql);
    return;
  }
  await growTables(db, (table) => (small.has(table) ? 0 : table in GROWING ? ROWS.growing : ROWS.others));
  const [grown, large] = await Promise.all([
    postgresReads(database.url),
    postgresReads(database.url, ['enable_seqscan = off']),
  ]);
  ({ reads } = grown);
  readsOfLarge = large.reads;
  ends.push(grown.close, large.close);
}, 120_000);
afterAll(async () => {
  for (const end of ends) await end();
  await server?.close();
});

test('every screen was really asked for', () => {
  // Of these nothing is there, or they are asked with words of their own.
  expect(dashboards.map(({ path }) => path).filter((path) => !answered.has(path))).toEqual([
    '/v1/cases/:case',
    '/v1/imports/template/:kind',
    '/v1/imports/:id',
    '/v1/imports/:id/faults.csv',
    '/v1/paper-forms.xlsx',
  ]);
  expect(issued.size).toBeGreaterThan(100);
});

test('no screen reads a table that grows from its beginning to its end, nor all a province or a period has in it', async () => {
  const faults: string[] = [];
  let judged = 0;
  for (const statement of issued.values()) {
    const paths = [...statement.paths].filter((path) => !(path in NO_DASHBOARD));
    if (paths.length === 0) continue;
    for (const { table, given, detail } of await reads(statement)) {
      const least = GROWING[table];
      if (least === undefined) {
        if (given.length < 2 && !small.has(table))
          faults.push(`${table} is neither small nor named as growing: ${detail}`);
        continue;
      }
      judged += 1;
      const enough = given.length >= least && given[0] === 'tenant';
      if (enough || FIRST_FEW.test(statement.sql)) continue;
      faults.push(`${paths.join(' ')}: ${detail} in ${statement.sql.replaceAll(/\s+/g, ' ')}`);
    }
  }
  expect(faults).toEqual([]);
  expect(judged).toBeGreaterThan(15);
});

test('a statement without an index of its own is seen, and of an index the columns that are given', async () => {
  const givenTo = async (where: string) => {
    const params = Array<string>(where.split('?').length - 1).fill('x');
    const found = await reads({
      sql: `select code from dossiers where tenant = ? and ${where}`,
      params: ['lon', ...params],
    });
    return [...new Set(found.map(({ table, given }) => `${table}: ${given.join(', ')}`))];
  };
  expect(await givenTo('code = ?')).toEqual(['dossiers: tenant, code']);
  expect(await givenTo('unit = ? and (ended_day, code) > (?, ?)')).toEqual(['dossiers: tenant, unit, ended_day, code']);
  for (const where of ['source = ?', 'channel = ? and procedure = ?', 'returned = ?'])
    expect((await givenTo(where)).join(), where).toMatch(/^dossiers: (tenant)?$/);
});

test('every table is found by an index that begins with the province', async () => {
  const faults: string[] = [];
  for (const statement of issued.values())
    for (const { table, given, detail } of await readsOfLarge(statement))
      if (given[0] !== 'tenant' && !/^SCAN \w+$/.test(detail)) faults.push(`${table}: ${detail} in ${statement.sql}`);
  expect(faults).toEqual([]);
});

test('every table that is named is there', async () => {
  for (const table of [...Object.keys(GROWING), ...small])
    await expect(server.db.all(`select 1 from ${table} where false`), table).resolves.toEqual([]);
});
