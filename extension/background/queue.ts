import { type OutboxState, QUEUED } from '#rules/outbox.ts';
import type { Person } from '#wire/access.ts';
import type { DossierBody } from '#wire/dossier.ts';
import type { SelfScore } from '#wire/self-score.ts';
import type { ScoreRecord } from '../messages.ts';
import { type Database, type QueueItem, writing } from './database.ts';

/** Where the queue has a dossier. */
export const dossierItemId = (code: string): string => `dossier:${code}`;

/** Puts dossiers in the queue; resolves once they are on the disk. A newer reading takes the place of an unsent one. */
export async function enqueueDossiers(db: Database, bodies: readonly DossierBody[], made: number): Promise<void> {
  if (bodies.length === 0) return;
  const tx = writing(db);
  for (const body of bodies) {
    const item: QueueItem = { id: dossierItemId(body.code), kind: 'dossier', body, made, state: QUEUED };
    await tx.objectStore('queue').put(item);
    const stored = await tx.objectStore('dossiers').get(body.code);
    if (stored) await tx.objectStore('dossiers').put({ ...stored, queued: JSON.stringify(body) });
  }
  await tx.done;
}

/** A self-score with the record of it that is shown to the officer. */
export interface ScoreToSend {
  readonly body: SelfScore;
  readonly record: ScoreRecord;
}

/** Puts self-scores in the queue together with their records, and what is told of them; resolves once all of it is on the disk. */
export async function enqueueScores(
  db: Database,
  scores: readonly ScoreToSend[],
  person: Person,
  made: number,
  beside: readonly QueueItem[] = [],
): Promise<void> {
  const tx = writing(db);
  for (const item of beside) await tx.objectStore('queue').put(item);
  for (const { body, record } of scores) {
    const before = await tx.objectStore('scores').get(record.code);
    // What the server refused of this dossier is answered by scoring it anew.
    if (before?.state === 'refused') await tx.objectStore('queue').delete(before.id);
    await tx.objectStore('queue').put({ id: body.id, kind: 'selfScore', body, person, made, state: QUEUED });
    await tx.objectStore('scores').put(record);
  }
  await tx.done;
}

/** An item this young is on its way; saying "not sent" of it would only flicker. */
const ON_ITS_WAY_MS = 10_000;

/** Items the server has not accepted although they were tried or had the time to be. What was refused for good is not counted. */
export async function unsentCount(db: Database, now: number): Promise<number> {
  return (await db.getAll('queue')).filter(
    ({ state, made }) => state.is === 'waiting' || (state.is !== 'refused' && now - made > ON_ITS_WAY_MS),
  ).length;
}

/** Due at once; that it was tried before is not forgotten, for the server may have it. */
const again = ({ state: { attempts } }: QueueItem): OutboxState => ({ is: 'queued', attempts });

/** Makes everything not refused for good due at once: the server knows this browser again. */
export async function releaseQueue(db: Database): Promise<void> {
  const tx = writing(db);
  for (const item of await tx.objectStore('queue').getAll())
    if (item.state.is !== 'refused') await tx.objectStore('queue').put({ ...item, state: again(item) });
  await tx.done;
}

/** A new token of the same officer serves what he confirmed before: the author stays, only his session was renewed. */
export async function renewPerson(db: Database, person: Person): Promise<void> {
  const tx = writing(db);
  for (const item of await tx.objectStore('queue').getAll())
    if ('person' in item && item.person.officer === person.officer && item.state.is !== 'refused')
      await tx.objectStore('queue').put({ ...item, person, state: again(item) });
  await tx.done;
}
