import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import type { Services } from '../../server/services.ts';
import { TENANT } from '../server/bulk-province.ts';
import { dashboardProvince } from '../server/dashboard-province.ts';
import { addressesOf, appOn, dashboards, NO_DASHBOARD } from '../server/recorded-queries.ts';
import type { As } from '../server/test-server.ts';
import { median } from './measure.ts';

/** How many times as much lies behind the screens the second time. */
const TIMES = 100;
const RUNS = 9;
/** Below this the clock tells nothing, in ms. */
const NOISE = 2;

/** Files hold as many rows as there are; a page of a list reads until it is full, of duties at most 10,000 dossiers. */
const LISTS = /\.\w+$|\/(samples|audit|search|duties|findings|timeliness\/dossiers)\b/;
/** Screens and rankings. */
const screens = dashboards.filter(({ path }) => !(path in NO_DASHBOARD) && !LISTS.test(path));

interface Seen {
  /** Steps of the engine's own machine; a row that is read is several, so equal steps are equal rows. */
  readonly steps: number;
  /** Rows gone through one by one where no index was used. */
  readonly scanned: number;
  readonly ms: number;
}

async function stepsOf(services: Services): Promise<{ steps: number; scanned: number }> {
  const [sum] = await services.db.all<{ steps: number; scanned: number }>(
    "select sum(nstep) as steps, sum(nscan) as scanned from sqlite_stmt where sql not like '%sqlite_stmt%'",
  );
  return sum ?? { steps: 0, scanned: 0 };
}

async function ask(services: Services, as: As, address: string): Promise<number> {
  const start = performance.now();
  const answer = await appOn(services, services.db).request(address, { headers: as });
  await answer.text();
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  return performance.now() - start;
}

/** One screen, warm: what it reads and how long it takes. */
async function look(both: readonly Services[], as: As, address: string): Promise<Seen[]> {
  const read: { steps: number; scanned: number }[] = [];
  for (const services of both) {
    await ask(services, as, address);
    const before = await stepsOf(services);
    await ask(services, as, address);
    const after = await stepsOf(services);
    read.push({ steps: after.steps - before.steps, scanned: after.scanned - before.scanned });
  }
  const times: number[][] = both.map(() => []);
  // In turn, so that a slow moment of the machine hits both.
  for (let run = 0; run < RUNS; run += 1)
    for (const [i, services] of both.entries()) times[i]?.push(await ask(services, as, address));
  return read.map((each, i) => ({ ...each, ms: median(times[i] ?? []) }));
}

/** Rows that are copied so often that they are `TIMES` as many, each under a key of its own; counts grow in step, and no key is new among them. */
const COPIED: readonly (readonly [table: string, key: string, copy: string, where: string])[] = [
  // What is still being worked on is what an office has on its desk, however many years lie behind it.
  ['dossiers', 'code', "code || '-' || i", 'ended_day is not null'],
  ['dossier_courses', 'code', "code || '-' || i", 'true'],
  ['self_scores', 'dossier', "dossier || '-' || i", 'true'],
  ['dossier_findings', 'dossier', "dossier || '-' || i", "dossier <> ''"],
  ['responses', 'seq', 'seq + i * 100000000', 'true'],
  ['receipts', 'id_hash', "id_hash || '-' || i", 'true'],
  ['links', 'link', "link || '-' || i", 'true'],
];

