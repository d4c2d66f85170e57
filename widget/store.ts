const SHELVES = ['outbox', 'drafts', 'surveys'] as const;
export type Shelf = (typeof SHELVES)[number];
export type Trouble = 'storage.blocked' | 'storage.full';

/** A cheap phone may take seconds; the questions do not wait for it. */
const PATIENCE_MS = 5_000;

const memory = new Map<string, unknown>();
let database: Promise<IDBDatabase> | undefined;
let trouble: Trouble = 'storage.blocked';

/** Why a value is in this page's memory only; `null` = it is on the disk. */
export const troubleWith = (shelf: Shelf, key: string) => (memory.has(shelf + key) ? trouble : null);

/**
 * Replaces the value under `key` by `change(value)`, in one transaction that other tabs wait for; `undefined` deletes it.
 * Resolves once the disk has it. Where the browser refuses, the value lives in memory and `troubleWith` says why.
 */
export async function update<T>(
  shelf: Shelf,
  key: string,
  change: (value?: T) => T | undefined,
): Promise<T | undefined> {
  const place = shelf + key;
  if (!memory.has(place))
    try {
      let next: T | undefined;
      await within(shelf, (values) => {
        const read = values.get(key);
        read.onsuccess = () => {
          next = change(read.result);
          next === undefined ? values.delete(key) : values.put(next, key);
        };
      });
      return next;
    } catch (error) {
      trouble = (error as Error | null)?.name === 'QuotaExceededError' ? 'storage.full' : 'storage.blocked';
    }
  const next = change(memory.get(place) as T | undefined);
  next === undefined ? memory.delete(place) : memory.set(place, next);
  return next;
}

/** Everything on a shelf, from disk and memory. */
export async function all<T>(shelf: Shelf): Promise<T[]> {
  const kept = [...memory].flatMap(([place, value]) => (place.startsWith(shelf) ? [value as T] : []));
  try {
    let read: IDBRequest<T[]> | undefined;
    await within(shelf, (values) => {
      read = values.getAll();
    });
    return [...kept, ...(read?.result ?? [])];
  } catch {
    return kept;
  }
}

/** One transaction; resolves when it is complete, which for a strict one means on the disk. */
async function within(shelf: Shelf, work: (values: IDBObjectStore) => void): Promise<void> {
  database ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open('dvc-survey', 1);
    opening.onupgradeneeded = () => {
      for (const name of SHELVES) opening.result.createObjectStore(name);
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    database?.then(resolve, reject);
    // A store that never opens must not hold anything up; one that opens late serves whoever comes after.
    setTimeout(reject, PATIENCE_MS);
  });
  // All shelves, so that each waits for the one before: if the browser is killed while two write, Chromium (seen in 156) takes
  // the whole store for corrupt at its next start and empties it.
  const transaction = opened.transaction(SHELVES, 'readwrite', { durability: 'strict' });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
    work(transaction.objectStore(shelf));
  });
}
