import { createHash, type Hash } from 'node:crypto';
import type { ImportOptions } from '#wire/import.ts';
import { Refusal } from '../refusal.ts';
import { withAudit } from '../store/audit.ts';
import { endImport, IMPORT_LEASE, type StoredImport, stopAsked } from '../store/imports.ts';
import { dropLease, renewLease } from '../store/leases.ts';
import { actorOfImport, beginImport, lostLease, type Start } from './begin-import.ts';
import { knownHeaders, mapColumns, requireColumns } from './columns.ts';
import { foundIn } from './found-in.ts';
import type { ImportSpec, Taking } from './kind.ts';
import { importKinds } from './kinds/index.ts';
import { openFile } from './open-file.ts';
import type { Reading } from './read-row.ts';
import { FileRefused, isFault, type OpenedFile, type RawRow, type RowFault } from './row.ts';
import { type Running, takeBatch } from './take-batch.ts';
import { beginStretch, type Stretch } from './understand.ts';

/** Rows of a stretch, and stretches of a transaction: enough to share pages and a durable commit, few enough that others wait for a blink. */
const STRETCH = 512;
const STRETCHES = 8;
/** From a slow line what has come is written before the lease runs out, and shows as progress. */
const SLOW_MS = 10_000;
/** A long way through rows that are in already renews the lease now and then. */
const RENEWED_ROWS = 50_000;

export interface ImportOrder {
  readonly spec: ImportSpec;
  readonly id: string;
  readonly dry: boolean;
  /** Who asks, for the audit log; what the import writes carries its own id. */
  readonly by: string;
  readonly taking: Omit<Taking, 'actor'>;
  readonly input: AsyncIterable<Uint8Array>;
  /** Name of the file, where there is one. */
  readonly name: string | null;
  readonly now: () => Date;
  /** Called after each batch. */
  readonly onProgress?: (read: number, refused: number) => void;
}

const options = ({ encoding, separator, dateOrder, sheet }: ImportOptions, known: ReadonlySet<string>) => ({
  known,
  ...(encoding ? { encoding } : {}),
  ...(separator ? { separator } : {}),
  ...(dateOrder ? { dateOrder } : {}),
  ...(sheet ? { sheet } : {}),
});

/** @throws Refusal 422 with the reader's own code when the file cannot be read at all. */
async function opened({ spec, taking, input, name }: ImportOrder): Promise<OpenedFile> {
  try {
    return await openFile(input, name, options(taking.options, knownHeaders(spec)));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new Refusal(422, error.code, error.message);
  }
}

/** Adds to the hash what is kept of a row: the columns that are read, and where a fault stands. */
function addRow(hash: Hash, raw: RawRow | RowFault, keys: readonly string[]): void {
  const kept = isFault(raw) ? [raw.row, raw.code] : [raw.row, ...keys.map((key) => raw.cells[key] ?? null)];
  hash.update(`${JSON.stringify(kept)}\n`);
}

function differs(): Refusal {
  return new Refusal(
    409,
    'import.differs',
    'Tệp này khác tệp của lần nhập mang mã này. Chọn đúng tệp để nhập tiếp, hoặc nhập thành lần mới.',
  );
}

