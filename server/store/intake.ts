import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import type { Db } from './db.ts';
import type { Accepted, IntakeItem } from './intake-item.ts';
import { planIntake } from './intake-plan.ts';
import { isOvertaken, pauseMs } from './overtaken.ts';
import type { PeriodKeys } from './period-keys.ts';

export interface Intake {
  /**
   * Resolves once the response is durable.
   * @throws Refusal 409 `response.conflict` `token.used`, 410 `period.late` `response.erased`, 422
   * `period.none`, 503 `busy` `key.lost`.
   */
  add(item: IntakeItem): Promise<Accepted>;
  /** For asking before a body is read. @throws Refusal 503 `busy` with Retry-After when nothing more can be taken. */
  requireRoom(): void;
  /** Responses that wait for their commit. */
  waiting(): number;
  /** Takes nothing new and resolves when everything taken is settled. */
  close(): Promise<void>;
}

interface Waiting {
  readonly item: IntakeItem;
  resolve(accepted: Accepted): void;
  reject(error: unknown): void;
}

/** Longer nobody is sent away: by then the line is another. */
const MOST_SECONDS = 60;

/** @param seconds in which what waits will have been stored. */
function busy(seconds: number): Refusal {
  const wait = String(Math.min(MOST_SECONDS, Math.max(1, Math.ceil(seconds))));
  return new Refusal(
    503,
    'busy',
    'Đang có nhiều người gửi. Câu trả lời vẫn còn và đang tự gửi lại. Xin giữ trang này mở.',
    { headers: { 'retry-after': wait }, values: { s: wait } },
  );
}

/** Tries of a group when several processes store at once. */
const ATTEMPTS = 50;

const isStoreFault = (error: unknown) => error instanceof Refusal && error.code.startsWith('store.');

export interface IntakeOptions {
  readonly db: Db;
  readonly keys: PeriodKeys;
  readonly now: () => Date;
  /** How long the first of a group waits for company. */
  readonly windowMs?: number;
  readonly maxBatch?: number;
  readonly maxQueue?: number;
  /** Told of each group that was settled: how many responses, in how many seconds. */
  readonly onCommit?: ((n: number, seconds: number) => void) | undefined;
}

/**
 * The one way a response enters the database: a bounded queue drained in groups, each group one transaction of rows,
 * links, receipts and counts, so that hundreds share the cost of one durable commit.
 */
export function createIntake({
  db,
  keys,
  now,
  windowMs = 2,
  maxBatch = 1000,
  maxQueue = 10_000,
  onCommit,
}: IntakeOptions): Intake {
  const queue: Waiting[] = [];
  let draining: Promise<void> | null = null;
  let closed = false;
  /** Of one response, as the last groups took it; a first guess until one was stored. */
  let msEach = 1;

  const refusal = () => busy(closed ? 2 : (queue.length * msEach) / 1000);

  async function commit(group: readonly Waiting[]): Promise<void> {
    const plan = await planIntake(
      db,
      keys,
      now(),
      group.map((w) => w.item),
    );
    // Also with nothing to write: what a repeated item is told is stored must be as durable as if it had just been written.
    await db.batch(plan.statements);
    for (const { item, resolve, reject } of group) {
      const outcome = plan.outcomes.get(item);
      if (outcome instanceof Refusal) reject(outcome);
      else if (outcome) resolve(outcome);
    }
  }

  /**
   * A group that falls because another process wrote in between is planned anew; one that falls otherwise is halved until the bad item
   * is alone. What the store itself refuses now, full or busy, it would refuse of each half as well: the whole group hears it at once.
   */
  async function settle(group: readonly Waiting[]): Promise<void> {
    let fault: unknown;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        return await commit(group);
      } catch (error) {
        fault = error;
        if (!isOvertaken(error, 'sequences.next')) break;
        await sleep(pauseMs(attempt));
      }
    }
    if (group.length === 1 || isStoreFault(fault)) {
      for (const { reject } of group) reject(fault);
      return;
    }
    const half = Math.ceil(group.length / 2);
    await settle(group.slice(0, half));
    await settle(group.slice(half));
  }

  async function drain(): Promise<void> {
    if (queue.length < maxBatch && !closed) await new Promise((resolve) => setTimeout(resolve, windowMs));
    while (queue.length) {
      const group = queue.splice(0, maxBatch);
      const start = performance.now();
      await settle(group);
      const ms = performance.now() - start;
      msEach = 0.7 * msEach + (0.3 * ms) / group.length;
      onCommit?.(group.length, ms / 1000);
    }
    draining = null;
  }

  return {
    add(item) {
      if (closed || queue.length >= maxQueue) return Promise.reject(refusal());
      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        draining ??= drain();
      });
    },
    requireRoom() {
      if (closed || queue.length >= maxQueue) throw refusal();
    },
    waiting: () => queue.length,
    async close() {
      closed = true;
      await draining;
    },
  };
}
