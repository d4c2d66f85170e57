import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';
import type { Db } from './db.ts';
import type { Accepted, IntakeItem } from './intake-item.ts';
import { type IntakePlan, planIntake } from './intake-plan.ts';
import { isOvertaken, pauseMs } from './overtaken.ts';
import type { PeriodKeys } from './period-keys.ts';
import { storeBusy } from './store-busy.ts';

export interface Intake {
  /**
   * Resolves once the response is durable.
   * @throws Refusal 409 `response.conflict` `token.used`, 410 `period.late` `response.erased`, 422
   * `period.none` `tenant.mismatch` `unit.unknown`, 503 `busy` `store.busy` `key.lost`.
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

/** So many are taken at once whenever they wait; of more only half, for while one group is written the next is planned. */
const TAKEN_WHOLE = 128;

/** Tries of a group when several processes store at once. */
const ATTEMPTS = 50;

/** Another process stored in between, or the very same response. */
const fellToAnother = (fault: unknown) => isOvertaken(fault, 'sequences.next') || isOvertaken(fault, 'receipts');

const isStoreFault = (error: unknown) => error instanceof Refusal && error.code.startsWith('store.');

export interface IntakeOptions {
  readonly db: Db;
  readonly keys: PeriodKeys;
  readonly now: () => Date;
  /** Milliseconds the first of a group waits for company. */
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
  windowMs = 1,
  maxBatch = 1000,
  maxQueue = 10_000,
  onCommit,
}: IntakeOptions): Intake {
  const queue: Waiting[] = [];
  let draining: Promise<void> | null = null;
  let closed = false;
  /** Of one response, as the last groups took it; a first guess until one was stored. */
  let msEach = 1;

  /** Planned while the group before them is written. */
  let next: readonly Waiting[] = [];

  const takeGroup = () => queue.splice(0, Math.min(maxBatch, Math.max(TAKEN_WHOLE, queue.length / 2)));
  const waiting = () => queue.length + next.length;
  const refusal = () => busy(closed ? 2 : (waiting() * msEach) / 1000);

  const planOf = (group: readonly Waiting[], before?: IntakePlan) =>
    planIntake(
      db,
      keys,
      now(),
      group.map((w) => w.item),
      before,
    );

  // Also with nothing to write: what a repeated item is told is stored must be as durable as if it had just been written.
  const write = ({ statements }: IntakePlan) => db.batch(statements);

  function tell(group: readonly Waiting[], { outcomes }: IntakePlan): void {
    for (const { item, resolve, reject } of group) {
      const outcome = outcomes.get(item);
      if (outcome instanceof Refusal) reject(outcome);
      else if (outcome) resolve(outcome);
    }
  }

  async function storeAlone(group: readonly Waiting[]): Promise<void> {
    const plan = await planOf(group);
    await write(plan);
    tell(group, plan);
  }

  /**
   * A group that fell because another process wrote in between is planned anew; one that fell otherwise is halved until the bad item
   * is alone. What the store itself refuses now, full or busy, it would refuse of each half as well: the whole group hears it at once.
   */
  async function storeFallen(group: readonly Waiting[], first: unknown): Promise<void> {
    let fault = first;
    for (let attempt = 1; attempt < ATTEMPTS && fellToAnother(fault); attempt += 1) {
      await sleep(pauseMs(attempt));
      try {
        return await storeAlone(group);
      } catch (error) {
        fault = error;
      }
    }
    if (fellToAnother(fault)) fault = storeBusy(fault);
    if (group.length === 1 || isStoreFault(fault)) {
      for (const { reject } of group) reject(fault);
      return;
    }
    const middle = Math.ceil(group.length / 2);
    for (const half of [group.slice(0, middle), group.slice(middle)])
      await storeAlone(half).catch((error: unknown) => storeFallen(half, error));
  }

  /**
   * Writes a group, and plans the one after it meanwhile: a commit is mostly waiting for the disk.
   * @returns the plan of `next`, where it was made and what it builds on is stored.
   */
  async function store(group: readonly Waiting[], planned: IntakePlan | null): Promise<IntakePlan | null> {
    try {
      const plan = planned ?? (await planOf(group));
      const written = write(plan);
      await Promise.race([written, sleep(windowMs)]);
      next = takeGroup();
      // What fails here fails again when it is planned by itself, and is told then.
      const after = next.length ? planOf(next, plan).catch(() => null) : null;
      await written;
      tell(group, plan);
      return await after;
    } catch (error) {
      await storeFallen(group, error);
      return null;
    }
  }

  async function drain(): Promise<void> {
    if (queue.length < maxBatch && !closed) await sleep(windowMs);
    let planned: IntakePlan | null = null;
    while (waiting()) {
      const group: readonly Waiting[] = next.length ? next : takeGroup();
      next = [];
      const start = performance.now();
      planned = await store(group, planned);
      const ms = performance.now() - start;
      msEach = 0.7 * msEach + (0.3 * ms) / group.length;
      onCommit?.(group.length, ms / 1000);
    }
    draining = null;
  }

  return {
    add(item) {
      if (closed || waiting() >= maxQueue) return Promise.reject(refusal());
      return new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        draining ??= drain();
      });
    },
    requireRoom() {
      if (closed || waiting() >= maxQueue) throw refusal();
    },
    waiting,
    async close() {
      closed = true;
      await draining;
    },
  };
}
