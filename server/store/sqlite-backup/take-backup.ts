import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../make-folder.ts';
import type { PeriodKeys } from '../period-keys.ts';
import { backupName } from './backup-name.ts';
import { faultsOf } from './check-file.ts';
import { flush } from './flush.ts';
import { canReveal, hiddenCounts, hiddenPeriods, hideRows, type OfPeriod } from './hidden-rows.ts';
import { openFile, rowCounts, rowsOf } from './open-file.ts';
import { dropPassing } from './passing.ts';
import { withCopy } from './with-copy.ts';

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  /** Periods whose answers only their key opens. */
  readonly hidden: readonly OfPeriod[];
  /** Unsealed periods without a key: their answers lie open in the backup. */
  readonly bare: readonly OfPeriod[];
}

/** What `rows` a table should hold, and does not. */
async function check(file: string, rows: ReadonlyMap<string, number>, keys: PeriodKeys): Promise<string[]> {
  const written = openFile(file, { readonly: true });
  try {
    const faults = await faultsOf(written);
    const [there, hidden] = [rowCounts(written), hiddenCounts(written)];
    for (const [table, n] of rows) {
      const found = (there.get(table) ?? 0) + (hidden.get(table) ?? 0);
      if (found !== n) faults.push(`bảng ${table} có ${found} dòng, cần ${n}`);
    }
    for (const of of hiddenPeriods(written))
      if (!canReveal(written, keys, of)) faults.push(`phiếu kỳ ${of.period} không mở lại được bằng khóa đang có`);
    return faults;
  } finally {
    written.close();
  }
}

/**
 * Writes a whole, checked copy of `databaseFile` into `folder` while the server runs; a name that is there is a backup that
 * is good. Answers of unsealed periods lie in it under the keys of their periods, which are never in it.
 * @throws Error in Vietnamese when the copy does not check out; then nothing is left in `folder`.
 */
export function takeBackup(
  databaseFile: string,
  keys: PeriodKeys,
  { folder, start, at }: { readonly folder: string; readonly start: string; readonly at: Date },
): Promise<Backup> {
  makeFolder(folder, 0o700);
  return withCopy(databaseFile, async (path) => {
    const copy = openFile(path);
    // A copy a crash interrupts is thrown away.
    copy.exec('pragma journal_mode = off; pragma synchronous = off; pragma secure_delete = on');
    dropPassing(copy);
    const rows = rowCounts(copy);
    const { hidden, bare } = hideRows(copy, keys);
    const migrations = rowsOf<{ name: string }>(copy, 'select name from migrations').map(({ name }) => name);
    const name = freeName(folder, start, at, migrations);
    const part = join(folder, `.${name}.part`);
    const file = join(folder, name);
    rmSync(part, { force: true });
    try {
      // Written a second time, so that nothing deleted lingers between the rows.
      copy.prepare('vacuum into ?').run([part]);
      copy.close();
      const faults = await check(part, rows, keys);
      if (faults.length) throw new Error(`Bản sao lưu không đạt kiểm tra nên đã bỏ: ${faults.join('; ')}.`);
      flush(part);
      renameSync(part, file);
      flush(folder);
    } finally {
      rmSync(part, { force: true });
    }
    const total = [...rows.values()].reduce((sum, n) => sum + n, 0);
    return { file, bytes: statSync(file).size, rows: total, hidden, bare };
  });
}

/** A name no backup has yet: two taken within one second would be one file, and the earlier one gone. */
function freeName(folder: string, start: string, at: Date, migrations: readonly string[]): string {
  const name = backupName(start, at, migrations);
  return existsSync(join(folder, name)) ? freeName(folder, start, new Date(at.getTime() + 1_000), migrations) : name;
}
