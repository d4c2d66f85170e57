import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, writeManifest } from './manifest.ts';
import { type Column, type File, openFile, pagesOf, rowsOf, tablesOf } from './open-file.ts';
import { withCopy } from './with-copy.ts';

/** Ways in, and what joins an answer to a dossier or to its receipt while the period's key exists. */
const LEFT_OUT_TABLES = [
  'enrolments',
  'first_admin_links',
  'kiosk_hand_overs',
  'leases',
  'links',
  'person_tokens',
  'receipts',
  'recovery_codes',
  'second_steps',
  'sessions',
  'sign_in_tries',
  'sso_returns',
] as const;
const LEFT_OUT_COLUMNS = /^(password|pin|key|token|code|id|receipt)_hash$|^(hidden|csrf|last_answer)$/;

export type Exported = Pick<Manifest, 'tables'>;

/** Whether a column stays behind wherever it stands. */
export const isLeftOut = ({ name }: Pick<Column, 'name'>): boolean => LEFT_OUT_COLUMNS.test(name);

/** What of a table goes out; `null` = nothing. */
export function exportedColumns(table: string, columns: readonly Column[]): Column[] | null {
  if (LEFT_OUT_TABLES.some((name) => name === table) || !columns.some(({ name }) => name === 'tenant')) return null;
  return columns.filter((column) => !isLeftOut(column));
}

/** The statement that made a table, taking what goes out: a column left out may be empty and is part of no key. */
function loadable(sql: string, columns: readonly Column[]): string {
  return columns
    .filter(isLeftOut)
    .reduce(
      (text, { name }) =>
        text
          .replace(new RegExp(`\\b(${name} \\w+) not null`), '$1')
          .replace(new RegExp(`,\\s*primary key \\([^)]*\\b${name}\\b[^)]*\\)`), ''),
      sql,
    );
}

function writeTable(copy: File, table: string, columns: readonly Column[], tenant: string, path: string) {
  const hash = createHash('sha256');
  const names = columns.map(({ name }) => name);
  const handle = openSync(path, 'wx', 0o600);
  let rows = 0;
  try {
    for (const page of pagesOf(copy, table, { where: 'and tenant = ?', params: [tenant] })) {
      const text = page.map((row) => `${JSON.stringify(Object.fromEntries(names.map((n) => [n, row[n]])))}\n`).join('');
      hash.update(text);
      writeSync(handle, text);
      rows += page.length;
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return { name: table, rows, sha256: hash.digest('hex') };
}

function describe(
  tenant: string,
  at: Date,
  all: ReadonlyMap<string, readonly Column[]>,
  written: Exported['tables'],
): string {
  const tables = written.map(({ name, rows }) => {
    const own = (all.get(name) ?? []).map((c) => {
      const out = isLeftOut(c) ? ' (không xuất)' : '';
      return `    ${c.name}: ${c.type}${c.key ? `, khóa ${c.key}` : ''}${out}`;
    });
    return [`${name}.ndjson: ${rows} dòng`, ...own].join('\n');
  });
  return [
    `Toàn bộ dữ liệu của ${tenant} lúc ${at.toISOString()} (UTC), một thời điểm duy nhất.`,
    '',
    'Phiếu của kỳ chưa khóa sổ còn ngày và cán bộ, không có khóa nào che: cất riêng, và hủy bản xuất này khi khóa sổ kỳ ấy.',
    '',
    'Mỗi tệp .ndjson là một bảng, mỗi dòng một bản ghi JSON, UTF-8. schema.sql là câu lệnh tạo bảng kèm chú thích từng cột; tạo bảng',
    'rồi nạp từng dòng vào SQLite hoặc PostgreSQL được, cột không xuất thì để trống; nạp lại vào chính phần mềm này: lệnh load.',
    'Cột ghi danh sách hoặc kết quả giữ JSON dạng chữ. Ngày và giờ theo giờ Việt Nam, cột có đuôi',
    '_at theo giờ UTC. SHA256SUMS để kiểm tra: sha256sum -c SHA256SUMS.',
    '',
    `Không xuất: bảng ${LEFT_OUT_TABLES.join(', ')}`,
    '(lối đăng nhập, mối nối giữa phiếu và hồ sơ, mã phiếu); mã băm của mật khẩu, PIN, khóa và token; thư mục khóa.',
    '',
    ...tables,
    '',
  ].join('\n');
}

/**
 * Everything of one tenant into `folder`, which must not exist yet: a table per NDJSON file, `README.txt` with the columns,
 * `schema.sql`, `manifest.json` and `SHA256SUMS`. All of one moment, written page by page; the server may run. Secrets stay behind.
 */
export function exportTenant(databaseFile: string, tenant: string, folder: string, at: Date): Promise<Exported> {
  mkdirSync(folder, { mode: 0o700 });
  return withCopy(databaseFile, async (path) => {
    const copy = openFile(path, { readonly: true });
    try {
      const all = tablesOf(copy);
      const tables: Exported['tables'][number][] = [];
      for (const [name, columns] of all) {
        const out = exportedColumns(name, columns);
        if (out) tables.push(writeTable(copy, name, out, tenant, join(folder, `${name}.ndjson`)));
      }
      const schema = rowsOf<{ name: string; sql: string }>(
        copy,
        "select name, sql from sqlite_master where type = 'table' and sql is not null order by name",
      ).filter(({ name }) => tables.some((table) => table.name === name));
      writeFileSync(
        join(folder, 'schema.sql'),
        schema.map(({ name, sql }) => `${loadable(sql, all.get(name) ?? [])};\n`).join('\n'),
        { flush: true },
      );
      writeFileSync(join(folder, 'README.txt'), describe(tenant, at, all, tables), { flush: true });
      const migrations = rowsOf<{ name: string }>(copy, 'select name from migrations order by name').map((m) => m.name);
      writeManifest(folder, { format: 1, tenant, at: at.toISOString(), migrations, tables });
      return { tables };
    } finally {
      copy.close();
    }
  });
}
