import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Db, Statement } from './db.ts';
import type { Accepted, IntakeItem } from './intake-item.ts';
import { keyLost, keyLostRefusal } from './key-lost.ts';
import { type Answered, insertLink, linkablePeriods, takenLinks, type Voice, voiceOf } from './links.ts';
import type { PeriodKeys } from './period-keys.ts';
import { periodsOf } from './periods.ts';
import { placesOf, requireUnit } from './places.ts';
import {
  editableUntil,
  hideReceipt,
  insertReceipt,
  newReceiptCode,
  type Receipt,
  receiptsOf,
  repeatOf,
} from './receipts.ts';
import { advance, nextNumbers } from './response-numbers.ts';
import { responsePeriod } from './response-period.ts';
import { insertResponse } from './responses.ts';
import { countSteps, type Step } from './survey-steps.ts';
import { type Count, tallyStatements } from './tallies.ts';
import { together } from './together.ts';
import { tokenUsed } from './token-refusal.ts';

/** What of a tenant a plan would have stored, for the plan of the group after it. */
interface Ahead {
  /** The next free response number of each period it stores in. */
  readonly next: ReadonlyMap<string, number>;
  /** By client id. */
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly taken: ReadonlyMap<string, Answered>;
}

/** What a group of items would write, and the outcome of each once that is written. */
export interface IntakePlan {
  readonly statements: readonly Statement[];
  readonly outcomes: ReadonlyMap<IntakeItem, Accepted | Refusal>;
  readonly ahead: ReadonlyMap<string, Ahead>;
}

const NOTHING: Ahead = { next: new Map(), receipts: new Map(), taken: new Map() };

function grouped<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

/** Links of `items` taken before now, in whichever period: a dossier is answered for once per stage and voice. */
async function takenOf(db: Db, keys: PeriodKeys, tenant: string, periods: readonly string[], items: IntakeItem[]) {
  const taken = new Map<string, Answered>();
  const named = items.flatMap(({ dossier, linkStage, row }) =>
    dossier === null ? [] : { dossier, linkStage, voice: voiceOf(row.proof) },
  );
  for (const period of named.length ? periods : []) {
    const links = named.map(({ dossier, linkStage, voice }) => keys.link(tenant, period, linkStage, voice, dossier));
    for (const [link, answered] of await takenLinks(db, tenant, period, links)) taken.set(link, answered);
  }
  return taken;
}

/** Where the answers of `items` go whose units were not made sure of yet, by the day asked for. */
async function placesFor(db: Db, tenant: string, items: readonly IntakeItem[]) {
  const unitsOn = new Map<IsoDate | null, Set<string>>();
  for (const { unitOn, row } of items)
    if (unitOn !== undefined) unitsOn.set(unitOn, (unitsOn.get(unitOn) ?? new Set()).add(row.unit));
  return new Map(
    await Promise.all(
      [...unitsOn].map(async ([on, units]) => [on, await placesOf(db, tenant, [...units], on)] as const),
    ),
  );
}

/** Those of `open` something was already stored in under a key that is gone. */
async function lostOf(db: Db, keys: PeriodKeys, tenant: string, open: readonly string[]): Promise<Set<string>> {
  const lost = new Set<string>();
  for (const period of open) if (await keyLost(db, keys, tenant, period)) lost.add(period);
  return lost;
}

