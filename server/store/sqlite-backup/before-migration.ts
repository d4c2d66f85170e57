import { basename, dirname, extname } from 'node:path';
import { log } from '../../log.ts';
import type { PeriodKeys } from '../period-keys.ts';
import { removeOldBackups } from './backup-name.ts';
import { takeBackup } from './take-backup.ts';

const KEEP = 3;

/** Backs the database up beside itself before its schema changes; the newest three such backups are kept. */
export async function backupBeforeMigration(databaseFile: string, keys: PeriodKeys, at: Date): Promise<void> {
  const folder = dirname(databaseFile);
  const start = `${basename(databaseFile, extname(databaseFile))}-truoc-nang-cap`;
  const { file } = await takeBackup(databaseFile, keys, { folder, start, at });
  removeOldBackups(folder, start, KEEP);
  log.info({ file: basename(file) }, 'Đã sao lưu cơ sở dữ liệu trước khi nâng cấp.');
}
