import { addFindings } from '#rules/aggregate.ts';
import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { addDays } from '#rules/calendar/date.ts';
import type { OfficeHours } from '#rules/calendar/office-hours.ts';
import { lastDay } from '#rules/period.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import { scoreUnit } from '#rules/score-tt01.ts';
import { localDay } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { auditHead, withAudit } from '../store/audit.ts';
import type { Statement } from '../store/db.ts';
import { putFinding } from '../store/findings.ts';
import { keyLost } from '../store/key-lost.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { replanned } from '../store/replanned.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { deleteUnfinished, insertSnapshot, putOfficerResult, putUnitResult } from '../store/snapshots.ts';
import { unitFactsOrNull } from '../store/unit-facts.ts';
import { checkPeriod } from './check.ts';
import { type CloseContext, unitsIn } from './context.ts';
import { createFactsHash } from './facts-hash.ts';
import { createJointCounts } from './joint-counts.ts';
import { officerResult } from './officer-result.ts';
import type { OfficerTally } from './officer-tally.ts';
import { ranked } from './rank.ts';
import { type Joined, scoreDossiers } from './score-dossiers.ts';
import { scoreResponses } from './score-responses.ts';
import { officialOf, unitResult } from './unit-result.ts';
import { emptyTally, type UnitTally } from './unit-tally.ts';

type Parts = Pick<Services, 'db' | 'keys' | 'now'>;

function contextOf({ db, keys }: Parts, tenant: string, stored: StoredPeriod): CloseContext {
  const { period: id, kind, from, to } = stored;
  const period = { id, kind, from, to };
  const on = lastDay(period);
  return {
    db,
    keys,
    tenant,
    period,
    on,
    office: { calendar: NATIONAL_CALENDAR, hours: JSON.parse(stored.hours) as OfficeHours },
    choices: settledChoices(stored.choices),
    ruleset: rulesetById<PointsRuleset>(stored.ruleset),
    snapshot: `${id}.1`,
  };
}

/** Everything of the snapshot but the snapshot itself; begun afresh when a close is resumed. */
async function compute(ctx: CloseContext): Promise<{ statements: Statement[]; factsHash: string }> {
  const { db, tenant, period, choices, on, snapshot } = ctx;
  await db.batch(deleteUnfinished(tenant, snapshot));
  const hash = createFactsHash();
  const joint = createJointCounts();
  const tallies = new Map<string, UnitTally>();
  const officers = new Map<string, OfficerTally>();
  const joined = new Map<number, Joined>();
  const units = await unitsIn(db, tenant, period);
  for (const { unit, to } of units) {
    const tally = emptyTally();
    tallies.set(unit, tally);
    const facts = await unitFactsOrNull(db, tenant, period.id, unit);
    await scoreDossiers(ctx, unit, facts, tally, officers, joined, hash);
    hash.add(unit, facts);
    // A level that ended within the period has no numbers after its last day.
    const lastOn = to !== null && to < period.to ? addDays(to, -1) : on;
    const findings = scoreUnit(facts ?? {}, choices, lastOn);
    tally.declared = facts !== null && Object.keys(facts).length > 0;
    tally.unit = addFindings(tally.unit, findings);
    await db.batch(findings.map((finding) => putFinding(tenant, snapshot, unit, '', 'computed', finding)));
    for (const finding of findings) if (finding.points === null) tally.missing[finding.indicator] = finding.because;
  }
  await scoreResponses(ctx, tallies, officers, joined, joint, hash);
  const results = ranked(units.map((unit) => unitResult(ctx, unit, tallies.get(unit.unit) ?? emptyTally())));
  return {
    statements: [
      ...results.map((result) => putUnitResult(tenant, snapshot, result)),
      ...[...officers].map(([code, tally]) => {
        const ofUnit = officialOf(ctx, tallies.get(tally.unit) ?? emptyTally());
        return putOfficerResult(tenant, snapshot, officerResult(ctx, code, tally, ofUnit));
      }),
      ...joint.statements(tenant, snapshot),
    ],
    factsHash: hash.digest(),
  };
}

/**
 * The first step: no answer enters the period any more. Nothing happens when it is no longer open.
 * @throws Refusal 409 `period.blocked` naming what must be settled first.
 */
async function shut({ db, keys, now }: Parts, tenant: string, id: string, actor: string): Promise<void> {
  const period = await periodOrNull(db, tenant, id);
  if (period?.state !== 'open') return;
  const { blocking } = await checkPeriod({ db, keys }, tenant, period, localDay(now()));
  if (blocking.length)
    throw new Refusal(409, 'period.blocked', `Chưa chốt được kỳ: ${blocking.map((b) => b.message).join(' ')}`, {
      issues: blocking.map((b) => ({ path: b.code, message: b.message })),
    });
  await withAudit(db, tenant, now(), { actor, action: 'period.close', subject: id }, [
    {
      // Null is refused: when another process was first, this transaction falls and with it the entry in the log.
      sql: `update periods set closed_at = ?, state = case when state = 'open' then 'closed' end
        where tenant = ? and period = ?`,
      params: [now().toISOString(), tenant, id],
    },
  ]);
}

/**
 * Closes a period: no answer enters it any more, and its result is computed once and kept. A close cut short after the
 * first step is taken up again by calling it once more; one that another caller finished changes nothing.
 * @throws Refusal 409 `period.blocked` naming what must be settled first; 503 `key.lost` when a close is taken up again
 * without the key that joins answers to dossiers.
 */
export async function closePeriod(
  parts: Parts,
  tenant: string,
  { period: id }: Pick<StoredPeriod, 'period'>,
  actor: string,
): Promise<void> {
  const { db, keys, now } = parts;
  await replanned(() => shut(parts, tenant, id, actor));
  const period = await periodOrNull(db, tenant, id);
  if (!period || period.snapshot) return;
  if (await keyLost(db, keys, tenant, id))
    throw new Refusal(
      503,
      'key.lost',
      'Máy chủ mất khóa kỳ nên chưa chốt tiếp được. Quản trị máy chủ khôi phục thư mục khóa (KEY_DIR), rồi chốt lại.',
    );
  const ctx = contextOf(parts, tenant, period);
  const { statements, factsHash } = await compute(ctx);
  const entry = { actor, action: 'snapshot.create', subject: ctx.snapshot, detail: { factsHash } };
  const snapshot = insertSnapshot(tenant, {
    snapshot: ctx.snapshot,
    period: id,
    number: 1,
    reason: 'Chốt kỳ',
    ruleset: period.ruleset,
    choices: period.choices,
    factsHash,
    auditHead: await auditHead(db, tenant),
    createdAt: now().toISOString(),
  });
  const made = {
    sql: 'update periods set snapshot = ? where tenant = ? and period = ?',
    params: [ctx.snapshot, tenant, id],
  };
  try {
    await withAudit(db, tenant, now(), entry, [...statements, snapshot, made]);
  } catch (error) {
    // Another process made the same snapshot meanwhile: there is one, which is what was asked for.
    if (!(await periodOrNull(db, tenant, id))?.snapshot) throw error;
  }
}
