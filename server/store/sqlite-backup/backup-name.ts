import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const NAME = /^(.+)-\d{8}T\d{6}Z-\d{3}\.db$/;

/** `danhgia-20261122T031500Z-002.db`: when, in UTC, and the number of the newest change of schema in it. */
export function backupName(start: string, at: Date, migrations: readonly string[]): string {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const schema = /^\d{3}/.exec([...migrations].sort().at(-1) ?? '')?.[0] ?? '000';
  return `${start}-${time}-${schema}.db`;
}

/** Backups of `start` in `folder`, oldest first. */
export function backupsIn(folder: string, start: string): string[] {
  return readdirSync(folder)
    .filter((name) => NAME.exec(name)?.[1] === start)
    .sort();
}

/** Removes all but the newest `keep` backups of `start`; returns the names removed. */
export function removeOldBackups(folder: string, start: string, keep: number): string[] {
  const old = backupsIn(folder, start).slice(0, -keep);
  for (const name of old) rmSync(join(folder, name));
  return old;
}
