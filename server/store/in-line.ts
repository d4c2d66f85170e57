import type { Db } from './db.ts';

/** Runs `work` after all earlier work of this process for the same database and `key` has ended, well or badly. */
export type Line = <T>(db: Db, key: string, work: () => Promise<T>) => Promise<T>;

/** For work that reads before it writes. Work must not ask for its own line again: it would wait for itself. */
export function createLine(): Line {
  /** The end of each line; it never rejects. */
  const ends = new WeakMap<Db, Map<string, Promise<unknown>>>();
  return (db, key, work) => {
    const keys = ends.get(db) ?? new Map<string, Promise<unknown>>();
    ends.set(db, keys);
    const done = (keys.get(key) ?? Promise.resolve()).then(work);
    keys.set(
      key,
      done.catch(() => {}),
    );
    return done;
  };
}
