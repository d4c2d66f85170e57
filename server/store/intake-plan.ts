import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Db, Statement } from './db.ts';
import type { Accepted, IntakeItem } from './intake-item.ts';
import { type Answered, insertLink, linkablePeriods, takenLinks } from './links.ts';
import type { PeriodKeys } from './period-keys.ts';
import { periodsOf } from './periods.ts';
import { editableUntil, insertReceipt, newReceiptCode, receiptsOf } from './receipts.ts';
import { advance, nextNumbers } from './response-numbers.ts';
import { responsePeriod } from './response-period.ts';
import { insertResponse } from './responses.ts';
import { type Count, tallyStatements } from './tallies.ts';
import { tokenUsed } from './token-refusal.ts';

/** What a group of items would write, and the outcome of each once that is written. */
export interface IntakePlan {
  readonly statements: readonly Statement[];
  readonly outcomes: ReadonlyMap<IntakeItem, Accepted | Refusal>;
}

/** A clock may be wrong and a phone may lie in a drawer; older answers count as given this long ago. */
const MAX_AGE_SECONDS = 30 * 86_400;

function dayOf(item: IntakeItem, now: Date): IsoDate {
  return localDay(new Date(now.getTime() - Math.min(item.ageSeconds, MAX_AGE_SECONDS) * 1000));
}

function grouped<T>(map: Map<string, T[]>, key: string): T[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function conflict(): Refusal {
  return new Refusal(
    409,
    'response.conflict',
    'Phiếu này đã được gửi với nội dung khác. Mở lại phiếu để xem bản đã nhận.',
    { issues: [{ path: 'id', message: 'mã này đã dùng cho nội dung khác' }] },
  );
}

/** Links of `items` taken before now, in whichever period: a dossier is answered for once per stage. */
async function takenOf(db: Db, keys: PeriodKeys, tenant: string, periods: readonly string[], items: IntakeItem[]) {
  const taken = new Map<string, Answered>();
  const named = items.flatMap(({ dossier, linkStage }) => (dossier === null ? [] : { dossier, linkStage }));
  for (const period of named.length ? periods : []) {
    const links = named.map(({ dossier, linkStage }) => keys.link(tenant, period, linkStage, dossier));
    for (const [link, answered] of await takenLinks(db, tenant, period, links)) taken.set(link, answered);
  }
  return taken;
}

async function planTenant(
  db: Db,
  keys: PeriodKeys,
  now: Date,
  tenant: string,
  items: IntakeItem[],
  outcomes: Map<IntakeItem, Accepted | Refusal>,
): Promise<Statement[]> {
  const [receipts, periods] = await Promise.all([
    receiptsOf(
      db,
      tenant,
      items.map((item) => item.id),
    ),
    periodsOf(db, tenant),
  ]);
  const keyed = linkablePeriods(keys, tenant, periods);
  const open = periods.filter((p) => p.state === 'open').map((p) => p.period);
  const [taken, next] = await Promise.all([takenOf(db, keys, tenant, keyed, items), nextNumbers(db, tenant, open)]);
  const rows: Statement[] = [];
  const counts = new Map<string, Count[]>();

  function claimLink(dossier: string, stage: Stage, period: string): string {
    if (!keyed.includes(period)) {
      if (!keys.exists(tenant, period)) keys.create(tenant, period);
      keyed.push(period);
    }
    for (const p of keyed) {
      const answered = taken.get(keys.link(tenant, p, stage, dossier));
      if (answered) throw tokenUsed(answered);
    }
    return keys.link(tenant, period, stage, dossier);
  }

  function place(item: IntakeItem): Accepted {
    const known = receipts.get(item.id);
    if (known) {
      if (known.bodyHash !== item.bodyHash) throw conflict();
      return { status: 'repeated', receipt: known.receipt, editableUntil: known.editableUntil };
    }
    const day = dayOf(item, now);
    const { period } = responsePeriod(periods, day);
    const until = editableUntil(localDay(now));
    const link = item.dossier === null ? null : claimLink(item.dossier, item.linkStage, period);
    const seq = next.get(period) ?? 1;
    next.set(period, seq + 1);
    const receipt = {
      id: item.id,
      bodyHash: item.bodyHash,
      receipt: newReceiptCode(),
      period,
      seq,
      editableUntil: until,
    };
    receipts.set(item.id, receipt);
    const row = { ...item.row, day };
    rows.push(insertResponse(tenant, period, seq, row), insertReceipt(tenant, receipt));
    if (link !== null) {
      taken.set(link, { day, editableUntil: until });
      rows.push(insertLink(tenant, period, link, seq));
    }
    grouped(counts, period).push({ row, by: 1 });
    return { status: 'created', receipt: receipt.receipt, editableUntil: until };
  }

  for (const item of items) {
    try {
      outcomes.set(item, place(item));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcomes.set(item, error);
    }
  }
  const guards = [...counts.keys()].flatMap((period) => advance(tenant, period, next.get(period) ?? 1));
  const tallies = [...counts].flatMap(([period, moved]) => tallyStatements(tenant, period, moved));
  return [...guards, ...rows, ...tallies];
}

/** Judges `items` in order against what is stored and against each other; writes nothing but a period's missing key. */
export async function planIntake(
  db: Db,
  keys: PeriodKeys,
  now: Date,
  items: readonly IntakeItem[],
): Promise<IntakePlan> {
  const byTenant = new Map<string, IntakeItem[]>();
  for (const item of items) grouped(byTenant, item.tenant).push(item);
  const outcomes = new Map<IntakeItem, Accepted | Refusal>();
  const statements: Statement[] = [];
  for (const [tenant, own] of byTenant) statements.push(...(await planTenant(db, keys, now, tenant, own, outcomes)));
  return { statements, outcomes };
}
