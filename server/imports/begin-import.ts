import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { keptFaults } from '../store/import-faults.ts';
import {
  deleteImport,
  IMPORT_LEASE,
  importOrNull,
  insertImport,
  resumeImport,
  type StoredImport,
} from '../store/imports.ts';
import { dropLease, takeLease } from '../store/leases.ts';
import { isOvertaken } from '../store/overtaken.ts';
import { randomCrockford } from '../store/secret.ts';

/** What an import begins with. */
export type Start = Pick<StoredImport, 'id' | 'kind' | 'dry' | 'actor' | 'options' | 'found' | 'rowsHash'>;

export interface Begun {
  readonly holder: string;
  /** The import as it stood before it was taken up. */
  readonly stood: StoredImport;
  readonly keptFaults: number;
}

/** As what an import writes is signed: its own name, so that taking it back finds what it noted. */
export function actorOfImport(id: string): string {
  return `import:${id}`;
}

const busy = () =>
  new Refusal(
    409,
    'import.busy',
    'Đang có một lần nhập hoặc hoàn tác khác chạy. Đợi nó xong, hoặc dừng nó, rồi gửi lại.',
    { headers: { 'retry-after': '30' } },
  );

/** @throws Refusal 409 `import.busy`. */
export async function takeImportLease(db: Db, tenant: string, now: Date): Promise<string> {
  const holder = randomCrockford(16);
  if (await takeLease(db, tenant, IMPORT_LEASE, holder, now)) return holder;
  throw busy();
}

/** What to tell of `error`: that another took the place of one that was still too long, when that is why a transaction fell. */
export function lostLease(error: unknown): unknown {
  return isOvertaken(error, 'leases.holder') ? busy() : error;
}

/** @throws Refusal 409 `import.differs` `import.ended`. */
function requireSame(stood: StoredImport, start: Start): void {
  const same = stood.kind === start.kind && stood.actor === start.actor && stood.options === start.options;
  if (!same || stood.dry !== start.dry)
    throw new Refusal(
      409,
      'import.differs',
      'Mã này là của một lần nhập khác. Chọn lại đúng loại dữ liệu và lựa chọn của lần đó, hoặc nhập thành lần mới.',
    );
  if (stood.state === 'failed' || stood.state === 'undoing' || stood.state === 'undone')
    throw new Refusal(409, 'import.ended', 'Lần nhập này đã kết thúc hoặc đã hoàn tác. Nhập tệp thành lần mới.');
}

/**
 * Puts the import on record, or takes up the one of the same id; a trial begins anew each time.
 * @throws Refusal 409 `import.busy` `import.differs` `import.ended`.
 */
export async function beginImport(db: Db, tenant: string, start: Start, now: () => Date): Promise<Begun> {
  const at = now();
  const holder = await takeImportLease(db, tenant, at);
  try {
    const known = await importOrNull(db, tenant, start.id, at);
    const { kind, dry } = start;
    const entry = { actor: start.actor, action: 'import.start', subject: start.id, detail: { kind } };
    if (known && !known.dry) {
      requireSame(known, start);
      // A finished one is only compared.
      if (known.state !== 'done')
        await withAudit(db, tenant, at, { ...entry, action: 'import.resume' }, [
          resumeImport(tenant, start.id, holder, at),
        ]);
      return { holder, stood: known, keptFaults: await keptFaults(db, tenant, start.id) };
    }
    const statements = [...deleteImport(tenant, start.id), insertImport(tenant, { ...start, holder }, at)];
    if (dry) await db.batch(statements);
    else await withAudit(db, tenant, at, entry, statements);
    const stood = await importOrNull(db, tenant, start.id, at);
    if (!stood) throw new Error(`import ${start.id} is gone`);
    return { holder, stood, keptFaults: 0 };
  } catch (error) {
    await db.batch([dropLease(tenant, IMPORT_LEASE, holder)]);
    throw error;
  }
}
