import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../server/store/migrate.ts';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { openPostgres } from '../../server/store/postgres.ts';
import { progressOrNull } from '../../server/store/snapshot-progress.ts';
import { fillProvince, PERIOD, TENANT } from '../server/bulk-province.ts';
import type { Closed } from './close-in-process.ts';
import { startPostgres } from './cluster/start-postgres.ts';

const DOSSIERS = Number(process.env.CLOSE_DOSSIERS ?? 20_000);
const PROGRAM = new URL('./close-in-process.ts', import.meta.url).pathname;

let postgres: Awaited<ReturnType<typeof startPostgres>>;
const folder = mkdtempSync(join(tmpdir(), 'dvc-close-postgres-'));
let alone: Closed;

beforeAll(async () => {
  postgres = await startPostgres();
  const db = await openPostgres(postgres.create('day'));
  await migrate(db);
  await fillProvince({ db, keys: openPeriodKeys(join(folder, 'keys')) }, { units: 8, dossiers: DOSSIERS });
  await db.close();
}, 1_800_000);
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Begins to close the period of the database at `url` in a process of its own, its clock so many seconds ahead. */
function begin(url: string, ahead = 0) {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, folder, String(ahead)], {
    env: { PATH: process.env.PATH, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  const closed = new Promise<Closed>((resolve, reject) => {
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out.trim().split('\n').at(-1) ?? '') as Closed);
      else reject(new Error(`ended with ${code}: ${out}`));
    });
  });
  return { child, closed };
}

/** What every copy must come to: one snapshot, one entry in the log. */
async function expectOne(url: string): Promise<void> {
  const db = await openPostgres(url);
  expect(await db.all('select snapshot from snapshots')).toEqual([{ snapshot: `${PERIOD.id}.1` }]);
  expect(await db.all("select 1 as yes from audit where action = 'snapshot.create'")).toHaveLength(1);
  await db.close();
}

test('one process alone closes the period', async () => {
  const url = postgres.create('mot_minh', 'day');
  alone = await begin(url).closed;
  expect(alone).toMatchObject({ refused: null, contentHash: expect.any(String) });
  await expectOne(url);
});

test('two processes at once make one snapshot, of the same content', async () => {
  const url = postgres.create('hai_noi', 'day');
  const both = await Promise.all([begin(url).closed, begin(url).closed]);
  const done = both.filter(({ refused }) => refused === null);
  console.info(`hai nơi cùng chốt ${DOSSIERS} hồ sơ: ${JSON.stringify(both)}`);
  expect(done.length).toBeGreaterThan(0);
  for (const { refused } of both) expect([null, 'period.closing']).toContain(refused);
  for (const { factsHash, contentHash } of done)
    expect([factsHash, contentHash]).toEqual([alone.factsHash, alone.contentHash]);
  await expectOne(url);
});

test('killed half-way, the close is taken up by another process and comes to the same', async () => {
  const url = postgres.create('nua_chung', 'day');
  const { child, closed } = begin(url);
  const ended = closed.catch(() => null);
  const db = await openPostgres(url);
  for (;;) {
    const progress = await progressOrNull(db, TENANT, PERIOD.id);
    if (progress && (progress.state !== 'dossiers' || progress.done >= progress.of / 2)) break;
    if (child.exitCode !== null) throw new Error('it was done before it could be killed');
    await sleep(20);
  }
  child.kill('SIGKILL');
  await ended;
  const [written] = await db.all<{ n: number }>('select count(*) as n from snapshot_written');
  expect(written?.n).toBeGreaterThan(0);
  expect(await db.all('select 1 as yes from snapshots')).toEqual([]);
  await db.close();
  // Who was killed cannot give its lease back: it has run out by then.
  const resumed = await begin(url, 60).closed;
  expect([resumed.refused, resumed.factsHash, resumed.contentHash]).toEqual([null, alone.factsHash, alone.contentHash]);
  await expectOne(url);
});
