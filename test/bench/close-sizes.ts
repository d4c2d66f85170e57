import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../server/store/migrate.ts';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Closed } from '../faults/close-in-process.ts';
import { fillProvince } from '../server/bulk-province.ts';

const PROGRAM = new URL('../faults/close-in-process.ts', import.meta.url).pathname;
const UNITS_OF = 2500;

export interface ClosedSize extends Pick<Closed, 'seconds' | 'processorSeconds' | 'megabytes'> {
  readonly dossiers: number;
}

/** A period of about so many dossiers closed by a process of its own, which does nothing else. */
async function closeOf(dossiers: number): Promise<ClosedSize> {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-bench-'));
  const db = await openSqlite(join(folder, 'a.db'));
  await migrate(db, async () => {});
  const keys = openPeriodKeys(join(folder, 'keys'));
  const filled = await fillProvince({ db, keys }, { units: Math.ceil(dossiers / UNITS_OF), dossiers });
  await db.close();
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the close ended with ${code}`);
  rmSync(folder, { recursive: true });
  const { refused, ...closed } = JSON.parse(out.trim().split('\n').at(-1) ?? '') as Closed;
  if (refused) throw new Error(`the close was refused: ${refused}`);
  return { ...closed, dossiers: filled.dossiers };
}

/** The same at each of `sizes`, which grow in dossiers and in units: how fast, and the most memory it held. */
export async function closeSizes(sizes: readonly number[]): Promise<ClosedSize[]> {
  const closed: ClosedSize[] = [];
  for (const size of sizes) closed.push(await closeOf(size));
  return closed;
}
