import { setTimeout as sleep } from 'node:timers/promises';
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
import type { Identity, Planned, Taking } from './kind.ts';
import type { ReadRow } from './read-row.ts';
import type { Stretch, Understanding, Understood } from './understand.ts';

/** How long a period may take to be computed before the import gives up; it can be gone on with. */
const CLOSING_TRIES = 60;
/** Tries of a stretch: on a busy machine another process may write faster than one is looked at, for a while. */
const PATIENT = 300;
const CLOSING_PAUSE_MS = 2000;

/** An import under way: what it works with, and how far it is. */
export interface Running extends Understanding {
  readonly taking: Taking;
  readonly id: string;
  readonly dry: boolean;
  readonly holder: string;
  readonly now: () => Date;
  counts: ImportCounts;
  keptFaults: number;
}

/** An item with its own key and the hash of its content. */
interface Known extends Identity {
  readonly row: ReadRow;
  readonly item: unknown;
}

async function identified({ session }: Running, understood: readonly Understood[], at: Date): Promise<Known[]> {
  const items = understood.map(({ item }) => item);
  const own = await session.identify?.(items, at);
  return understood.map(({ row, item, identity }, i) => ({ row, item, ...((identity ?? own?.[i]) as Identity) }));
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

/** Plans the rows, and writes what they change with their journal, their faults and how far the import then is. */
async function write(running: Running, stretches: readonly Stretch[]): Promise<void> {
  const { taking, session, id, dry, now, counts } = running;
  const { db, tenant, actor } = taking;
  const at = now();
  const faults = stretches.flatMap((stretch) => stretch.faults);
  const understood = stretches.flatMap((stretch) => stretch.understood);
  const sum = (of: 'length' | 'read' | 'refused') => stretches.reduce((total, stretch) => total + stretch[of], 0);
  const { first, told: again } = await firstOnes(running, await identified(running, understood, at), faults);
  const plan = await session.plan(
    first.map(({ item }) => item),
    at,
  );
  const outcomes = { created: 0, updated: 0, repeated: again.repeated, refused: sum('refused') + again.refused };
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
    position: counts.position + sum('length'),
    read: counts.read + sum('read'),
    created: counts.created + outcomes.created,
    updated: counts.updated + outcomes.updated,
    repeated: counts.repeated + outcomes.repeated,
    refused: counts.refused + outcomes.refused,
    faults: counts.faults + faults.length,
    notices: counts.notices + notices.length,
  };
  const progress = [
    renewLease(tenant, IMPORT_LEASE, running.holder, at),
    advanceImport(tenant, id, then, stretches.at(-1)?.rowsHash ?? '', at),
    ...kept.map((fault, i) => insertImportFault(tenant, id, running.keptFaults + i + 1, fault)),
    ...journal,
  ];
  if (dry || plan.statements.length === 0) await db.batch(progress);
  else {
    const entry = { actor, action: plan.action, subject: id, detail: plan.detail };
    await whileSettled(db, tenant, at, () => withAudit(db, tenant, at, entry, [...plan.statements, ...progress]));
  }
  plan.done?.();
  running.counts = then;
  running.keptFaults += kept.length;
}

/** @throws Refusal 503 `period.closing` when a period is still being computed after two minutes. */
async function writeWhenSettled(running: Running, work: () => Promise<void>): Promise<void> {
  const { spec, taking, holder, now } = running;
  const { db, tenant } = taking;
  for (let tries = 1; ; tries += 1)
    try {
      return await (spec.inLine ? spec.inLine(db, tenant, work) : work());
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'period.closing') || tries === CLOSING_TRIES) throw error;
      await sleep(CLOSING_PAUSE_MS);
      await db.batch([renewLease(tenant, IMPORT_LEASE, holder, now())]);
    }
}

/**
 * Takes in the next rows of the file, all in one transaction: after a kill at any moment they are in, with their journal, or not. When
 * another process wrote in between, stretch by stretch: a short look and write finds its gap between those of a busy server.
 * @throws Refusal 503 `period.closing`; what the database throws, also when another process took the import over.
 */
export async function takeBatch(running: Running, stretches: readonly Stretch[]): Promise<void> {
  try {
    await writeWhenSettled(running, () => write(running, stretches));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    for (const stretch of stretches)
      await writeWhenSettled(running, () => replanned(() => write(running, [stretch]), PATIENT));
  }
}
