import { accessSync, closeSync, constants, existsSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from './database.ts';
import { type Env, keyPlaceFaults, WrongEnv } from './env.ts';
import { makeFolder } from './make-folder.ts';

/** Makes `folder` when it is missing and puts a file into it, which alone shows that it takes any. @returns what is wrong. */
function folderFault(folder: string): string | null {
  const trial = join(folder, `.thu-ghi-${process.pid}`);
  try {
    makeFolder(folder, 0o700);
  } catch (error) {
    return (error as Error).message;
  }
  try {
    closeSync(openSync(trial, 'wx', 0o600));
    rmSync(trial);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A full disk still serves what it holds, and says so itself.
    if (code === 'ENOSPC' || code === 'EEXIST') return null;
    return `không ghi được vào thư mục ${folder} (${code}). Cho tài khoản chạy máy chủ quyền ghi, hoặc chọn nơi khác.`;
  }
}

function databaseFault(database: Database): string | null {
  if (database.engine !== 'sqlite') return null;
  const { file } = database;
  if (!existsSync(file)) return folderFault(dirname(file));
  if (!statSync(file).isFile())
    return `${file} không phải tệp. Khai đường dẫn tới một tệp, ví dụ ${join(file, 'danhgia.db')}.`;
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch {
    return `không đọc hoặc không ghi được ${file}. Cho tài khoản chạy máy chủ quyền đọc và ghi tệp này.`;
  }
  return folderFault(dirname(file));
}

const realOf = (path: string) => (existsSync(path) ? realpathSync(path) : path);
const realDatabase = (database: Database): Database =>
  database.engine === 'sqlite' ? { engine: 'sqlite', file: realOf(database.file) } : database;

/**
 * Tries the places the settings name, before anything is opened, and makes the folders that are missing; links are followed, so that keys do
 * not lie among the backups under another name. The folder of the backups is tried by whoever writes one.
 * @throws WrongEnv naming every wrong place at once.
 */
export function checkPlaces({ database, keyDir, backupDir }: Pick<Env, 'database' | 'keyDir' | 'backupDir'>): void {
  const faults = [
    ['DATABASE_URL', databaseFault(database)],
    ['KEY_DIR', folderFault(keyDir)],
  ].flatMap(([name, fault]) => (fault ? [`${name}: ${fault}`] : []));
  const places = { KEY_DIR: realOf(keyDir), BACKUP_DIR: realOf(backupDir), DATABASE_URL: realDatabase(database) };
  if (faults.length === 0) faults.push(...keyPlaceFaults(places).map((fault) => `KEY_DIR: ${fault}`));
  if (faults.length) throw new WrongEnv(faults);
}
