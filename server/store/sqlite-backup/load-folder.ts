import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { randomCrockford } from '../secret.ts';
import { exportedColumns, isLeftOut } from './export-tenant.ts';
import { exportedRows } from './exported-rows.ts';
import type { Manifest } from './manifest.ts';
import { type Column, type File, tablesOf } from './open-file.ts';

/** An export that cannot be loaded as asked; nothing was changed. The message says what to do. */
export class NoLoad extends Error {
  override readonly name = 'NoLoad';
}

/** Rows in one transaction; only so much is held for undoing, for the file is thrown away when anything fails. */
const CHUNK = 5000;

/** What stands where a secret stayed behind and the column may not be empty: it fits nothing anyone holds. */
const nobodys = () => `-${randomCrockford(40)}`;

async function loadTable(
  file: File,
  folder: string,
  { name, rows, sha256 }: Manifest['tables'][number],
  {
    tenant,
    columns,
    password,
  }: { readonly tenant: string; readonly columns: readonly Column[]; readonly password: string },
): Promise<void> {
  const out = (exportedColumns(name, columns) ?? []).map((column) => column.name);
  const made = columns.filter((column) => isLeftOut(column) && (column.needed || column.key > 0)).map((c) => c.name);
  const names = [...out, ...made];
  const insert = file.prepare(
    `insert into "${name}" (${names.map((n) => `"${n}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
  );
  const hash = createHash('sha256');
  const wrong = (what: string) =>
    new NoLoad(
      `${name}.ndjson ${what}. Lấy lại bản xuất nguyên vẹn (sha256sum -c SHA256SUMS), rồi chạy lại; chưa nạp gì.`,
    );
  let n = 0;
  file.exec('begin');
  try {
    for await (const row of exportedRows(join(folder, `${name}.ndjson`), hash)) {
      n += 1;
      const same = Object.keys(row).length === out.length && out.every((column) => column in row);
      if (!same || row.tenant !== tenant) throw new Error('not of this table');
      insert.run([
        ...out.map((column) => row[column] ?? null),
        ...made.map((column) => (column === 'password_hash' ? password : nobodys())),
      ]);
      if (n % CHUNK === 0) file.exec('commit; begin');
    }
  } catch (error) {
    if (/FULL|IOERR/.test((error as { code?: string }).code ?? ''))
      throw new NoLoad('Ổ đĩa hết chỗ hoặc hỏng khi đang nạp. Thêm chỗ, rồi chạy lại; chưa nạp gì.');
    throw wrong(`không đọc được ở dòng ${n + 1} hoặc dòng trước đó`);
  } finally {
    if (file.inTransaction) file.exec('commit');
  }
  if (n !== rows) throw wrong(`có ${n} dòng, cần ${rows}`);
  if (hash.digest('hex') !== sha256) throw wrong('không khớp mã kiểm tra');
}

/**
 * Every table of an export into `file`, whose schema is that of the export and which holds nothing of the tenant; row by row, in their
 * order. What stayed behind is empty, or fits nothing where it may not be: nobody can sign in with it.
 * @param password what stands for the passwords that stayed behind: the hash of a secret nobody holds.
 * @throws NoLoad for a table that is not what the manifest says, or not of this schema.
 */
export async function loadFolder(file: File, folder: string, manifest: Manifest, password: string): Promise<void> {
  const all = tablesOf(file);
  const { tenant } = manifest;
  const expected = [...all].filter(([name, columns]) => exportedColumns(name, columns)).map(([name]) => name);
  const given = manifest.tables.map(({ name }) => name);
  if (expected.join() !== given.join())
    throw new NoLoad('Bản xuất thiếu bảng hoặc có bảng lạ. Xuất lại bằng lệnh export, rồi chạy lại; chưa nạp gì.');
  for (const table of manifest.tables)
    await loadTable(file, folder, table, { tenant, columns: all.get(table.name) ?? [], password });
}
