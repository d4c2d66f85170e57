import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { importRows, startCommand } from '../imports/import-process.ts';
import { idOf, NOW, seed } from '../server/test-server.ts';

const ROWS = Number(process.env.ROWS ?? 2_000_000);
const MEGABYTE = 1024;

/** Resident memory of a process in MiB. */
function residentOf(pid: number | undefined): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / MEGABYTE);
}

test('two million dossiers: flat memory, killed half-way, gone on with, taken back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-import-'));
  const variables = { DATABASE_URL: `file:${join(folder, 'a.db')}`, KEY_DIR: join(folder, 'keys') };
  const services = await openServices(readEnv(variables), () => NOW);
  await seed(services.db, 'mau');
  const { db } = services;
  const count = async (table: string) => (await db.all<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n ?? 0;
  const figures: string[] = [];
  const marks = [0.25, 0.5, 0.75, 0.9].map((part) => part * ROWS);
  const resident: number[] = [];
  let began = Date.now();
  const note = (read: number, pid: number | undefined) => {
    const mark = marks[0];
    if (mark === undefined || read < mark) return;
    marks.shift();
    resident.push(residentOf(pid));
    const seconds = (Date.now() - began) / 1000;
    figures.push(`${read} rows: ${resident.at(-1)} MiB, ${Math.round(seconds)} s since the process began`);
  };

  const killed = await importRows(ROWS, idOf(1), variables, (read, child) => {
    note(read, child.pid);
    if (read >= ROWS / 2) child.kill('SIGKILL');
  });
  expect(killed.code).toBeNull();
  const left = await count('dossiers');
  expect(left).toBeGreaterThanOrEqual(ROWS / 2);
  expect(left).toBeLessThan(ROWS);

  // Half a minute passes: what a killed process holds is free again.
  await db.run("update leases set until_at = '2000-01-01T00:00:00.000Z'");
  began = Date.now();
  const { code, out } = await importRows(ROWS, idOf(1), variables, (read, child) => note(read, child.pid));
  figures.push(`resumed at ${left}, done after ${Math.round((Date.now() - began) / 1000)} s`);
  expect(out).toContain(`: ${ROWS.toLocaleString('vi-VN')} mới, 0 cập nhật, 0 lặp lại, 0 chưa nhập được`);
  expect(code).toBe(0);
  expect(await count('dossiers')).toBe(ROWS);
  expect(await count('import_rows')).toBe(ROWS);
  // Four marks, each within a fifth of the first: the file's length does not show.
  const [first = 0] = resident;
  expect(resident).toHaveLength(4);
  for (const megabytes of resident) expect(megabytes).toBeLessThan(first * 1.2 + 50);

  began = Date.now();
  const undo = startCommand(['import', '--undo', idOf(1)], variables);
  const [undone] = (await once(undo, 'exit')) as [number | null];
  figures.push(`taken back in ${Math.round((Date.now() - began) / 1000)} s`);
  console.info(figures.join('\n'));
  expect(undone).toBe(0);
  expect([await count('dossiers'), await count('import_rows'), await count('dossier_changes')]).toEqual([0, 0, 0]);
  await services.close();
  rmSync(folder, { recursive: true });
});
