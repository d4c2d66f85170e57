import type { ZodType } from 'zod';
import type { Office } from '#rules/calendar/working-time.ts';
import type { Role } from '#wire/access.ts';
import type { ImportOptions } from '#wire/import.ts';
import type { Outcome } from '#wire/problem.ts';
import type { Refusal } from '../refusal.ts';
import type { Db, Statement } from '../store/db.ts';
import type { PeriodKeys } from '../store/period-keys.ts';
import type { ColumnSet } from './columns.ts';
import type { ReadRow } from './read-row.ts';

/** Who takes a file in, and into what. */
export interface Taking {
  readonly db: Db;
  readonly tenant: string;
  readonly keys: PeriodKeys;
  readonly office: Office;
  readonly options: ImportOptions;
  /** As written beside each change: `import:` and the id. */
  readonly actor: string;
  /** @throws Refusal when this unit is not theirs to touch. */
  readonly mayTouch: (unit: string) => Promise<void>;
}

/** What becomes of one item. */
export interface Planned {
  readonly outcome: Exclude<Outcome['outcome'], 'refused'>;
  /** The item as it stood; `null` = it was not there, or is not changed. */
  readonly before: unknown;
  /** The item as it will stand; `null` = it is not changed. */
  readonly after: unknown;
}

export interface ImportPlan {
  /** One per item, in their order. */
  readonly planned: readonly (Planned | Refusal)[];
  /** For one transaction; empty when nothing changes. */
  readonly statements: readonly Statement[];
  /** For the audit log. */
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** Called when the plan was carried out, or would have been: later batches of a trial build on it. */
  readonly done?: () => void;
}

/** What tells an item from another, and the same item from a changed one. */
export interface Identity {
  readonly key: string;
  readonly hash: string;
}

/** One file being taken in. */
export interface ImportSession<Item> {
  /** A candidate for the schema; what cannot be read is told to `row`. */
  readonly toItem: (row: ReadRow) => unknown;
  /** Instead of `keyOf` and a plain hash, for items nobody who has the database may try out. */
  readonly identify?: (items: readonly Item[], at: Date) => Promise<readonly Identity[]>;
  readonly plan: (items: readonly Item[], at: Date) => Promise<ImportPlan>;
}

/** How what an import made is taken back. */
export interface ImportUndo {
  /** The items as they stand, in the form of {@link Planned.after}; one that is not there is absent. */
  readonly current: (db: Db, tenant: string, keys: readonly string[]) => Promise<ReadonlyMap<string, unknown>>;
  /** Why an item must stay, a Vietnamese sentence by its key. `since`: when the import began. */
  readonly held: (
    db: Db,
    tenant: string,
    keys: readonly string[],
    since: string,
  ) => Promise<ReadonlyMap<string, string>>;
  /** Puts `before` back, or removes the item when it is `null`. */
  readonly back: (
    tenant: string,
    key: string,
    before: unknown,
    actor: string,
    at: Date,
    stands: unknown,
  ) => readonly Statement[];
  /** What of an item as it stands is compared with what the import made; left out = all. */
  readonly compared?: (stands: unknown) => unknown;
  /** Said of an item that is not there any more; left out = that it was changed or removed. */
  readonly gone?: string;
  /** Opens the transaction: it falls when the items may not be touched just now, or somebody wrote in between. */
  readonly guard?: (db: Db, tenant: string, at: Date) => Promise<readonly Statement[]>;
}

/** One kind of file: its columns, what a row becomes, how it is written and taken back. */
export interface ImportKindOf<Item> extends ColumnSet {
  readonly who: readonly Role[];
  readonly schema: ZodType<Item>;
  /** The item's own key within its kind. */
  readonly keyOf: (item: Item) => string;
  /** Which fields go into the hash that tells one file from another; left out = all. For what must not be tried out against it. */
  readonly hashed?: (key: string) => boolean;
  readonly open: (taking: Taking) => Promise<ImportSession<Item>>;
  /** Runs a batch beside other writers of the same rows in this process. */
  readonly inLine?: <T>(db: Db, tenant: string, work: () => Promise<T>) => Promise<T>;
  readonly undo: ImportUndo;
}

// A list of kinds of different items: each is opened and written by its own functions alone.
// biome-ignore lint/suspicious/noExplicitAny: the item's type is known inside the kind only
export type ImportSpec = ImportKindOf<any>;
