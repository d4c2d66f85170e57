import { type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';

/** `self`: key, settings · `surveys`: questions with their words · `outbox`: answers on their way, nothing else of anyone. */
export type Shelf = 'self' | 'surveys' | 'outbox';
const SHELVES: Shelf[] = ['self', 'surveys', 'outbox'];

/**
 * Writes to one shelf, with a hold on all: if the browser is killed while two transactions write, Chromium (seen in 156) takes
 * the whole database for corrupt at its next start and empties it.
 */
async function write(db: IDBPDatabase, shelf: Shelf, work: (values: Writable) => readonly Promise<unknown>[]) {
  const transaction = db.transaction(SHELVES, 'readwrite', { durability: 'strict' });
  await Promise.all([...work(transaction.objectStore(shelf)), transaction.done]);
}
type Writable = IDBPObjectStore<unknown, Shelf[], Shelf, 'readwrite'>;

const memory = new Map<string, Map<string, unknown>>();
let opening: Promise<IDBPDatabase> | undefined;
let failed = false;

/** Something is in this page's memory only, because the tablet could not keep it. */
export const storageFailed = () => failed;

async function open(): Promise<IDBPDatabase> {
  opening ??= openDB('dvc-kiosk', 1, {
    upgrade(db) {
      for (const shelf of SHELVES) db.createObjectStore(shelf);
    },
  });
  try {
    return await opening;
  } catch (error) {
    // A tablet that was full for a moment is asked again.
    opening = undefined;
    throw error;
  }
}

function inMemory(shelf: Shelf): Map<string, unknown> {
  const values = memory.get(shelf) ?? new Map<string, unknown>();
  memory.set(shelf, values);
  return values;
}

/**
 * Keeps `values` together; resolves once the disk has them.
 * @param only `there`: what was erased meanwhile stays erased.
 * @returns whether the disk has them: `false` = they live in this page's memory.
 */
export async function putAll(shelf: Shelf, values: ReadonlyMap<string, unknown>, only?: 'there'): Promise<boolean> {
  const kept = inMemory(shelf);
  try {
    const db = await open();
    await write(db, shelf, (disk) =>
      [...values].map(async ([key, value]) => {
        if (!only || kept.has(key) || (await disk.getKey(key)) !== undefined) await disk.put(value, key);
      }),
    );
    for (const key of values.keys()) kept.delete(key);
    failed = [...memory.values()].some((each) => each.size > 0);
    return true;
  } catch {
    failed = true;
    for (const [key, value] of values) kept.set(key, value);
    return false;
  }
}

export const put = (shelf: Shelf, key: string, value: unknown) => putAll(shelf, new Map([[key, value]]));

export async function get<T>(shelf: Shelf, key: string): Promise<T | undefined> {
  const kept = inMemory(shelf).get(key) as T | undefined;
  if (kept !== undefined) return kept;
  return open().then(
    (db) => db.get(shelf, key) as Promise<T | undefined>,
    () => undefined,
  );
}

export async function all<T>(shelf: Shelf): Promise<T[]> {
  const disk = await open().then(
    (db) => db.getAll(shelf) as Promise<T[]>,
    () => [],
  );
  return [...disk, ...(inMemory(shelf).values() as Iterable<T>)];
}

export async function remove(shelf: Shelf, keys: readonly string[]): Promise<void> {
  for (const key of keys) inMemory(shelf).delete(key);
  await open()
    .then((db) => write(db, shelf, (kept) => keys.map((key) => kept.delete(key))))
    .catch(() => undefined);
}

/** Nothing of this tablet's time as a kiosk stays: values, program files and the worker that served them. */
export async function eraseEverything(): Promise<void> {
  memory.clear();
  await open()
    .then(async (db) => {
      const transaction = db.transaction(SHELVES, 'readwrite', { durability: 'strict' });
      await Promise.all([...SHELVES.map((shelf) => transaction.objectStore(shelf).clear()), transaction.done]);
    })
    .catch(() => undefined);
  // Both are there on HTTPS and this machine alone.
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
  for (const found of (await navigator.serviceWorker?.getRegistrations()) ?? []) await found.unregister();
}
