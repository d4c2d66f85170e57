import { claim, dueAt, hurry, type OutboxState, QUEUED, settle } from '#rules/outbox.ts';
import type { KioskAnswer } from '#wire/kiosk.ts';
import type { Outcome } from '#wire/problem.ts';
import { all, put, putAll, remove } from './database.ts';
import { ask } from './server.ts';

/** One answer on its way; gone from the tablet as soon as the server has it. */
interface Kept {
  readonly body: KioskAnswer;
  /** Milliseconds since 1970 by this tablet's clock. */
  readonly answered: number;
  readonly state: OutboxState;
}

const BATCH = 500;
/** The server reads 1 MiB at once; long comments fill that before there are 500 of them. */
const BATCH_BYTES = 800_000;
/** Longer than any wait that was asked for: a time beyond it comes from a clock that was wrong then. */
const BELIEVED_MS = 900_000;
const owner = crypto.getRandomValues(new Uint32Array(4)).join('.');

/**
 * Keeps an answer before anything is sent. @param holdMs how long it may still be taken back; it goes out after that even if
 * the page is gone meanwhile. @returns whether the disk has it.
 */
export function enqueue(body: KioskAnswer, holdMs = 0): Promise<boolean> {
  const now = Date.now();
  const state: OutboxState = holdMs ? { is: 'waiting', attempts: 0, retryAt: now + holdMs, reason: 'server' } : QUEUED;
  return put('outbox', body.id, { body, answered: now, state } satisfies Kept);
}

export const takeBack = (id: string) => remove('outbox', [id]);

/** The network is back: what waited for it alone goes out with the next delivery. */
export async function hurryAll(): Promise<void> {
  const due = (await all<Kept>('outbox')).filter(({ state }) => hurry(state) !== state);
  await putAll('outbox', new Map(due.map((kept) => [kept.body.id, { ...kept, state: hurry(kept.state) }])), 'there');
}

export const countKept = async () => (await all('outbox')).length;

/** What one delivery did. */
export interface Delivered {
  readonly left: number;
  readonly received: number;
  /** The server refused them for good; they are gone. */
  readonly refused: number;
  /** The server does not know this tablet any more. */
  readonly revoked: boolean;
}

/**
 * What became of one answer. Only the server's word on itself ends it: a refusal of the whole call says nothing of any answer in
 * it, and `period.none`, no period that takes that day yet, is not its fault. Both wait.
 */
function statusOf(outcome: Outcome | undefined, whole: number | null): number | null {
  if (whole === null) return null;
  if (whole >= 300 || !outcome) return 503;
  if (outcome.outcome !== 'refused') return 200;
  return outcome.problem.code === 'period.none' ? 503 : outcome.status;
}

/**
 * Sends what is due, at most 500 at once, oldest first. That it is being sent is not written down: one tablet shows one page,
 * and an item sent twice is stored once.
 */
export async function deliverDue(key: string): Promise<Delivered> {
  const now = Date.now();
  const waiting = await all<Kept>('outbox');
  const mine: Kept[] = [];
  let bytes = 0;
  for (const kept of waiting.sort((a, b) => (a.body.id < b.body.id ? -1 : 1))) {
    const due = dueAt(kept.state);
    const before = due !== null && due - now > BELIEVED_MS ? QUEUED : kept.state;
    if (mine.length === BATCH || bytes > BATCH_BYTES) break;
    const state = claim(before, owner, now);
    if (!state) continue;
    mine.push({ ...kept, state });
    bytes += new TextEncoder().encode(JSON.stringify(kept.body)).length;
  }
  if (!mine.length) return { left: waiting.length, received: 0, refused: 0, revoked: false };
  const bodies = mine.map(({ body, answered }) => ({
    ...body,
    ageSeconds: Math.max(0, Math.round((now - answered) / 1000)),
  }));
  const answer = await ask<{ outcomes: Outcome[] }>('POST', '/v1/kiosk/responses', key, bodies);
  const whole = answer.body && !answer.body.outcomes ? null : answer.status;
  const over: string[] = [];
  const again = new Map<string, Kept>();
  let received = 0;
  for (const [i, kept] of mine.entries()) {
    const own = answer.body?.outcomes?.[i];
    const asked = own?.outcome === 'refused' ? own.retryAfter : undefined;
    const attempt = { status: statusOf(own, whole), retryAfter: asked ?? answer.retryAfter };
    const state = settle(kept.state, owner, attempt, Date.now(), Math.random());
    if (dueAt(state) === null) over.push(kept.body.id);
    else again.set(kept.body.id, { ...kept, state });
    if (state.is === 'delivered') received += 1;
  }
  // The tablet may have been erased while the answers were under way.
  if (again.size) await putAll('outbox', again, 'there');
  if (over.length) await remove('outbox', over);
  return {
    left: waiting.length - over.length,
    received,
    refused: over.length - received,
    revoked: answer.problem.code === 'key.revoked' || answer.problem.code === 'key.bad',
  };
}
