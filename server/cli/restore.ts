import { basename } from 'node:path';
import { auditHead } from '../store/audit.ts';
import { openPeriodKeys } from '../store/period-keys.ts';
import { openSqlite } from '../store/sqlite.ts';
import { RESULTS } from '../store/sqlite-backup/closed-results.ts';
import { NoRestore, type Restored, restoreBackup } from '../store/sqlite-backup/restore-backup.ts';
import { type Command, readArgs, type Terminal, WrongCall } from './command.ts';
import { record } from './record.ts';
import { settings } from './settings.ts';
import { sqliteFile } from './sqlite-file.ts';

const USAGE = 'TỆP [--replace] [--without TỈNH/KỲ]…';

async function tell(databaseFile: string, { aside, tenants, without }: Restored, { out }: Terminal): Promise<void> {
  out(`Đã phục hồi ${databaseFile}. Mọi người đăng nhập lại; khóa thu hồi sau lúc sao lưu cần thu hồi lần nữa.\n`);
  for (const { tenant, period, state } of without)
    out(
      state === RESULTS
        ? `Thiếu khóa ${RESULTS}.key của ${tenant} nên kết quả tạm của kỳ chưa khóa sổ không về; chốt lại các kỳ đó từ phiếu và hồ sơ.\n`
        : state === 'closed'
          ? `Kỳ ${tenant}/${period}: khóa đã hủy nên phiếu không về nữa; kết quả đã chốt còn nguyên, kỳ được ghi là đã khóa sổ.\n`
          : `Kỳ ${tenant}/${period}: khóa đã mất nên phiếu không về nữa; kỳ bắt đầu lại từ không phiếu.\n`,
    );
  if (aside !== null) out(`Tệp cũ ở ${aside}. Kiểm tra xong thì hủy: nó còn giữ ngày và cán bộ của từng phiếu.\n`);
  const db = await openSqlite(databaseFile);
  try {
    for (const tenant of tenants)
      out(
        `Mã đầu nhật ký của ${tenant} từ nay: ${await auditHead(db, tenant)}. Xem còn đủ đến báo cáo gần nhất không: ` +
          `«verify-audit --tenant ${tenant} --head» và mã in trên báo cáo ấy.\n`,
      );
  } finally {
    await db.close();
  }
}

/** Puts a checked backup in the place of the database while the server stands still. */
export const restore: Command = {
  name: 'restore',
  usage: USAGE,
  summary:
    'Phục hồi từ một bản sao lưu đã kiểm tra; máy chủ phải dừng. Không đổi gì khi bản sao lưu hỏng hay thiếu khóa.',
  details: [
    ['--replace', 'Thay cơ sở dữ liệu đang có; tệp cũ được giữ lại dưới tên khác.'],
    [
      '--without TỈNH/KỲ',
      'Phục hồi kỳ này không kèm phiếu, vì khóa của kỳ đã hủy khi khóa sổ hoặc đã mất. Lặp lại được.',
    ],
  ],
  exits: [['1', 'Chưa phục hồi gì; thông báo nêu lý do và việc cần làm.']],
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, `restore ${USAGE}`, {
      options: { replace: { type: 'boolean' }, without: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    const [from, ...more] = positionals;
    if (from === undefined || more.length) throw new WrongCall(`Cần đúng một tệp sao lưu. Cách dùng: restore ${USAGE}`);
    const { database, keyDir } = settings();
    const databaseFile = sqliteFile(database);
    try {
      const restored = await restoreBackup(from, databaseFile, openPeriodKeys(keyDir), {
        replace: values.replace ?? false,
        without: values.without ?? [],
        at: new Date(),
      });
      await record(database, {
        action: 'database.restore',
        subject: basename(from),
        detail: { without: restored.without.map(({ tenant, period }) => `${tenant}/${period}`) },
      });
      await tell(databaseFile, restored, terminal);
      return 0;
    } catch (error) {
      if (!(error instanceof NoRestore)) throw error;
      terminal.err(`${error.message}\n`);
      return 1;
    }
  },
};
