import type { OutboxState } from '#rules/outbox.ts';
import type { Problem } from '#wire/problem.ts';
import { texts } from '../language.ts';
import type { ScoreRecord } from '../messages.ts';
import type { QueueItem } from './database.ts';

const say = texts(
  { code: 'Máy chủ không nhận (mã {status}). Thử lại; nếu vẫn không được, báo quản trị đơn vị.' },
  { code: 'The server did not take it (code {status}). Try again; if it still fails, tell your unit admin.' },
);

/** Nothing is left to take back: it never arrived, or a newer score stands in its place. */
const NOTHING_LEFT = new Set(['score.unknown', 'score.superseded']);

/** The sentence kept with a refused item, in the server's words where it gave some. */
export function refusalOf(state: OutboxState, problem: Problem | null): string | null {
  return state.is === 'refused' ? (problem?.message ?? say('code', { status: state.status })) : null;
}

/** Whether the item is at its end and leaves the queue; the rest of what was refused stays to be looked at. */
export function isDone(item: QueueItem, state: OutboxState, problem: Problem | null): boolean {
  if (state.is === 'delivered') return true;
  if (state.is !== 'refused') return false;
  return (
    item.kind === 'apology' ||
    item.kind === 'secondLook' ||
    (item.kind === 'withdrawal' && NOTHING_LEFT.has(problem?.code ?? ''))
  );
}

/** The record of the dossier's score after its score or its withdrawal was answered; `null` = there is none any more. */
export function recordAfter(
  record: ScoreRecord,
  item: QueueItem,
  state: OutboxState,
  problem: Problem | null,
): ScoreRecord | null {
  if (item.kind === 'selfScore' && record.id === item.id) {
    if (state.is === 'delivered') return { ...record, state: 'sent', problem: null, conflict: false };
    if (state.is !== 'refused') return record;
    const conflict = problem?.code === 'score.conflict';
    return { ...record, state: 'refused', problem: refusalOf(state, problem), conflict };
  }
  if (item.kind === 'withdrawal' && record.id === item.body.withdraws) {
    if (isDone(item, state, problem)) return null;
    return state.is === 'refused' ? { ...record, state: 'sent', problem: refusalOf(state, problem) } : record;
  }
  return record;
}
