import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DashboardProvince, dashboardProvince } from './dashboard-province.ts';
import { plannedReads } from './plan-reads.ts';
import { addressesOf, appOn, dashboards, type Issued, NO_DASHBOARD, recording } from './recorded-queries.ts';
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
    ...['par_criteria', 'webhooks', 'second_steps'],
  ],
  'one for an account that is tried today': ['sign_in_tries'],
  'a few a quarter': ['periods', 'snapshots', 'publications', 'errata', 'published_tables', 'public_replies'],
  'one for a file taken in, one for a month of a tablet, one for a petition': ['imports', 'kiosk_asides', 'petitions'],
};
const small = new Set(Object.values(SMALL).flat());

/** One row, or the next few in the order of the key. */
const FIRST_FEW = /where tenant = \?(?: order by \w+(?: desc)?)? limit/;

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

beforeAll(async () => {
  server = await testServer();
  const province = await dashboardProvince(server, { units: 6, dossiers: 300 });
  await askAll(province);
  await province.publish();
  await askAll(province);
}, 120_000);
afterAll(() => server?.close());

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
    for (const { table, given, detail } of await plannedReads(server, statement.sql)) {
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

test('every table is found by an index that begins with the province', async () => {
  const faults: string[] = [];
  for (const statement of issued.values())
    for (const { table, given, detail } of await plannedReads(server, statement.sql))
      if (given[0] !== 'tenant' && !/^SCAN \w+$/.test(detail)) faults.push(`${table}: ${detail} in ${statement.sql}`);
  expect(faults).toEqual([]);
});

test('every table that is named is there', async () => {
  for (const table of [...Object.keys(GROWING), ...small])
    await expect(server.db.all(`select 1 from ${table} where false`), table).resolves.toEqual([]);
});
