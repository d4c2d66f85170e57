import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { databaseName } from './database.ts';
import type { Env } from './env.ts';
import { faultPlace, log } from './log.ts';
import { makeFolder } from './make-folder.ts';
import type { Db } from './store/db.ts';
import { keyLost } from './store/key-lost.ts';
import { missingMigrations } from './store/migrate.ts';
import type { PeriodKeys } from './store/period-keys.ts';

/** Why the server cannot serve now; the sentence is for whoever runs it and goes to the log alone. */
export interface Unready {
  readonly code: 'store.down' | 'keys.down' | 'disk.low' | 'schema.other';
  readonly message: string;
}

const MB = 1024 * 1024;

/** @returns whether `work` went through and did not say `false`. */
async function goes(work: () => Promise<unknown>): Promise<boolean> {
  try {
    return (await work()) !== false;
  } catch (error) {
    log.warn(faultPlace(error), 'readyz');
    return false;
  }
}

/** Whether the disk under `file` has less than `mb` MB for us. */
async function isLow(file: string, mb: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(dirname(file));
  return bavail * bsize < mb * MB;
}

/** Open periods something is stored in under a key that is not there, as `tenant/period`. */
async function lostKeys(db: Db, keys: PeriodKeys): Promise<string[]> {
  const open = await db.all<{ tenant: string; period: string }>(
    "select tenant, period from periods where state = 'open' order by tenant, period",
  );
  const lost: string[] = [];
  for (const { tenant, period } of open) if (await keyLost(db, keys, tenant, period)) lost.push(`${tenant}/${period}`);
  return lost;
}

/** Looks at what the server cannot do without: database read and written, its schema, the keys' folder, room on the disk. */
export async function unreadyOf(
  db: Db,
  keys: PeriodKeys,
  { database, keyDir, minFreeMb }: Pick<Env, 'database' | 'keyDir' | 'minFreeMb'>,
): Promise<readonly Unready[]> {
  const found: Unready[] = [];
  // An empty transaction takes the writer's lock and changes nothing.
  if (!(await goes(() => Promise.all([db.all('select name from migrations limit 1'), db.batch([])]))))
    found.push({
      code: 'store.down',
      message:
        database.engine === 'sqlite'
          ? `Không đọc hoặc không ghi được ${database.file}. Xem ổ đĩa còn chỗ, còn ghi được và tệp còn quyền ghi không.`
          : `Không đọc hoặc không ghi được ${databaseName(database)}. Xem máy chủ PostgreSQL còn chạy, là máy chính và còn ghi được không.`,
    });
  else if (!(await goes(async () => (await missingMigrations(db)).length === 0)))
    found.push({
      code: 'schema.other',
      message: 'Cơ sở dữ liệu đã được một bản phần mềm khác nâng cấp. Khởi động lại bằng bản mới nhất.',
    });
  const openFolder = async () => {
    makeFolder(keyDir, 0o700);
    await access(keyDir, constants.R_OK | constants.W_OK | constants.X_OK);
  };
  if (!(await goes(openFolder)))
    found.push({
      code: 'keys.down',
      message: `Không đọc hoặc không ghi được thư mục khóa ${keyDir}. Gắn lại thư mục và kiểm tra quyền của tài khoản chạy máy chủ.`,
    });
  const lost = await lostKeys(db, keys).catch(() => []);
  if (lost.length)
    found.push({
      code: 'keys.down',
      message: `Thiếu khóa của kỳ ${lost.join(', ')} trong ${keyDir}: máy chủ không nhận phiếu của kỳ. Gắn lại hoặc chép lại thư mục khóa.`,
    });
  // The disk of a PostgreSQL server is another machine's, watched there.
  if (database.engine === 'sqlite' && (await isLow(database.file, minFreeMb)))
    found.push({
      code: 'disk.low',
      message: `Ổ đĩa chứa cơ sở dữ liệu còn dưới ${minFreeMb} MB. Dọn bản sao lưu cũ hoặc thêm chỗ.`,
    });
  return found;
}
