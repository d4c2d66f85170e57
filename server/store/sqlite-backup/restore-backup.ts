import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../make-folder.ts';
import { unknownMigrations } from '../migrate.ts';
import type { PeriodKeys } from '../period-keys.ts';
import { faultsOf } from './check-file.ts';
import { RESULTS } from './closed-results.ts';
import { dropBare, endAnswers, endResults, recount } from './end-lost.ts';
import { flush } from './flush.ts';
import { canReveal, dropHidden, hiddenPeriods, type OfPeriod, revealRows } from './hidden-rows.ts';
import { type File, openFile, rowsOf } from './open-file.ts';

/** A restore that cannot be done as asked; nothing was changed. The message says what to do. */
export class NoRestore extends Error {
  override readonly name = 'NoRestore';
}

export interface Restored {
  /** Where the database that was there lies now, or `null`. */
  readonly aside: string | null;
  readonly tenants: readonly string[];
  /** Periods whose answers ended with their key. */
  readonly without: readonly (OfPeriod & { readonly state: string })[];
}

/** Ways into the server that must not come back to life with an old file. */
const PASSING = ['sessions', 'person_tokens', 'enrolments', 'first_admin_links', 'leases'];

const nameOf = ({ tenant, period }: OfPeriod) => `${tenant}/${period}`;

/**
 * Ends the use of the database file there is, moving its log into it. @throws NoRestore while another process has it open.
 */
function requireUnused(databaseFile: string): void {
  const file = openFile(databaseFile);
  try {
    file.exec('pragma busy_timeout = 500');
    // Leaving the log behind needs the file to oneself, whoever else has it open, reading or not.
    rowsOf(file, 'pragma journal_mode = delete');
  } catch (error) {
    const { code = '' } = error as { code?: string };
    // One that cannot be read any more is just what a backup is for.
    if (/NOTADB|CORRUPT/.test(code)) return;
    throw new NoRestore('Cơ sở dữ liệu đang được dùng. Dừng máy chủ và các lệnh khác, rồi chạy lại lệnh này.');
  } finally {
    file.close();
  }
}

async function requireGood(file: File): Promise<void> {
  let faults: string[];
  try {
    const unknown = unknownMigrations(rowsOf<{ name: string }>(file, 'select name from migrations').map((m) => m.name));
    if (unknown.length)
      throw new NoRestore(
        `Bản sao lưu do bản phần mềm mới hơn ghi (${unknown.join(', ')}). Cài bản phần mềm đó, rồi chạy lại lệnh này.`,
      );
    faults = await faultsOf(file);
  } catch (error) {
    if (error instanceof NoRestore) throw error;
    faults = ['đây không phải tệp sao lưu đọc được'];
  }
  if (faults.length)
    throw new NoRestore(`Bản sao lưu không dùng được: ${faults.join('; ')}. Dùng một bản sao lưu khác.`);
}

/** Those named whose answers lie open in the copy, for their key was lost before it was made. */
function bareAmong(file: File, keys: PeriodKeys, without: readonly string[]): OfPeriod[] {
  const unsealed = rowsOf<OfPeriod>(file, "select tenant, period from periods where state <> 'sealed'");
  return unsealed.filter((of) => without.includes(nameOf(of)) && !keys.exists(of.tenant, of.period));
}

/**
 * Puts the backup `from` in the place of `databaseFile`, its answers out from under the keys of this machine. A database that
 * is there is set aside under another name. Nothing is changed until the new file is whole and on the disk.
 * @param without periods (`tenant/period`) to restore without their answers, for their keys are gone.
 * @throws NoRestore when the backup does not check out, a key is missing, the database is in use, or one is there and `replace`
 * is not set.
 */
export async function restoreBackup(
  from: string,
  databaseFile: string,
  keys: PeriodKeys,
  { replace, without, at }: { readonly replace: boolean; readonly without: readonly string[]; readonly at: Date },
): Promise<Restored> {
  if (!existsSync(from)) throw new NoRestore(`Không có tệp ${from}. Kiểm tra lại đường dẫn.`);
  if (existsSync(databaseFile) && !replace)
    throw new NoRestore(
      `Đã có cơ sở dữ liệu tại ${databaseFile}. Thêm --replace để thay; tệp cũ được giữ lại dưới tên khác.`,
    );
  const folder = dirname(databaseFile);
  try {
    makeFolder(folder, 0o700);
  } catch (error) {
    throw new NoRestore(`Chưa phục hồi gì: ${(error as Error).message}`);
  }
  const part = join(folder, `.${basename(databaseFile)}.restore-${process.pid}`);
  try {
    copyFileSync(from, part);
    const file = openFile(part);
    await requireGood(file);
    const hidden = hiddenPeriods(file);
    const lost = hidden.filter((of) => !canReveal(file, keys, of));
    const unsaid = lost.map(nameOf).filter((name) => !without.includes(name));
    if (unsaid.length)
      throw new NoRestore(
        `Thiếu khóa của kỳ ${unsaid.join(', ')} nên chưa phục hồi gì. Chép khóa vào KEY_DIR rồi chạy lại. Kỳ đã khóa sổ sau bản ` +
          `sao lưu này thì khóa đã hủy, phiếu không về nữa: thêm ${unsaid.map((name) => `--without ${name}`).join(' ')}.`,
      );
    file.exec('pragma secure_delete = on; begin');
    const back = hidden.filter((of) => !lost.includes(of));
    const bare = bareAmong(file, keys, without).filter((of) => !hidden.map(nameOf).includes(nameOf(of)));
    for (const of of bare) dropBare(file, of);
    const gone = [...lost, ...bare];
    const unknown = gone.filter(({ period }) => period === RESULTS);
    for (const { tenant } of unknown) endResults(file, tenant);
    const ended = gone.map((of) => ({ ...of, state: of.period === RESULTS ? RESULTS : endAnswers(file, of, at) }));
    for (const of of back) revealRows(file, keys, of);
    for (const { tenant } of unknown) recount(file, tenant);
    dropHidden(file);
    for (const table of PASSING) file.exec(`delete from ${table}`);
    file.exec('commit');
    const tenants = rowsOf<{ tenant: string }>(file, 'select tenant from tenants order by tenant').map((t) => t.tenant);
    file.close();
    flush(part);

    const aside = existsSync(databaseFile) ? `${databaseFile}.truoc-phuc-hoi-${at.getTime()}` : null;
    if (aside !== null) {
      requireUnused(databaseFile);
      renameSync(databaseFile, aside);
    }
    // Left behind by one that could not be read; a new file must not find another's log.
    for (const rest of ['-wal', '-shm'].filter((rest) => existsSync(databaseFile + rest)))
      if (aside === null) rmSync(databaseFile + rest);
      else renameSync(databaseFile + rest, aside + rest);
    renameSync(part, databaseFile);
    flush(folder);
    return { aside, tenants, without: ended };
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(part + rest, { force: true });
  }
}
