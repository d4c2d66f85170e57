import { cpSync, existsSync } from 'node:fs';
import { basename, extname, join, relative, resolve } from 'node:path';
import type { Env } from '../env.ts';
import { makeFolder } from '../make-folder.ts';
import { openPeriodKeys } from '../store/period-keys.ts';
import { removeOldBackups } from '../store/sqlite-backup/backup-name.ts';
import { takeBackup } from '../store/sqlite-backup/take-backup.ts';
import { type Command, readArgs, type Terminal, WrongCall } from './command.ts';
import { record } from './record.ts';
import { settings } from './settings.ts';
import { requireFile, sqliteFile } from './sqlite-file.ts';

const USAGE = '[THƯ_MỤC] [--keep N] | keys THƯ_MỤC';
const KEEP = 14;

async function backupDatabase(env: Env, folder: string, keep: number, { out, err }: Terminal): Promise<number> {
  const databaseFile = sqliteFile(env.database);
  const start = basename(databaseFile, extname(databaseFile));
  const { file, bytes, rows, hidden, bare } = await takeBackup(databaseFile, openPeriodKeys(env.keyDir), {
    folder,
    start,
    at: new Date(),
  });
  const removed = removeOldBackups(folder, start, keep);
  await record(env.database, { action: 'database.backup', subject: basename(file) });
  out(`Đã sao lưu và kiểm tra: ${file} (${rows} dòng, ${Math.ceil(bytes / 1024)} KiB).\n`);
  for (const { tenant, period } of hidden)
    out(`Phiếu kỳ ${tenant}/${period} chỉ mở được bằng khóa của kỳ: sao lưu khóa ở nơi khác bằng «backup keys».\n`);
  for (const name of removed) out(`Đã bỏ bản cũ ${name}.\n`);
  for (const { tenant, period } of bare)
    err(
      `Kỳ ${tenant}/${period} thiếu khóa nên phiếu của kỳ nằm trần trong bản này. Khôi phục khóa hoặc khóa sổ xong kỳ ấy, sao lưu ` +
        'lại, rồi hủy bản này.\n',
    );
  return 0;
}

async function backupKeys(env: Env, folder: string, { out }: Terminal): Promise<number> {
  const inBackups = !relative(resolve(env.backupDir), resolve(folder)).startsWith('..');
  if (inBackups)
    throw new WrongCall(
      'Khóa không được nằm chung nơi với bản sao lưu: có cả hai thì nối lại được phiếu với hồ sơ. Chọn thư mục ở nơi khác.',
    );
  if (!existsSync(env.keyDir)) throw new WrongCall(`Chưa có khóa nào tại ${env.keyDir}: chưa kỳ nào nhận phiếu.`);
  const to = join(folder, `khoa-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`);
  makeFolder(folder, 0o700);
  cpSync(env.keyDir, to, { recursive: true, errorOnExist: true, force: false });
  await record(env.database, { action: 'keys.backup', subject: basename(to) });
  out(
    `Đã chép khóa vào ${to}. Khóa sổ kỳ nào thì hủy bản chép khóa của kỳ đó; còn bản chép thì phiếu còn nối lại được.\n`,
  );
  return 0;
}

/** Backs up the database beside the running server; the keys only by a call of their own, to a place of their own. */
export const backup: Command = {
  name: 'backup',
  usage: USAGE,
  summary: 'Sao lưu cơ sở dữ liệu khi máy chủ đang chạy, có kiểm tra; «backup keys» chép khóa của kỳ ra nơi khác.',
  details: [
    ['THƯ_MỤC', 'Nơi ghi; bỏ trống thì BACKUP_DIR. Với keys: nơi cất khóa, ngoài BACKUP_DIR.'],
    ['--keep N', `Giữ N bản mới nhất trong thư mục, bỏ các bản cũ hơn; bỏ trống thì ${KEEP}.`],
  ],
  exits: [['1', 'Bản sao lưu không đạt kiểm tra hoặc không ghi được; không để lại tệp nào.']],
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, `backup ${USAGE}`, {
      options: { keep: { type: 'string' } },
      allowPositionals: true,
    });
    const keep = Number(values.keep ?? KEEP);
    if (!Number.isInteger(keep) || keep < 1) throw new WrongCall('--keep cần một số từ 1 trở lên.');
    const env = settings();
    if (env.database.engine === 'sqlite') requireFile(env.database.file);
    const [first, second] = positionals;
    try {
      if (first !== 'keys') return await backupDatabase(env, first ?? env.backupDir, keep, terminal);
      if (second === undefined) throw new WrongCall('Cần nơi cất khóa: backup keys THƯ_MỤC.');
      return await backupKeys(env, second, terminal);
    } catch (error) {
      if (error instanceof WrongCall) throw error;
      terminal.err(`Chưa sao lưu được: ${error instanceof Error ? error.message : error}\n`);
      return 1;
    }
  },
};
