import { clientId } from '#rules/client-id.ts';
import { QUEUED } from '#rules/outbox.ts';
import { texts } from '../language.ts';
import type { Reply } from '../messages.ts';
import { type Database, type QueueItem, writing } from './database.ts';
import { settings } from './settings.ts';
import { currentPerson } from './switch-person.ts';

/** As long as a batch can be undone. */
const UNDO_MS = 600_000;

const say = texts(
  {
    nobody: 'Chưa rõ ai đang làm việc. Bấm Đổi người và nhập mã PIN.',
    other: 'Đợt này do {who} xác nhận. Chỉ người đã xác nhận hoàn tác được.',
    late: 'Đã quá 10 phút nên không hoàn tác cả đợt được. Mở từng hồ sơ và bấm Chấm lại nếu điểm chưa đúng.',
    gone: 'Đợt này không còn phiếu nào để hoàn tác.',
  },
  {
    nobody: 'Nobody is signed in. Press Switch person and enter the PIN.',
    other: '{who} confirmed this batch. Only who confirmed it can undo it.',
    late: 'More than 10 minutes have passed, so the batch cannot be undone. Open a dossier and press Score again where a score is wrong.',
    gone: 'Nothing is left of this batch to undo.',
  },
);

const failed = (message: string): Reply => ({ ok: false, message });

/** Nobody has tried to send it: the server cannot have it. */
const neverSent = (item: QueueItem | undefined): boolean => item?.state.is === 'queued' && item.state.attempts === 0;

/**
 * Undoes what was confirmed together at the moment `batch`. What never left this browser leaves the queue; of what may have arrived the
 * server is asked to take it back, and until it has, the record says so.
 */
export async function undoBatch(db: Database, batch: number, now: number): Promise<Reply> {
  const [device, person] = await Promise.all([settings.kept('device'), currentPerson()]);
  if (!device || !person) return failed(say('nobody'));
  const records = (await db.getAll('scores')).filter((record) => record.batch === batch);
  const [first] = records;
  if (!first) return failed(say('gone'));
  if (first.officer !== person.officer) return failed(say('other', { who: first.officerLabel }));
  if (now - batch > UNDO_MS || now < batch) return failed(say('late'));
  const tx = writing(db);
  const [queue, scores] = [tx.objectStore('queue'), tx.objectStore('scores')];
  for (const record of records) {
    if (record.state === 'withdrawing') continue;
    const item = await queue.get(record.id);
    if (item) await queue.delete(record.id);
    if (neverSent(item) || record.state === 'refused') {
      await scores.delete(record.code);
      continue;
    }
    const id = clientId(device.tenant, now, crypto.getRandomValues(new Uint8Array(10)));
    const body = { id, dossier: record.code, withdraws: record.id };
    await queue.put({ id, kind: 'withdrawal', body, person, made: now, state: QUEUED });
    await scores.put({ ...record, state: 'withdrawing' });
  }
  await tx.done;
  return { ok: true };
}
