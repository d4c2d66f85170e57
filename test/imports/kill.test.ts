import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { newDatabase, urlOf } from '../server/test-database.ts';
import { idOf, NOW, seed } from '../server/test-server.ts';
import { importRows } from './import-process.ts';

const ROWS = 20_000;

test('an import killed half-way goes on where it stopped: every dossier once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-import-'));
  const variables = { DATABASE_URL: urlOf(await newDatabase(folder)), KEY_DIR: join(folder, 'keys') };
  const services = await openServices(readEnv(variables), () => NOW);
  await seed(services.db, 'mau');
  const { db } = services;
  const count = async () => (await db.all<{ n: number }>('select count(*) as n from dossiers'))[0]?.n ?? 0;

  const killed = await importRows(ROWS, idOf(1), variables, (read, child) => {
    if (read >= ROWS / 2) child.kill('SIGKILL');
  });
  expect(killed.code).toBeNull();
  const left = await count();
  expect(left).toBeGreaterThanOrEqual(ROWS / 2);
  expect(left).toBeLessThan(ROWS);
  expect(await db.all('select state, read_rows as read from imports')).toEqual([{ state: 'running', read: left }]);

  // Half a minute passes: what a killed process holds is free again.
  await db.run("update leases set until_at = '2000-01-01T00:00:00.000Z'");
  const { code, out } = await importRows(ROWS, idOf(1), variables);
  expect(out).toContain('Đã nhập 20.000 dòng: 20.000 mới, 0 cập nhật, 0 lặp lại, 0 chưa nhập được');
  expect(code).toBe(0);
  expect(await count()).toBe(ROWS);
  expect(await db.all('select count(*) as n from import_rows')).toEqual([{ n: ROWS }]);
  await services.close();
  rmSync(folder, { recursive: true });
}, 180_000);
