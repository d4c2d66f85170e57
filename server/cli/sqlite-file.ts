import { existsSync } from 'node:fs';
import type { Database } from '../database.ts';
import { WrongCall } from './command.ts';

/** The file of a command that works on a whole file. @throws WrongCall for a database on a PostgreSQL server. */
export function sqliteFile(database: Database): string {
  if (database.engine === 'sqlite') return database.file;
  throw new WrongCall(
    'Lệnh này chỉ làm với tệp SQLite. Cơ sở dữ liệu PostgreSQL sao lưu và phục hồi bằng pg_dump hoặc pgBackRest: ' +
      'xem mục «PostgreSQL» trong server/README.md, kể cả việc với khóa của kỳ.',
  );
}

/** @throws WrongCall when there is no database at `file` yet. */
export function requireFile(file: string): void {
  if (!existsSync(file)) throw new WrongCall(`Không có cơ sở dữ liệu tại ${file}. Đặt DATABASE_URL=file:<đường dẫn>.`);
}
