import { type ImportFault, MAX_KEPT_FAULTS } from '#wire/import.ts';
import { bodyHash } from '../body-hash.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import type { Statement } from '../store/db.ts';
import { insertImportFault } from '../store/import-faults.ts';
import { type ImportedRow, insertImportRow, rowsGiven } from '../store/import-rows.ts';
import { advanceImport, IMPORT_LEASE, type ImportCounts } from '../store/imports.ts';
import { renewLease } from '../store/leases.ts';
import { whileSettled } from '../store/period-hold.ts';
import { replanned } from '../store/replanned.ts';
import { faultText } from './fault-text.ts';
import type { Identity, ImportSession, ImportSpec, Planned, Taking } from './kind.ts';
import { type Reading, ReadRow } from './read-row.ts';
import { isFault, type RawRow, type RowFault } from './row.ts';

/** An import under way: what it works with, and how far it is. */
export interface Running {
  readonly spec: ImportSpec;
  readonly taking: Taking;
  readonly session: ImportSession<unknown>;
  readonly reading: Reading;
  readonly id: string;
  readonly dry: boolean;
  readonly holder: string;
  readonly now: () => Date;
  counts: ImportCounts;
  keptFaults: number;
}

interface Understood {
  readonly row: ReadRow;
  readonly item: unknown;
}

/** An item with its own key and the hash of its content. */
interface Known extends Understood, Identity {}

/** Whether nothing stands at `path` of `value`. */
function isEmpty(value: unknown, path: readonly PropertyKey[]): boolean {
  const at = path.reduce<unknown>((one, key) => (one as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
  return at === null || at === undefined || at === '';
}

/** Items of the rows that can be understood; what is wrong with the others goes to `faults`. */
function understand(running: Running, raws: readonly (RawRow | RowFault)[], faults: ImportFault[]) {
  const { spec, session, reading } = running;
  const understood: Understood[] = [];
  const told = { read: 0, refused: 0 };
  for (const raw of raws) {
    if (isFault(raw)) {
      faults.push({ ...raw, kind: 'fault' });
      if (raw.row !== null) told.read += 1;
      if (raw.row !== null) told.refused += 1;
      continue;
    }
    told.read += 1;
    const row = new ReadRow(raw, reading);
    const candidate = session.toItem(row);
    const parsed = row.faults.length ? null : spec.schema.safeParse(candidate);
    for (const { path, message } of parsed?.error?.issues ?? [])
      if (isEmpty(candidate, path))
        row.fault(path.join('.'), 'field.empty', 'Ô này để trống. Ghi giá trị theo tệp mẫu.');
      else row.fault(path.join('.'), 'field.invalid', `${message}. Sửa ô này theo tệp mẫu.`);
    faults.push(...row.faults);
    if (!parsed?.success) {
      told.refused += 1;
      continue;
    }
    understood.push({ row, item: parsed.data });
  }
  return { understood, told };
}

async function identified({ spec, session }: Running, understood: readonly Understood[], at: Date): Promise<Known[]> {
  const items = understood.map(({ item }) => item);
  const own = await session.identify?.(items, at);
  return understood.map((one, i) => ({
    ...one,
    ...(own?.[i] ?? { key: spec.keyOf(one.item), hash: bodyHash(one.item).slice(0, 32) }),
  }));
}

/** Rows met for the first time; the same again is a repeat, another content under the same key a fault. */
async function firstOnes(running: Running, understood: readonly Known[], faults: ImportFault[]) {
  const { taking, id } = running;
  const given = new Map(
    await rowsGiven(
      taking.db,
      taking.tenant,
      id,
      understood.map(({ key }) => key),
    ),
  );
  const first: Known[] = [];
  const told = { repeated: 0, refused: 0 };
  for (const one of understood) {
    const before = given.get(one.key);
    if (!before) {
      given.set(one.key, { row: one.row.row, itemHash: one.hash });
      first.push(one);
    } else if (before.itemHash === one.hash) told.repeated += 1;
    else {
      told.refused += 1;
      faults.push({
        row: one.row.row,
        column: null,
        kind: 'fault',
        code: 'row.twice',
        message: `Cùng mã với dòng ${before.row} nhưng khác nội dung. Dòng ${before.row} được nhập; bỏ một trong hai dòng.`,
      });
    }
  }
  return { first, told };
}

function journalOf({ row, key, hash }: Known, { outcome, before, after }: Planned): ImportedRow {
  return {
    item: key,
    row: row.row,
    itemHash: hash,
    outcome,
    before: before === null ? null : JSON.stringify(before),
    afterHash: after === null ? null : bodyHash(after),
  };
}

/** Plans the batch, and writes what it changes with its journal, its faults and how far the import then is. */
async function write(running: Running, raws: readonly (RawRow | RowFault)[], rowsHash: string): Promise<void> {
  const { taking, session, id, dry, now, counts } = running;
  const { db, tenant, actor } = taking;
  const at = now();
  const faults: ImportFault[] = [];
  const { understood, told } = understand(running, raws, faults);
  const { first, told: again } = await firstOnes(running, await identified(running, understood, at), faults);
  const plan = await session.plan(
    first.map(({ item }) => item),
    at,
  );
  const outcomes = { created: 0, updated: 0, repeated: again.repeated, refused: told.refused + again.refused };
  const journal: Statement[] = [];
  const notices: ImportFault[] = [];
  plan.planned.forEach((planned, n) => {
    const one = first[n] as Known;
    if (planned instanceof Refusal) {
      outcomes.refused += 1;
      const path = planned.issues?.[0]?.path ?? null;
      const column = one.row.headerOf(path);
      faults.push({ row: one.row.row, column, kind: 'fault', code: planned.code, message: faultText(planned) });
      return;
    }
    outcomes[planned.outcome] += 1;
    notices.push(...one.row.notices);
    journal.push(insertImportRow(tenant, id, journalOf(one, planned)));
  });
  const kept = [...faults, ...notices].slice(0, MAX_KEPT_FAULTS - running.keptFaults);
  const then: ImportCounts = {
    position: counts.position + raws.length,
    read: counts.read + told.read,
    created: counts.created + outcomes.created,
    updated: counts.updated + outcomes.updated,
    repeated: counts.repeated + outcomes.repeated,
    refused: counts.refused + outcomes.refused,
    faults: counts.faults + faults.length,
    notices: counts.notices + notices.length,
  };
  const progress = [
    renewLease(tenant, IMPORT_LEASE, running.holder, at),
    advanceImport(tenant, id, then, rowsHash, at),
    ...kept.map((fault, i) => insertImportFault(tenant, id, running.keptFaults + i + 1, fault)),
    ...journal,
  ];
  if (dry || plan.statements.length === 0) await db.batch(progress);
  else {
    const entry = { actor, action: plan.action, subject: id, detail: plan.detail };
    await whileSettled(db, tenant, () => withAudit(db, tenant, at, entry, [...plan.statements, ...progress]));
  }
  plan.done?.();
  running.counts = then;
  running.keptFaults += kept.length;
}

/**
 * Takes in the next rows of the file, all in one transaction: after a kill at any moment they are in, with their journal, or not.
 * @param rowsHash over what is kept of the file up to and with these rows.
 * @throws Refusal 503 `period.closing`; what the database throws, also when another process took the import over.
 */
export function takeBatch(running: Running, raws: readonly (RawRow | RowFault)[], rowsHash: string): Promise<void> {
  const { spec, taking } = running;
  const work = () => replanned(() => write(running, raws, rowsHash));
  return spec.inLine ? spec.inLine(taking.db, taking.tenant, work) : work();
}
