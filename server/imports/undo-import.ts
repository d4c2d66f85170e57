import { type ImportFault, MAX_KEPT_FAULTS } from '#wire/import.ts';
import { bodyHash } from '../body-hash.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import type { Db, Statement } from '../store/db.ts';
import { insertImportFault, keptFaults } from '../store/import-faults.ts';
import { deleteImportRows, type ImportedRow, nextRows } from '../store/import-rows.ts';
import { IMPORT_LEASE, importOrNull, moveUndo, type StoredImport } from '../store/imports.ts';
import { dropLease, renewLease } from '../store/leases.ts';
import { whileSettled } from '../store/period-hold.ts';
import { replanned } from '../store/replanned.ts';
import { actorOfImport, lostLease, takeImportLease } from './begin-import.ts';
import type { ImportSpec } from './kind.ts';
import { kindOf } from './kinds/index.ts';

const BATCH = 2048;

/** Taking an import back, under way. */
interface Undoing {
  readonly db: Db;
  readonly tenant: string;
  readonly spec: ImportSpec;
  readonly stood: StoredImport;
  readonly by: string;
  readonly holder: string;
  readonly now: () => Date;
}

/** What becomes of a batch of items. */
interface Turn {
  readonly statements: readonly Statement[];
  /** Items dealt with, out of the journal. */
  readonly settled: readonly string[];
  readonly kept: readonly ImportFault[];
  readonly takenBack: number;
}

const keptBecause = (row: ImportedRow, code: string, message: string): ImportFault => ({
  row: row.row,
  column: null,
  kind: 'kept',
  code,
  message,
});

/** @param last items in use are kept for good; before the last pass they wait, for what uses them may be taken back as well. */
async function planTurn(undoing: Undoing, rows: readonly ImportedRow[], last: boolean): Promise<Turn> {
  const { db, tenant, spec, stood, now } = undoing;
  const changed = rows.filter(({ afterHash }) => afterHash !== null);
  const keys = changed.map(({ item }) => item);
  const guard = keys.length ? await spec.undo.guard?.(db, tenant, now()) : [];
  const current = await spec.undo.current(db, tenant, keys);
  const held = await spec.undo.held(db, tenant, keys, stood.startedAt);
  const statements: Statement[] = [];
  const settled = rows.filter(({ afterHash }) => afterHash === null).map(({ item }) => item);
  const kept: ImportFault[] = [];
  let takenBack = 0;
  for (const row of changed) {
    const stands = current.get(row.item);
    const why = held.get(row.item);
    if (stands === undefined && spec.undo.gone !== undefined) kept.push(keptBecause(row, 'undo.gone', spec.undo.gone));
    else if (stands === undefined || bodyHash(spec.undo.compared?.(stands) ?? stands) !== row.afterHash)
      kept.push(
        keptBecause(row, 'undo.changed', 'Mục này đã được sửa hoặc xóa sau lần nhập nên giữ nguyên như hiện nay.'),
      );
    else if (why !== undefined) {
      if (!last) continue;
      kept.push(keptBecause(row, 'undo.used', `${why} Mục này được giữ lại.`));
    } else {
      const before: unknown = row.before === null ? null : JSON.parse(row.before);
      statements.push(...spec.undo.back(tenant, row.item, before, actorOfImport(stood.id), now(), stands));
      takenBack += 1;
    }
    settled.push(row.item);
  }
  return { statements: statements.length ? [...(guard ?? []), ...statements] : [], settled, kept, takenBack };
}

/** One batch in one transaction. @returns how many items went. */
async function takeTurn(undoing: Undoing, rows: readonly ImportedRow[], last: boolean): Promise<number> {
  const { db, tenant, stood, by, holder, now } = undoing;
  const { statements, settled, kept, takenBack } = await planTurn(undoing, rows, last);
  const at = now();
  const n = await keptFaults(db, tenant, stood.id);
  const told = kept.slice(0, MAX_KEPT_FAULTS - n);
  const progress = [
    renewLease(tenant, IMPORT_LEASE, holder, at),
    moveUndo(tenant, stood.id, { state: 'undoing', holder, takenBack, kept: kept.length }, at),
    ...told.map((fault, i) => insertImportFault(tenant, stood.id, n + i + 1, fault)),
    ...(settled.length ? [deleteImportRows(tenant, stood.id, settled)] : []),
  ];
  if (statements.length === 0) await db.batch(progress);
  else {
    const detail = { kind: stood.kind, n: takenBack };
    await whileSettled(db, tenant, at, () =>
      withAudit(db, tenant, at, { actor: by, action: 'import.undo.part', subject: stood.id, detail }, [
        ...statements,
        ...progress,
      ]),
    );
  }
  return settled.length;
}

/** Goes through the journal until a pass settles nothing more; items still in use are then kept. */
async function takeAll(undoing: Undoing): Promise<void> {
  const { db, tenant, spec, stood } = undoing;
  for (let last = false; ; ) {
    let settled = 0;
    for (let after = ''; ; ) {
      const rows = await nextRows(db, tenant, stood.id, after, BATCH);
      const end = rows.at(-1);
      if (!end) break;
      after = end.item;
      const work = () => replanned(() => takeTurn(undoing, rows, last));
      settled += await (spec.inLine ? spec.inLine(db, tenant, work) : work());
    }
    if (last) return;
    last = settled === 0;
  }
}

/**
 * Takes an import back: what it created is removed and what it changed gets its former content, unless it was changed or is in use
 * since. It can be stopped by anything and gone on with by calling it again.
 * @throws Refusal 404 `import.unknown`, 409 `import.busy` `import.dry` `import.undone` `import.old`, 503 `period.closing`.
 */
export async function undoImport(db: Db, tenant: string, id: string, by: string, now: () => Date): Promise<void> {
  const stood = await importOrNull(db, tenant, id, now());
  if (!stood) throw new Refusal(404, 'import.unknown', 'Không có lần nhập này. Xem lại danh sách các lần nhập.');
  if (stood.dry)
    throw new Refusal(409, 'import.dry', 'Lần này chỉ là nhập thử, chưa ghi gì nên không có gì để hoàn tác.');
  if (stood.state === 'undone') throw new Refusal(409, 'import.undone', 'Lần nhập này đã hoàn tác xong.');
  const made = stood.created + stood.updated;
  if (made > stood.takenBack + stood.kept && (await nextRows(db, tenant, id, '', 1)).length === 0)
    throw new Refusal(
      409,
      'import.old',
      'Sổ hoàn tác của lần nhập này đã xóa theo thời hạn lưu nên không hoàn tác được nữa. Sửa từng mục nếu cần.',
    );
  const holder = await takeImportLease(db, tenant, now());
  try {
    const begin = moveUndo(tenant, id, { state: 'undoing', holder, takenBack: 0, kept: 0 }, now());
    const entry = { actor: by, action: 'import.undo', subject: id, detail: { kind: stood.kind } };
    await withAudit(db, tenant, now(), entry, [begin]);
    await takeAll({ db, tenant, spec: kindOf(stood.kind), stood, by, holder, now });
    const end = moveUndo(tenant, id, { state: 'undone', holder, takenBack: 0, kept: 0 }, now());
    await withAudit(db, tenant, now(), { ...entry, action: 'import.undone' }, [end]);
  } catch (error) {
    throw lostLease(error);
  } finally {
    await db.batch([dropLease(tenant, IMPORT_LEASE, holder)]);
  }
}
