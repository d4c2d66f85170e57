import { basename } from 'node:path';
import { formatCount } from '#rules/format.ts';
import { openCaseKeys } from '../store/case-keys.ts';
import { loadExports } from '../store/sqlite-backup/load-exports.ts';
import { NoLoad } from '../store/sqlite-backup/load-folder.ts';
import { type Command, readArgs, WrongCall } from './command.ts';
import { record } from './record.ts';
import { settings } from './settings.ts';
import { sqliteFile } from './sqlite-file.ts';

const USAGE = 'THƯ_MỤC… [--unlinked TỈNH/KỲ]…';

/** Makes a database out of what `export` wrote: the way back of the way out. */
export const load: Command = {
  name: 'load',
  usage: USAGE,
  summary:
    'Nạp bản xuất của lệnh export vào một cơ sở dữ liệu chưa có, có kiểm tra; thư mục nào hỏng thì không nạp gì.',
  details: [
    ['THƯ_MỤC', 'Thư mục do lệnh export ghi; nhiều tỉnh thì mỗi tỉnh một thư mục.'],
    [
      '--unlinked TỈNH/KỲ',
      'Nạp cả kỳ chưa khóa sổ này: phiếu vẫn được đếm, nhưng không còn nối với hồ sơ và mã phiếu. Lặp lại được.',
    ],
  ],
  exits: [['1', 'Chưa nạp gì; thông báo nêu lý do và việc cần làm.']],
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, `load ${USAGE}`, {
      options: { unlinked: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    if (positionals.length === 0) throw new WrongCall(`Cần thư mục của bản xuất. Cách dùng: load ${USAGE}`);
    const { database, keyDir } = settings();
    const databaseFile = sqliteFile(database);
    try {
      const { manifests, unlinked } = await loadExports(positionals, databaseFile, values.unlinked ?? []);
      const caseKeys = openCaseKeys(keyDir);
      for (const [i, { tenant, at, tables }] of manifests.entries()) {
        // Replies asked for before cannot be read any more, by any key; later ones need one.
        if (!caseKeys.exists(tenant)) caseKeys.create(tenant);
        const detail = { at, unlinked: unlinked.filter((of) => of.tenant === tenant).map(({ period }) => period) };
        await record(database, { action: 'database.load', subject: basename(positionals[i] ?? ''), detail }, tenant);
        const rows = tables.reduce((sum, table) => sum + table.rows, 0);
        terminal.out(`Đã nạp ${formatCount(rows)} dòng của ${tenant}, bản xuất lúc ${at} (UTC).\n`);
      }
      terminal.out(
        'Mật khẩu, PIN, máy cán bộ, khóa cổng, đường dẫn đánh giá không đi theo bản xuất: đặt mật khẩu bằng «user password TÊN», ' +
          'những thứ kia cấp lại trong Thiết lập.\n',
      );
      return 0;
    } catch (error) {
      if (!(error instanceof NoLoad)) throw error;
      terminal.err(`${error.message}\n`);
      return 1;
    }
  },
};
