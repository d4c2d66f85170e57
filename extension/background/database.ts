import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { LocalTime } from '#rules/law.ts';
import type { OutboxState } from '#rules/outbox.ts';
import type { Person } from '#wire/access.ts';
import type { Apology } from '#wire/apology.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { SecondLook } from '#wire/second-look.ts';
import type { SelfScore, SelfScoreWithdrawal } from '#wire/self-score.ts';
import type { KnownReading } from '../known-reading.ts';
import type { ScoreRecord } from '../messages.ts';

export interface StoredDossier {
  readonly code: string;
  readonly reading: KnownReading;
  readonly seen: LocalTime;
  /** The body last put in the queue, as text; an unchanged dossier is not sent again. */
  readonly queued: string | null;
  /** Code of the officer who was at this browser when a screen last showed it; absent = nobody had given a PIN. */
  readonly seenBy?: string;
}

interface QueuedItem {
  /**
   * Client id of a self-score, its withdrawal or the offer of a second look; `dossier:<code>` of a dossier, so that a newer reading takes the place of an unsent one;
   * `apology:<code> <sent>` of a letter.
   */
  readonly id: string;
  /** Changes whenever the body does; an answer to an older body settles nothing. */
  readonly made: number;
  readonly state: OutboxState;
  /** Vietnamese sentence with which the server refused it; absent = it did not. */
  readonly problem?: string;
}
export type QueueItem =
  | (QueuedItem & { readonly kind: 'dossier'; readonly body: DossierBody })
  | (QueuedItem & { readonly kind: 'apology'; readonly body: Apology })
  | (QueuedItem & { readonly kind: 'withdrawal'; readonly body: SelfScoreWithdrawal; readonly person: Person })
  | (QueuedItem & { readonly kind: 'secondLook'; readonly body: SecondLook; readonly person: Person })
  | (QueuedItem & { readonly kind: 'selfScore'; readonly body: SelfScore; readonly person: Person });

interface Schema extends DBSchema {
  dossiers: { key: string; value: StoredDossier; indexes: { seen: LocalTime } };
  queue: { key: string; value: QueueItem };
  scores: { key: string; value: ScoreRecord };
}
export type Database = IDBPDatabase<Schema>;

/** The only database of the extension, opened by the background alone. */
export function openDatabase(name = 'danhgia-dvc'): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('dossiers', { keyPath: 'code' }).createIndex('seen', 'seen');
      db.createObjectStore('queue', { keyPath: 'id' });
      db.createObjectStore('scores', { keyPath: 'code' });
    },
  });
}

/**
 * A transaction that writes. What is acknowledged is on the disk, not in a buffer of the system (`strict`). It holds every
 * store, so that each waits for the one before: if the browser is killed while two write, Chromium (seen in 156) takes the
 * whole database for corrupt at its next start and empties it.
 */
export const writing = (db: Database) =>
  db.transaction(['dossiers', 'queue', 'scores'], 'readwrite', { durability: 'strict' });
