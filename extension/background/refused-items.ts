import { QUEUED } from '#rules/outbox.ts';
import type { RefusedItem } from '../work-messages.ts';
import { type Database, type QueueItem, writing } from './database.ts';

type Shown = Exclude<QueueItem, { kind: 'apology' | 'secondLook' }>;

const isShown = (item: QueueItem): item is Shown => item.kind !== 'apology' && item.kind !== 'secondLook';
const codeOf = (item: Shown): string => (item.kind === 'dossier' ? item.body.code : item.body.dossier);

/** What the server refused of `queue`, the oldest first. A letter it refused is told of beside the letter. */
export function refusedItems(queue: readonly QueueItem[]): RefusedItem[] {
  return queue
    .filter(({ state }) => state.is === 'refused')
    .sort((a, b) => a.made - b.made)
    .flatMap((item) => {
      if (!isShown(item)) return [];
      const officerLabel = 'person' in item ? item.person.label : null;
      return { id: item.id, kind: item.kind, code: codeOf(item), problem: item.problem ?? null, officerLabel };
    });
}

/** Sends a refused item once more: what stood in its way may have been settled on the server. */
export async function retryRefused(db: Database, id: string): Promise<void> {
  const tx = writing(db);
  const item = await tx.objectStore('queue').get(id);
  if (item?.state.is === 'refused' && isShown(item)) {
    const { problem: _, ...rest } = item;
    await tx.objectStore('queue').put({ ...rest, state: QUEUED });
    const record = await tx.objectStore('scores').get(codeOf(item));
    if (record?.id === id)
      await tx.objectStore('scores').put({ ...record, state: 'queued', problem: null, conflict: false });
  }
  await tx.done;
}

/** Puts a refused item away; the record of a score keeps saying that it was refused, so that nobody takes it for recorded. */
export async function discardRefused(db: Database, id: string): Promise<void> {
  const tx = writing(db);
  const item = await tx.objectStore('queue').get(id);
  if (item?.state.is === 'refused' && isShown(item)) {
    await tx.objectStore('queue').delete(id);
    const record = await tx.objectStore('scores').get(codeOf(item));
    if (record?.id === id) await tx.objectStore('scores').put({ ...record, dismissed: true });
  }
  await tx.done;
}
