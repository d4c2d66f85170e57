import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import { lastDay } from '#rules/period.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { UnitResult } from '#wire/results.ts';
import type { Services } from '../services.ts';
import { auditHead, withAudit } from '../store/audit.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { insertSnapshot, snapshotOrNull } from '../store/snapshots.ts';
import { compute } from './compute.ts';
import type { CloseContext } from './context.ts';
import { type SnapshotOrder, snapshotName } from './snapshot-order.ts';

type Parts = Pick<Services, 'db' | 'keys' | 'now'>;

/** How far a snapshot has come. */
export interface SnapshotProgress {
  /** `dossiers` and then `answers` are counted. */
  readonly state: 'dossiers' | 'answers' | 'writing';
  readonly done: number;
  /** As many as were expected when it began; what arrives meanwhile may exceed it. */
  readonly of: number;
  /** The unit whose dossiers are scored. */
  readonly unit: string | null;
}

function contextOf({ db, keys }: Parts, tenant: string, order: SnapshotOrder): CloseContext {
  const { period: id, kind, from, to, hours, ruleset } = order.period;
  const period = { id, kind, from, to };
  const on = lastDay(period);
  return {
    db,
    keys,
    tenant,
    period,
    on,
    office: { calendar: NATIONAL_CALENDAR, hours: JSON.parse(hours) as OfficeHours },
    choices: settledChoices(order.choices),
    ruleset: rulesetById<PointsRuleset>(ruleset),
    snapshot: snapshotName(order),
  };
}

/**
 * Makes the snapshot `order` describes and the period's newest of it; returns its name. One that was cut short is taken up again by
 * asking once more; one that exists already is left as it is. Nothing of it shows before it is whole.
 */
export async function makeSnapshot(
  parts: Parts,
  tenant: string,
  order: SnapshotOrder,
  _onProgress?: (progress: SnapshotProgress) => void,
): Promise<string> {
  const { db, now } = parts;
  const name = snapshotName(order);
  if (await snapshotOrNull(db, tenant, name)) return name;
  const { statements, factsHash } = await compute(contextOf(parts, tenant, order));
  const entry = { actor: order.actor, action: 'snapshot.create', subject: name, detail: { factsHash } };
  const snapshot = insertSnapshot(tenant, {
    snapshot: name,
    period: order.period.period,
    number: order.number,
    reason: order.reason,
    ruleset: order.period.ruleset,
    choices: order.choices,
    factsHash,
    auditHead: await auditHead(db, tenant),
    createdAt: now().toISOString(),
  });
  const newest = {
    sql: 'update periods set snapshot = ? where tenant = ? and period = ?',
    params: [name, tenant, order.period.period],
  };
  try {
    await withAudit(db, tenant, now(), entry, [...statements, snapshot, newest, ...order.also]);
  } catch (error) {
    // Another process made the same snapshot meanwhile: there is one, which is what was asked for.
    if (!(await snapshotOrNull(db, tenant, name))) throw error;
  }
  return name;
}

/** The units' results as `makeSnapshot` would write them; nothing is written. */
export async function previewSnapshot(
  parts: Parts,
  tenant: string,
  order: Omit<SnapshotOrder, 'number' | 'reason' | 'actor' | 'also'>,
): Promise<UnitResult[]> {
  const whole = { ...order, number: 0, reason: '', actor: '', also: [] };
  return (await compute(contextOf(parts, tenant, whole), false)).results;
}