/** Takes the rows in from where the import stands. @returns how it ended. */
async function takeRows(
  order: ImportOrder,
  running: Running,
  rows: OpenedFile['rows'],
  stood: StoredImport,
): Promise<'done' | 'stopped'> {
  const { db, tenant } = running.taking;
  const { spec } = order;
  const hashed = [...running.reading.map.read].filter(([key]) => spec.hashed?.(key) ?? true).map(([, { key }]) => key);
  const hash = createHash('sha256');
  const digest = () => hash.copy().digest('hex');
  const finished = stood.state === 'done';
  let passed = 0;
  let batch: Stretch[] = [];
  let stretch = beginStretch(running);
  let written = order.now().getTime();
  /** The next rows are read and understood while those before are written. */
  let writing: Promise<void> = Promise.resolve();
  const endStretch = () => {
    if (stretch.length()) batch.push(stretch.end(digest()));
    stretch = beginStretch(running);
  };
  const write = () => {
    const stretches = batch;
    batch = [];
    written = order.now().getTime();
    writing = takeBatch(running, stretches).then(() => order.onProgress?.(running.counts.read, running.counts.refused));
    // Whoever waits for it next hears of it, however the reading ends meanwhile.
    writing.catch(() => {});
  };
  try {
    for await (const raw of rows) {
      if (passed === stood.position && (digest() !== stood.rowsHash || finished)) throw differs();
      addRow(hash, raw, hashed);
      passed += 1;
      if (passed <= stood.position) {
        if (passed % RENEWED_ROWS === 0)
          await db.batch([renewLease(tenant, IMPORT_LEASE, running.holder, running.now())]);
        continue;
      }
      stretch.add(raw);
      const slow = order.now().getTime() - written > SLOW_MS;
      if (stretch.length() < STRETCH && !slow) continue;
      endStretch();
      if (batch.length < STRETCHES && !slow) continue;
      await writing;
      if (await stopAsked(db, tenant, order.id)) return 'stopped';
      write();
    }
    await writing;
    if (passed < stood.position || (passed === stood.position && digest() !== stood.rowsHash)) throw differs();
    endStretch();
    if (batch.length) write();
    await writing;
    return 'done';
  } finally {
    await writing.catch(() => {});
  }
}

/**
 * Takes a file in while it arrives, batch by batch; whatever stops it, the same file with the same id goes on where it stopped. A
 * finished import met again writes nothing.
 * @throws Refusal 409 `import.busy` `import.differs` `import.ended`, 422 `import.columns` and the reader's, 503 `period.closing`.
 */
export async function runImport(order: ImportOrder): Promise<void> {
  const { spec, id, dry, by, now } = order;
  const taking: Taking = { ...order.taking, actor: actorOfImport(id) };
  const { db, tenant } = taking;
  const file = await opened(order);
  const map = mapColumns(spec, file.columns);
  requireColumns(spec, map, file.columns, taking.options, importKinds);
  const session = await spec.open(taking);
  const start: Start = {
    id,
    kind: spec.kind,
    dry,
    actor: by,
    options: JSON.stringify(taking.options),
    found: JSON.stringify(foundIn(file, spec, map)),
    rowsHash: createHash('sha256').digest('hex'),
  };
  const { holder, stood, keptFaults } = await beginImport(db, tenant, start, now);
  const reading: Reading = { specs: spec.columns, map, orders: file.detected.dateOrders, office: taking.office };
  const running: Running = { spec, taking, session, reading, id, dry, holder, now, counts: stood, keptFaults };
  try {
    const state = await takeRows(order, running, file.rows, stood);
    if (stood.state === 'done') return;
    await ended(running, by, state, null);
  } catch (error) {
    if (error instanceof FileRefused) {
      const { code, message } = error;
      await ended(running, by, 'failed', JSON.stringify({ code, message }));
      return;
    }
    throw lostLease(error);
  } finally {
    await db.batch([dropLease(tenant, IMPORT_LEASE, holder)]);
  }
}

async function ended(
  { taking: { db, tenant }, spec, id, dry, now, counts }: Running,
  by: string,
  state: 'done' | 'stopped' | 'failed',
  failure: string | null,
): Promise<void> {
  const at = now();
  const statements = [
    endImport(tenant, id, state, failure, at),
    // A trial keeps nothing but its report.
    ...(dry ? [{ sql: 'delete from import_rows where tenant = ? and import = ?', params: [tenant, id] }] : []),
  ];
  if (dry) await db.batch(statements);
  else {
    const { created, updated, repeated, refused } = counts;
    const detail = { kind: spec.kind, created, updated, repeated, refused };
    await withAudit(db, tenant, at, { actor: by, action: `import.${state}`, subject: id, detail }, statements);
  }
}
