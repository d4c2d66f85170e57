import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openFile } from './open-file.ts';

/**
 * One moment of `databaseFile`, from which `write` may go on reading; removed afterwards. It lies beside the database and
 * is as private as that. Readers and writers of the database go on meanwhile.
 */
export async function withCopy<Result>(databaseFile: string, work: (copy: string) => Promise<Result>): Promise<Result> {
  const copy = join(dirname(databaseFile), `.${basename(databaseFile)}.copy-${process.pid}`);
  rmSync(copy, { force: true });
  try {
    const source = openFile(databaseFile, { readonly: true });
    source.prepare('vacuum into ?').run([copy]);
    source.close();
    return await work(copy);
  } finally {
    rmSync(copy, { force: true });
  }
}
