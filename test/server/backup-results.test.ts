import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPeriodKeys } from '../../server/store/period-keys.ts';
import { SNAPSHOT_TABLES } from '../../server/store/snapshot-tables.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { openFile, rowsOf } from '../../server/store/sqlite-backup/open-file.ts';
import { NoRestore, restoreBackup } from '../../server/store/sqlite-backup/restore-backup.ts';
import { takeBackup } from '../../server/store/sqlite-backup/take-backup.ts';
import { CODES, closableWorld } from './sealed-worlds.ts';
import type { TestServer } from './test-server.ts';

const SAME = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const RESULTS = [...SNAPSHOT_TABLES, 'snapshots', 'tallies'];
const AT = new Date('2027-01-05T02:00:00Z');

let server: TestServer;
const files: string[] = [];
/** What the period held when the first copy was made. */
const first = new Map<string, unknown[]>();

async function act(step: string, body = {}): Promise<void> {
  const { 'province-admin': admin } = server.credentials.mau;
  expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, body, admin)).status).toBe(200);
}
async function backup(): Promise<void> {
  const folder = join(server.folder, `sao-${files.length}`);
  await takeBackup(join(server.folder, 'a.db'), server.services.keys, { folder, start: 'a', at: AT });
  files.push(join(folder, readdirSync(folder)[0] ?? ''));
}

/** A copy after the close, a dossier that changes hands, a copy after scoring anew, the seal. */
beforeAll(async () => {
  server = await closableWorld({ citizen: SAME, day: SAME });
  await act('close');
  // So few give no check reason to ask.
  await server.db.run(
    `insert into snapshot_flags (tenant, snapshot, flag, check_id, family, unit, officer, body)
     values ('mau', '2026-q4.1', 'movedDates/so-a/', 'movedDates', 'dates', 'so-a', '', '{}')`,
  );
  for (const table of RESULTS) first.set(table, await server.db.all(`select * from ${table} where tenant = 'mau'`));
  await backup();
  await server.db.run(
    "update dossiers set officer = 'CB-02', received_by = 'CB-02', handlers = ? where tenant = 'mau' and code = ?",
    [JSON.stringify([{ officer: 'CB-02', from: '2026-11-02T08:00' }]), CODES[0] ?? ''],
  );
  await act('rescore', { reason: 'Hồ sơ do cán bộ khác xử lý.', of: '2026-q4.1' });
  await backup();
  await act('seal');
}, 60_000);
afterAll(() => server.close());

test('two copies of a period not sealed yet show no result, whose difference would be what one citizen said', () => {
  expect(files).toHaveLength(2);
  for (const path of files) {
    const file = openFile(path, { readonly: true });
    for (const table of RESULTS) expect(rowsOf(file, `select * from ${table} where tenant = 'mau'`), table).toEqual([]);
    file.close();
  }
});

test('after the seal such a copy gives its results back to who has the folder of keys, and no answer', async () => {
  const target = join(server.folder, 'dich', 'a.db');
  const order = { replace: false, without: ['mau/2026-q4'], at: AT };
  await restoreBackup(files[0] ?? '', target, server.services.keys, order);
  const db = await openSqlite(target);
  for (const table of RESULTS) {
    const rows = await db.all(`select * from ${table} where tenant = 'mau'`);
    expect(rows.length, table).toBeGreaterThan(0);
    const sorted = (of: readonly unknown[]) => of.map((row) => JSON.stringify(row)).sort();
    expect(sorted(rows), table).toEqual(sorted(first.get(table) ?? []));
  }
  expect(await db.all('select 1 from responses')).toEqual([]);
  await db.close();
  const bare = openPeriodKeys(join(server.folder, 'khong-khoa'));
  const other = join(server.folder, 'dich-2', 'a.db');
  await expect(restoreBackup(files[0] ?? '', other, bare, order)).rejects.toThrow(NoRestore);
});
