import { readEnv, WrongEnv } from '../env.ts';
import { log } from '../log.ts';
import type { Db } from '../store/db.ts';
import { migrate } from '../store/migrate.ts';
import { openDatabase } from '../store/open-database.ts';
import { openPeopleKeys, type PeopleKeys } from '../store/people-keys.ts';
import { openPeriodKeys } from '../store/period-keys.ts';
import { backupBeforeMigration } from '../store/sqlite-backup/before-migration.ts';
import { tenantIds } from '../store/tenants.ts';
import { type Detail, WrongCall } from './command.ts';
import { requireFile } from './sqlite-file.ts';

/** For the help of every command on the server's own database. */
export const TENANT_DETAIL: Detail = [
  '--tenant MÃ',
  'Tỉnh nào, khi cơ sở dữ liệu (DATABASE_URL như của «npm start») có nhiều tỉnh; bỏ trống khi chỉ có một.',
];

async function chosenTenant(db: Db, wanted: string | undefined): Promise<string> {
  const tenants = await tenantIds(db);
  if (wanted === undefined && tenants.length === 1 && tenants[0]) return tenants[0];
  if (wanted !== undefined && tenants.includes(wanted)) return wanted;
  throw new WrongCall(
    tenants.length === 0
      ? 'Cơ sở dữ liệu chưa có tỉnh nào. Chạy «npm start» một lần trước.'
      : `Cần --tenant với một trong: ${tenants.join(', ')}.`,
  );
}

/**
 * Runs `work` on the server's own database (`DATABASE_URL` as for `npm start`), also beside a running server.
 * `tenant` may be left out when the database holds only one. @throws WrongCall for wrong settings, no database or no such tenant.
 */
export async function withDatabase(
  tenant: string | undefined,
  work: (db: Db, tenant: string, peopleKeys: PeopleKeys) => Promise<number>,
): Promise<number> {
  let db: Db | undefined;
  // What a command has to say is its output.
  log.level = 'silent';
  try {
    const { database, keyDir } = readEnv(process.env);
    if (database.engine === 'sqlite') requireFile(database.file);
    db = await openDatabase(database);
    await migrate(db, () => backupBeforeMigration(database, openPeriodKeys(keyDir), new Date()));
    return await work(db, await chosenTenant(db, tenant), openPeopleKeys(keyDir));
  } catch (error) {
    throw error instanceof WrongEnv ? new WrongCall(error.message) : error;
  } finally {
    await db?.close();
  }
}
