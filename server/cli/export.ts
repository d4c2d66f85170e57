import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { exportTenant } from '../store/sqlite-backup/export-tenant.ts';
import { type Command, readArgs, WrongCall } from './command.ts';
import { record } from './record.ts';
import { settings } from './settings.ts';
import { sqliteFile } from './sqlite-file.ts';
import { TENANT_DETAIL, withDatabase } from './with-database.ts';

const USAGE = 'THƯ_MỤC [--tenant MÃ]';

/** Writes everything of a tenant as text any program reads, for leaving with one's data. */
export const exportCommand: Command = {
  name: 'export',
  usage: USAGE,
  summary: 'Xuất toàn bộ dữ liệu của một tỉnh thành tệp NDJSON kèm mô tả cột và mã kiểm tra, khi máy chủ đang chạy.',
  details: [['THƯ_MỤC', 'Thư mục chưa có; lệnh tạo ra và ghi vào.'], TENANT_DETAIL],
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, `export ${USAGE}`, {
      options: { tenant: { type: 'string' } },
      allowPositionals: true,
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length) throw new WrongCall(`Cần một thư mục. Cách dùng: export ${USAGE}`);
    if (existsSync(folder)) throw new WrongCall(`Đã có ${folder}. Chọn một thư mục chưa có.`);
    const databaseFile = sqliteFile(settings().database);
    return withDatabase(values.tenant, async (_db, tenant) => {
      const { tables } = await exportTenant(databaseFile, tenant, folder, new Date());
      await record(settings().database, { action: 'database.export', subject: basename(folder) }, tenant);
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      terminal.out(`Đã xuất ${rows} dòng của ${tables.length} bảng vào ${folder}. Cột nào nghĩa gì: README.txt.\n`);
      return 0;
    });
  },
};