function copyRows(file: string): void {
  const db = new Database(file);
  db.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -524288; pragma temp_store = file');
  db.exec(
    `create temp table n as with recursive n(i) as (select 1 union all select i + 1 from n where i < ${TIMES - 1}) select i from n`,
  );
  for (const [table, key, copy, where] of COPIED) {
    // Rows in the order of the key; other orders are made at once afterwards.
    const indexes = db
      .prepare("select name, sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null")
      .all([table]) as { name: string; sql: string }[];
    for (const { name } of indexes) db.exec(`drop index ${name}`);
    const columns = (db.prepare(`select name from pragma_table_info('${table}')`).all([]) as { name: string }[]).map(
      ({ name }) => name,
    );
    // What is unique besides the key.
    const own: Readonly<Record<string, string>> = {
      [key]: copy,
      id: "id || '-' || i",
      receipt_hash: "receipt_hash || '-' || i",
    };
    db.exec(
      `insert into ${table} (${columns}) select ${columns.map((name) => own[name] ?? name)} from ${table} cross join n
       where tenant = '${TENANT}' and ${where}`,
    );
    for (const { sql } of indexes) db.exec(sql);
  }
  db.exec(
    `update tallies set n = n * ${TIMES}; update procedure_tallies set n = n * ${TIMES}; update day_counts set n = n * ${TIMES}`,
  );
  db.close();
}

async function opened(folder: string) {
  const env = { DATABASE_URL: `file:${join(folder, 'a.db')}`, KEY_DIR: join(folder, 'keys'), LOG_LEVEL: 'silent' };
  const clock = { now: new Date('2026-07-01T02:00:00Z') };
  return { clock, services: await openServices(readEnv(env), () => clock.now) };
}

async function dossiersIn({ db }: Services): Promise<number> {
  const [row] = await db.all<{ n: number }>('select count(*) as n from dossiers where tenant = ?', [TENANT]);
  return row?.n ?? 0;
}

export interface DashboardsSeen {
  readonly dossiers: readonly number[];
  readonly screens: number;
  readonly steps: number;
  /** Of all screens together, and of the one that slowed down most. */
  readonly ratio: number;
  readonly worst: { readonly address: string; readonly ratio: number };
}

/**
 * Every screen of a province, and of the same province with a hundred times as much behind it. @throws when one reads more then, or all
 * take over 1.5 times as long.
 */
export async function dashboardsBench(dossiers: number): Promise<DashboardsSeen> {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'dvc-bench-')));
  const [fewIn = '', manyIn = ''] = folders;
  const made = await opened(fewIn);
  const { asked, as } = await dashboardProvince(made, { units: 40, dossiers });
  await made.services.close();
  cpSync(fewIn, manyIn, { recursive: true });
  copyRows(join(manyIn, 'a.db'));
  const both = await Promise.all(folders.map(opened));
  for (const { clock } of both) clock.now = made.clock.now;
  const services = both.map((each) => each.services);

  const faults: string[] = [];
  let worst = { address: '', ratio: 0 };
  const sums = { screens: 0, steps: 0, few: 0, many: 0 };
  for (const address of screens.flatMap((route) => addressesOf(route, asked))) {
    const answer = await appOn(services[0] as Services, (services[0] as Services).db).request(address, { headers: as });
    await answer.text();
    // Of what is not there, or not published yet.
    if (answer.status !== 200) continue;
    const [few, many] = await look(services, as, address);
    if (!few || !many) throw new Error('two were looked at');
    if (few.steps !== many.steps || few.scanned !== many.scanned)
      faults.push(`${address}: ${few.steps} steps (${few.scanned} scanned), then ${many.steps} (${many.scanned})`);
    const ratio = Math.max(many.ms, NOISE) / Math.max(few.ms, NOISE);
    if (ratio > worst.ratio) worst = { address, ratio };
    sums.screens += 1;
    sums.steps += few.steps;
    sums.few += few.ms;
    sums.many += many.ms;
  }
  const counts = await Promise.all(services.map(dossiersIn));
  for (const each of services) await each.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
  if (faults.length > 0) throw new Error(`Screens that read more where more lies behind them:\n${faults.join('\n')}`);
  const ratio = sums.many / sums.few;
  if (ratio > 1.5) throw new Error(`the screens take ${ratio.toFixed(2)} times as long`);
  return { dossiers: counts, screens: sums.screens, steps: sums.steps, ratio, worst };
}
