import type { PublicResults, PublicUnit, UnitResult } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { oneOrNull } from '../store/db.ts';
import { periodOrNull } from '../store/periods.ts';
import { snapshotOrNull, unitResults } from '../store/snapshots.ts';
import { choiceViews } from './choice-views.ts';
import { ownFaults } from './own-faults.ts';
import { periodView } from './period-view.ts';
import { suppress } from './suppress.ts';

function publicUnit(result: UnitResult, hidden: boolean): PublicUnit {
  const { unit, name, level } = result;
  if (hidden)
    return {
      unit,
      name,
      level,
      hidden,
      rank: null,
      total: null,
      max: null,
      missing: [],
      gradeLabel: null,
      satisfactionLabel: null,
      because: null,
      dossiers: null,
      responses: null,
      satisfactionShare: null,
      indicators: [],
    };
  return {
    unit,
    name,
    level,
    hidden,
    rank: result.rank,
    total: result.total,
    max: result.max,
    missing: result.missing,
    gradeLabel: result.gradeLabel,
    satisfactionLabel: result.satisfactionLabel,
    because: result.because,
    dossiers: result.n.dossiers,
    responses: result.n.official,
    satisfactionShare: result.satisfactionShare,
    indicators: result.rows.map((row) => ({ indicator: row.indicator, points: row.official.points })),
  };
}

/** No ranks in a level with a hidden unit: a rank that is skipped, or moves up, would tell where a hidden unit stands. */
function withPublicRanks(units: readonly PublicUnit[]): PublicUnit[] {
  const withHidden = new Set(units.filter((unit) => unit.hidden).map((unit) => unit.level));
  return units.map((unit) => (withHidden.has(unit.level) ? { ...unit, rank: null } : unit));
}

/** What the public may see of a period; `null` when the period does not exist or is not published. */
export async function publicResults(db: Db, tenant: string, periodId: string): Promise<PublicResults | null> {
  const row = await oneOrNull<{ name: string; watermark: string | null }>(
    db,
    'select name, watermark from tenants where tenant = ?',
    [tenant],
  );
  const period = await periodOrNull(db, tenant, periodId);
  if (!row || !period?.publishedAt || !period.snapshot) return null;
  const snapshot = await snapshotOrNull(db, tenant, period.snapshot);
  if (!snapshot) return null;
  const units = await unitResults(db, tenant, snapshot.snapshot);
  const hidden = suppress(units.map((u) => ({ unit: u.unit, family: u.level, n: u.n.official })));
  return {
    tenant,
    tenantName: row.name,
    watermark: row.watermark,
    period: periodView(period),
    snapshot: {
      snapshot: snapshot.snapshot,
      number: snapshot.number,
      reason: snapshot.reason,
      createdAt: snapshot.createdAt,
      factsHash: snapshot.factsHash,
      auditHead: snapshot.auditHead,
    },
    units: withPublicRanks(units.map((u) => publicUnit(u, hidden.has(u.unit)))),
    choices: choiceViews(snapshot.choices, period.ruleset),
    faults: ownFaults(units),
  };
}
