import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../server/store/migrate.ts';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { progressOrNull } from '../../server/store/snapshot-progress.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { type Filled, fillProvince, PERIOD, TENANT } from '../server/bulk-province.ts';
import type { Closed } from './close-in-process.ts';

/** A quarter of the dossiers are answered for: 3·10⁵ answers. `CLOSE_DOSSIERS=20000` tries the same on less. */
const MANY = Number(process.env.CLOSE_DOSSIERS ?? 1_200_000);
const FEW = MANY / 10;
/** More than this is not to be had, however many dossiers there are. */
const HEAP = '--max-old-space-size=128';
const PROGRAM = new URL('./close-in-process.ts', import.meta.url).pathname;

const folders: string[] = [];
function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `dvc-close-${name}-`));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function filled(name: string, dossiers: number): Promise<{ folder: string; counts: Filled }> {
  const folder = folderFor(name);
  const db = await openSqlite(join(folder, 'a.db'));
  await migrate(db, async () => {});
  const counts = await fillProvince(
    { db, keys: openPeriodKeys(join(folder, 'keys')) },
    { units: Math.max(4, Math.round(dossiers / 2500)), dossiers },
  );
  await db.close();
  return { folder, counts };
}

function copyOf(folder: string, name: string): string {
  const copy = folderFor(name);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Begins to close in a process of its own. */
function begin(folder: string, ahead = 0, then = ''): { child: ChildProcess; closed: Promise<Closed> } {
  const child = spawn(process.execPath, [HEAP, '--import', 'tsx', PROGRAM, folder, String(ahead), then], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout?.on('data', (part: Buffer) => {
    out += part.toString();
  });
  const closed = new Promise<Closed>((resolve, reject) => {
    child.on('close', (code) => {
      const last = out.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve(JSON.parse(last) as Closed);
      else reject(new Error(`ended with ${code}: ${out}`));
    });
  });
  return { child, closed };
}

const close = (folder: string, ahead = 0) => begin(folder, ahead).closed;
const seal = (folder: string) => begin(folder, 0, 'seal').closed;

/** Kills a process that closes as soon as `share` of the dossiers are scored. */
async function killedAt(folder: string, share: number): Promise<number> {
  const { child, closed } = begin(folder);
  const ended = closed.catch(() => null);
  const db = await openSqlite(join(folder, 'a.db'));
  for (;;) {
    const progress = await progressOrNull(db, TENANT, PERIOD.id);
    if (progress && (progress.state !== 'dossiers' || progress.done >= progress.of * share)) break;
    if (child.exitCode !== null) throw new Error('it was done before it could be killed');
    await sleep(20);
  }
  child.kill('SIGKILL');
  await ended;
  const [written] = await db.all<{ n: number }>('select count(*) as n from snapshot_written');
  expect(await db.all('select 1 from snapshots')).toEqual([]);
  await db.close();
  return written?.n ?? 0;
}

const megabytesOf = (folder: string) => statSync(join(folder, 'a.db')).size / 1024 ** 2;

describe(`closing ${MANY} dossiers`, () => {
  let few: { folder: string; counts: Filled };
  let many: { folder: string; counts: Filled };
  let whole: Closed;
  beforeAll(async () => {
    few = await filled('few', FEW);
    many = await filled('many', MANY);
  }, 1_800_000);

  it('takes a time that grows as they do, and memory that does not', async () => {
    const small = await close(copyOf(few.folder, 'small'));
    const folder = copyOf(many.folder, 'whole');
    const empty = megabytesOf(folder);
    whole = await close(folder);
    const each = (closed: Closed, { dossiers }: Filled) => (closed.processorSeconds / dossiers) * 1e6;
    console.info(
      JSON.stringify({
        ...{ few: few.counts, small, many: many.counts, whole },
        microsecondsEach: [each(small, few.counts), each(whole, many.counts)].map(Math.round),
        megabytesWritten: Math.round(megabytesOf(folder) - empty),
      }),
    );
    // Of the processor, not of the clock: whatever else the machine does counts for neither.
    expect(each(whole, many.counts)).toBeLessThan(1.5 * each(small, few.counts));
    // The heap is bounded (HEAP); beside it stand the database's two page caches of 64 MB, full only when there is much to read, and
    // 44 bytes for each answer.
    expect(whole.megabytes - small.megabytes).toBeLessThan(250);
    // Closed once more it is the same.
    const again = await close(folder);
    expect([again.factsHash, again.contentHash]).toEqual([whole.factsHash, whole.contentHash]);
  });

  it('and sealed takes memory that does not grow either, though the whole file is written anew', async () => {
    const small = await seal(copyOf(few.folder, 'small-sealed'));
    const large = await seal(copyOf(many.folder, 'sealed'));
    console.info(JSON.stringify({ sealed: { small: small.megabytes, large: large.megabytes } }));
    // As a close, and a third page cache for the file that is being written.
    expect(large.megabytes - small.megabytes).toBeLessThan(300);
  });

  it('killed half-way is taken up again and comes to the same', async () => {
    const folder = copyOf(many.folder, 'killed');
    expect(await killedAt(folder, 0.5)).toBeGreaterThan(0);
    // Who was killed cannot give its lease back: it has run out by then.
    const resumed = await close(folder, 60);
    expect([resumed.refused, resumed.factsHash, resumed.contentHash]).toEqual([
      null,
      whole.factsHash,
      whole.contentHash,
    ]);
  });

  it('by two processes at once makes one snapshot', async () => {
    const folder = copyOf(few.folder, 'both');
    const both = await Promise.all([close(folder), close(folder)]);
    const done = both.filter(({ refused }) => refused === null);
    expect(done.length).toBeGreaterThan(0);
    for (const { refused } of both) expect([null, 'period.closing']).toContain(refused);
    expect(new Set(done.map(({ contentHash }) => contentHash)).size).toBe(1);
    const db = await openSqlite(join(folder, 'a.db'));
    expect(await db.all('select snapshot from snapshots')).toEqual([{ snapshot: `${PERIOD.id}.1` }]);
    expect(await db.all("select 1 from audit where action = 'snapshot.create'")).toHaveLength(1);
    await db.close();
  });
});
