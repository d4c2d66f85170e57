import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../make-folder.ts';
import { migrate, migrateTo, unknownMigrations } from '../migrate.ts';
import { hashPassword } from '../password.ts';
import { randomCrockford } from '../secret.ts';
import { openSqlite } from '../sqlite.ts';
import { faultsOf } from './check-file.ts';
import { flush } from './flush.ts';
import type { OfPeriod } from './hidden-rows.ts';
import { loadFolder, NoLoad } from './load-folder.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { openFile, rowsOf } from './open-file.ts';

export interface Loaded {
  readonly manifests: readonly Manifest[];
  /** Periods not sealed with answers that were joined to nothing any more when they were exported. */
  readonly unlinked: readonly OfPeriod[];
}

const nameOf = ({ tenant, period }: OfPeriod) => `${tenant}/${period}`;

function manifestsOf(folders: readonly string[]): Manifest[] {
  const manifests = folders.map((folder) => {
    const found = readManifest(folder);
    if (typeof found !== 'string') return found;
    throw new NoLoad(`${folder}: ${found}. Chọn đúng thư mục do lệnh export ghi, còn nguyên vẹn.`);
  });
  const [first, ...more] = manifests;
  const unknown = unknownMigrations(first?.migrations ?? []);
  if (unknown.length)
    throw new NoLoad(
      `Bản xuất do bản phần mềm mới hơn ghi (${unknown.join(', ')}). Cài bản phần mềm đó, rồi chạy lại lệnh này.`,
    );
  if (more.some(({ migrations }) => migrations.join() !== first?.migrations.join()))
    throw new NoLoad('Các bản xuất do những bản phần mềm khác nhau ghi. Xuất lại các tỉnh từ cùng một cơ sở dữ liệu.');
  const tenants = manifests.map(({ tenant }) => tenant);
  if (new Set(tenants).size < tenants.length)
    throw new NoLoad('Hai thư mục là của cùng một tỉnh. Chọn một bản xuất cho mỗi tỉnh.');
  return manifests;
}

/** Those of `unsealed` nobody agreed to load. @throws NoLoad naming them. */
function requireAgreed(unsealed: readonly OfPeriod[], agreed: readonly string[]): void {
  const unsaid = unsealed.map(nameOf).filter((name) => !agreed.includes(name));
  if (unsaid.length === 0) return;
  throw new NoLoad(
    `Kỳ ${unsaid.join(', ')} chưa khóa sổ. Bản xuất không có mối nối của phiếu với hồ sơ và mã phiếu: phiếu cũ vẫn được đếm nhưng ` +
      'người dân không xem, sửa, xóa được nữa, và hồ sơ đã đánh giá có thể đánh giá lần nữa. Muốn giữ đủ thì dùng «backup» và ' +
      `«restore». Vẫn nạp thì thêm ${unsaid.map((name) => `--unlinked ${name}`).join(' ')}. Chưa nạp gì.`,
  );
}

/**
 * Makes the database `databaseFile` out of exports, a folder for each tenant; it must not exist yet, and appears when it is whole, checked
 * and brought up to date.
 * @param agreed periods (`tenant/period`) not sealed whose answers may come back joined to nothing.
 * @throws NoLoad for what is no whole export, and while a period is not agreed to; nothing is left behind then.
 */
export async function loadExports(
  folders: readonly string[],
  databaseFile: string,
  agreed: readonly string[],
): Promise<Loaded> {
  if (existsSync(databaseFile))
    throw new NoLoad(
      `Đã có cơ sở dữ liệu tại ${databaseFile}. Lệnh này chỉ nạp vào nơi còn trống: đặt DATABASE_URL tới một tệp chưa có.`,
    );
  const manifests = manifestsOf(folders);
  const folder = dirname(databaseFile);
  makeFolder(folder, 0o700);
  const part = join(folder, `.${basename(databaseFile)}.load-${process.pid}`);
  try {
    const schema = await openSqlite(part);
    await migrateTo(schema, manifests[0]?.migrations ?? []).finally(() => schema.close());
    const password = await hashPassword(randomCrockford(40));
    const file = openFile(part);
    let unlinked: OfPeriod[];
    try {
      // A file a crash interrupts is thrown away.
      file.exec('pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -65536');
      for (const [i, manifest] of manifests.entries()) await loadFolder(file, folders[i] ?? '', manifest, password);
      unlinked = rowsOf<OfPeriod>(
        file,
        `select tenant, period from periods p where state <> 'sealed' and exists (select 1 from responses r
          where r.tenant = p.tenant and r.period = p.period) order by tenant, period`,
      );
      requireAgreed(unlinked, agreed);
      const faults = await faultsOf(file);
      if (faults.length) throw new NoLoad(`Bản xuất không dùng được: ${faults.join('; ')}. Dùng một bản xuất khác.`);
    } finally {
      file.close();
    }
    const db = await openSqlite(part);
    await migrate(db).finally(() => db.close());
    flush(part);
    renameSync(part, databaseFile);
    flush(folder);
    return { manifests, unlinked };
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(part + rest, { force: true });
  }
}