async function planTenant(
  db: Db,
  keys: PeriodKeys,
  now: Date,
  tenant: string,
  items: IntakeItem[],
  outcomes: Map<IntakeItem, Accepted | Refusal>,
  before: Ahead,
): Promise<{ statements: Statement[]; ahead: Ahead }> {
  const ids = items.map(({ id }) => id);
  // Numbers before links: whatever another process stores from here on moves the numbers, and this plan falls (`advance`). An id that
  // another process takes meanwhile falls on its key, so it may be looked up at the same time.
  const [numbers, periods, places, known] = await Promise.all([
    nextNumbers(db, tenant),
    periodsOf(db, tenant),
    placesFor(db, tenant, items),
    receiptsOf(db, tenant, ids),
  ]);
  // The group before may be stored already or not: its numbers are what both come to.
  const from = new Map([...numbers, ...before.next]);
  const keyed = linkablePeriods(keys, tenant, periods);
  const open = periods.filter((p) => p.state === 'open').map((p) => p.period);
  const [answeredFor, lost] = await Promise.all([
    takenOf(db, keys, tenant, keyed, items),
    lostOf(db, keys, tenant, open),
  ]);
  const receipts = new Map(before.receipts);
  for (const [id, receipt] of known) receipts.set(id, receipt);
  const taken = new Map(before.taken);
  for (const [link, answered] of answeredFor) taken.set(link, answered);
  const ahead = {
    next: new Map<string, number>(),
    receipts: new Map<string, Receipt>(),
    taken: new Map<string, Answered>(),
  };
  const rows: Statement[] = [];
  const counts = new Map<string, Count[]>();
  const steps = new Map<string, Step[]>();
  const also: Statement[] = [];

  /** A key is made once, for the first answer of its period; a lost one is never replaced. */
  function requireKey(period: string): void {
    if (lost.has(period)) throw keyLostRefusal();
    if (keyed.includes(period)) return;
    keys.create(tenant, period);
    keyed.push(period);
  }

  function claimLink(dossier: string, stage: Stage, voice: Voice, period: string): string {
    for (const p of keyed) {
      const answered = taken.get(keys.link(tenant, p, stage, voice, dossier));
      if (answered) throw tokenUsed(answered);
    }
    return keys.link(tenant, period, stage, voice, dossier);
  }

  function place(item: IntakeItem): Accepted {
    const known = receipts.get(item.id);
    if (known) return repeatOf(keys, tenant, known, item.bodyHash);
    const { id, bodyHash, row, aged, unitOn, pace = null } = item;
    if (unitOn !== undefined) requireUnit(places.get(unitOn)?.get(row.unit) ?? null, tenant, row.unit);
    const { period } = responsePeriod(periods, row.day);
    requireKey(period);
    const until = editableUntil(localDay(now));
    const voice = voiceOf(row.proof);
    const link = item.dossier === null ? null : claimLink(item.dossier, item.linkStage, voice, period);
    const seq = ahead.next.get(period) ?? from.get(period) ?? 1;
    ahead.next.set(period, seq + 1);
    const receipt = newReceiptCode();
    const stored = hideReceipt(keys, tenant, id, receipt, { bodyHash, period, seq, editableUntil: until });
    receipts.set(id, stored);
    ahead.receipts.set(id, stored);
    rows.push(insertResponse(tenant, period, seq, row, aged), insertReceipt(tenant, stored, pace));
    also.push(...(item.also?.({ period, seq, receipt }) ?? []));
    const { unit, survey, channel } = row;
    if (pace !== null) grouped(steps, period).push({ unit, survey, channel, step: 'sent', bucket: pace });
    if (link !== null) {
      const answered = { day: row.day, editableUntil: until, open: true };
      taken.set(link, answered);
      ahead.taken.set(link, answered);
      rows.push(insertLink(tenant, period, link, seq));
    }
    grouped(counts, period).push({ row, by: 1 });
    return { status: 'created', receipt, editableUntil: until };
  }

  for (const item of items) {
    try {
      outcomes.set(item, place(item));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.set(item, error);
    }
  }
  const guards = [...ahead.next].flatMap(([period, next]) => advance(tenant, period, from.get(period) ?? 1, next));
  const paces = [...steps].flatMap(([period, taken]) => countSteps(tenant, period, taken));
  const tallies = [...counts].flatMap(([period, moved]) => tallyStatements(tenant, period, moved));
  return { statements: [...guards, ...together(rows), ...also, ...together([...paces, ...tallies])], ahead };
}

/**
 * Judges `items` in order against what is stored and against each other; writes nothing but a period's missing key.
 * @param before the plan of the group that is being written meanwhile; falls that one, this one falls with it (`advance`).
 */
export async function planIntake(
  db: Db,
  keys: PeriodKeys,
  now: Date,
  items: readonly IntakeItem[],
  before?: Pick<IntakePlan, 'ahead'>,
): Promise<IntakePlan> {
  const byTenant = new Map<string, IntakeItem[]>();
  for (const item of items) grouped(byTenant, item.tenant).push(item);
  const outcomes = new Map<IntakeItem, Accepted | Refusal>();
  // Side by side: whoever makes up a hundred provinces must not keep the real ones waiting in a row.
  const planned = await Promise.all(
    [...byTenant].map(async ([tenant, own]) => {
      const earlier = before?.ahead.get(tenant) ?? NOTHING;
      return { tenant, ...(await planTenant(db, keys, now, tenant, own, outcomes, earlier)) };
    }),
  );
  return {
    statements: planned.flatMap(({ statements }) => statements),
    outcomes,
    ahead: new Map(planned.map(({ tenant, ahead }) => [tenant, ahead])),
  };
}
