import { dueAt, type OutboxState } from '#rules/outbox.ts';
import { type Database, type QueueItem, writing } from './database.ts';
import { dossierItemId } from './queue.ts';

/** As long as the dossier waits; a person who asks makes both due at once. */
function until(at: number, { attempts }: OutboxState): OutboxState {
  return at > 0 ? { is: 'waiting', attempts, retryAt: at, reason: 'network' } : { is: 'queued', attempts };
}

/**
 * The items that may be sent now. One that speaks of a dossier still on its way itself waits as long as it does: the server, which does
 * not know the dossier yet, would refuse it for good.
 */
export async function afterDossier(db: Database, batch: readonly QueueItem[]): Promise<readonly QueueItem[]> {
  const tx = writing(db);
  const queue = tx.objectStore('queue');
  const free: QueueItem[] = [];
  for (const item of batch) {
    const dossier = 'dossier' in item.body ? await queue.get(dossierItemId(item.body.dossier)) : undefined;
    const at = dossier ? dueAt(dossier.state) : null;
    if (at === null) free.push(item);
    else {
      const current = await queue.get(item.id);
      if (current?.made === item.made) await queue.put({ ...current, state: until(at, current.state) });
    }
  }
  await tx.done;
  return free;
}
