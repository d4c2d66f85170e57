import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { openPromise } from 'yauzl';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { PERIOD, TENANT } from '../server/bulk-province.ts';
import { dashboardProvince } from '../server/dashboard-province.ts';
import { start, stop } from './http/process.ts';

const ROWS_PER_SHEET = 1_000_000;

/** As many findings of one unit as `rows`, made of one that is there. */
function copyFinding(file: string, unit: string, rows: number): void {
  const db = new Database(file);
  db.exec('pragma journal_mode = off; pragma synchronous = off');
  const own = `tenant = '${TENANT}' and unit = '${unit}' and dossier <> ''`;
  db.exec(`create temp table one as select * from dossier_findings where ${own} and (bits & 2) <> 0 limit 1`);
  db.exec(`delete from dossier_findings where ${own}`);
  db.exec(
    `insert into dossier_findings (tenant, snapshot, unit, dossier, bits, findings)
     with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows})
     select tenant, snapshot, unit, printf('H99.01-260401-%08d', i), bits, findings from one cross join n`,
  );
  db.close();
}

interface Fetched {
  readonly seconds: number;
  readonly bytes: number;
  /** Most memory of the server in the second and in the last quarter of the bytes, MiB. */
  readonly quarters: readonly [second: number, last: number];
}

/** Takes a file to disk while the server is asked what it holds. */
async function take(server: Awaited<ReturnType<typeof start>>, address: string, cookie: string, file: string) {
  const held: { bytes: number; rss: number }[] = [];
  let bytes = 0;
  let asking = false;
  const look = setInterval(async () => {
    if (asking) return;
    asking = true;
    held.push({ bytes, rss: await server.memory() });
    asking = false;
  }, 50);
  const begun = performance.now();
  const answer = await fetch(server.url + address, { headers: { cookie } });
  if (answer.status !== 200 || !answer.body) throw new Error(`${address}: ${answer.status}`);
  const out = createWriteStream(file);
  let lines = 0;
  for await (const part of answer.body) {
    bytes += part.length;
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) lines += 1;
    if (!out.write(part)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(look);
  while (asking) await sleep(5);
  const most = (from: number, to: number) =>
    Math.max(...held.filter((each) => each.bytes >= from * bytes && each.bytes <= to * bytes).map(({ rss }) => rss));
  const fetched: Fetched = { seconds, bytes, quarters: [most(0.25, 0.5), most(0.75, 1)] };
  return { ...fetched, lines };
}

/** Rows of each sheet, the head not counted. */
async function sheetsIn(file: string): Promise<number[]> {
  const zip = await openPromise(file);
  const sheets: number[] = [];
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.startsWith('xl/worksheets/')) continue;
    let [rows, rest] = [0, ''];
    for await (const part of await zip.openReadStreamPromise(entry)) {
      const text = rest + part.toString('latin1');
      for (let at = text.indexOf('<row '); at >= 0; at = text.indexOf('<row ', at + 1)) rows += 1;
      rest = text.slice(-4);
    }
    sheets.push(rows - 1);
  }
  return sheets;
}

export interface Exported extends Fetched {
  readonly format: 'csv' | 'xlsx';
  readonly rows: number;
  readonly sheets: number;
}

/** All findings behind one cell as a file, through the route a browser asks. @throws when a row is missing or the memory grows with the rows. */
export async function exportsBench(rows: number): Promise<Exported[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-bench-'));
  const variables = { DATABASE_URL: `file:${join(folder, 'a.db')}`, KEY_DIR: join(folder, 'keys') };
  const clock = { now: new Date('2026-07-01T02:00:00Z') };
  const services = await openServices(readEnv({ ...variables, LOG_LEVEL: 'silent' }), () => clock.now);
  const { asked, as } = await dashboardProvince({ services, clock }, { units: 6, dossiers: 600 });
  await services.close();
  copyFinding(join(folder, 'a.db'), asked.unit, rows);
  const server = await start(variables);
  const done: Exported[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    const address = `/v1/periods/${PERIOD.id}/units/${asked.unit}/findings.${format}?series=computed&indicator=1`;
    const file = join(folder, `a.${format}`);
    const { lines, ...fetched } = await take(server, address, as.cookie ?? '', file);
    const sheets = format === 'xlsx' ? await sheetsIn(file) : [lines - 1];
    const there = sheets.reduce((sum, n) => sum + n, 0);
    if (there !== rows) throw new Error(`${format}: ${there} of ${rows} rows`);
    if (format === 'xlsx' && sheets.length !== Math.ceil(rows / ROWS_PER_SHEET))
      throw new Error(`${sheets.length} sheets`);
    const [second, last] = fetched.quarters;
    // A page or two of rows and what waits to be collected; as many rows again would be hundreds.
    if (last > second + 48) throw new Error(`${format}: ${second} MiB in the second quarter, ${last} in the last`);
    done.push({ ...fetched, format, rows, sheets: sheets.length });
  }
  await stop(server.child);
  rmSync(folder, { recursive: true });
  return done;
}
