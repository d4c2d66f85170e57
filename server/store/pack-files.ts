import type { PackFile, PackKey } from '#wire/packs.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

/** A file as it was signed. */
export interface StoredPackFile {
  readonly sequence: number;
  readonly file: string;
  readonly key: PackKey;
  readonly expires: string;
}

interface Row {
  readonly sequence: number;
  readonly file: string;
  readonly public_key: string;
  readonly expires: string;
}

/** The newest file of `tenant`, or `null`. */
export async function newestPackFile(db: Db, tenant: string): Promise<StoredPackFile | null> {
  const row = await oneOrNull<Row>(
    db,
    'select sequence, file, public_key, expires from pack_files where tenant = ? order by sequence desc limit 1',
    [tenant],
  );
  return row && { sequence: row.sequence, file: row.file, key: JSON.parse(row.public_key), expires: row.expires };
}

/** What a browser of `tenant` is given. */
export async function servedPackFile(db: Db, tenant: string): Promise<PackFile> {
  const newest = await newestPackFile(db, tenant);
  return { file: newest?.file ?? null, key: newest?.key ?? null };
}

/** Adds a file; those before it stay as they are. */
export function insertPackFile(tenant: string, added: StoredPackFile, actor: string, at: Date): Statement {
  const { sequence, file, key, expires } = added;
  return {
    sql: `insert into pack_files (tenant, sequence, file, public_key, expires, added_by, added_at)
          values (?, ?, ?, ?, ?, ?, ?)`,
    params: [tenant, sequence, file, JSON.stringify(key), expires, actor, at.toISOString()],
  };
}
