import { basename, dirname, extname } from 'node:path';
import type { Database } from '../../database.ts';
import { log } from '../../log.ts';
import type { PeriodKeys } from '../period-keys.ts';
import { removeOldBackups } from './backup-name.ts';
import { takeBackup } from './take-backup.ts';

const KEEP = 3;

/**
 * Backs the database up beside itself before its schema changes; the newest three such backups are kept. PostgreSQL is backed up by its
 * own tools, and a change of schema that fails leaves nothing there.
 */
export async function backupBeforeMigration(database: Database, keys: PeriodKeys, at: Date): Promise<void> {
  if (database.engine !== 'sqlite') return;
  const { file: databaseFile } = database;
  const folder = dirname(databaseFile);
  const start = `${basename(databaseFile, extname(databaseFile))}-truoc-nang-cap`;
  const { file } = await takeBackup(databaseFile, keys, { folder, start, at });
  removeOldBackups(folder, start, KEEP);
  log.info({ file: basename(file) }, 'Đã sao lưu cơ sở dữ liệu trước khi nâng cấp.');
}
