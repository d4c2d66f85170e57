import type { PublicErratum } from '#wire/comparison.ts';
import type { PublicResults, PublicUnit, UnitResult } from '#wire/results.ts';
import type { Db } from '../store/db.ts';
import { oneOrNull } from '../store/db.ts';
import { errataOf } from '../store/errata.ts';
import { periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { publicationsOf } from '../store/publications.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { snapshotOrNull, unitResults } from '../store/snapshots.ts';
import { choiceViews } from './choice-views.ts';
import { comparePublic } from './compare.ts';
import { hiddenUnits } from './hidden-units.ts';
import { ownFaults } from './own-faults.ts';
import { periodView } from './period-view.ts';
import { withPublicRanges } from './public-ranges.ts';
import { shownSnapshots } from './shown-snapshots.ts';
import { snapshotView } from './snapshot-view.ts';

function publicUnit(result: UnitResult, hidden: boolean): PublicUnit {
  const { unit, name, level } = result;
  const { early, onTime, overdue } = result.punctuality;
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
      interval: null,
      tier: null,
      punctuality: null,
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
    interval: null,
    tier: null,
    punctuality: { early, onTime, overdue },
  };
}

/** No ranks in a level with a hidden unit: a rank that is skipped, or moves up, would tell where a hidden unit stands. */
function withPublicRanks(units: readonly PublicUnit[]): PublicUnit[] {
  const withHidden = new Set(units.filter((unit) => unit.hidden).map((unit) => unit.level));
  return units.map((unit) => (withHidden.has(unit.level) ? { ...unit, rank: null } : unit));
}

/** The units of a snapshot as the public sees them. */
async function publicUnits(db: Db, tenant: string, period: StoredPeriod, snapshot: string): Promise<PublicUnit[]> {
  const units = await unitResults(db, tenant, snapshot);
  const hidden = await hiddenUnits(db, tenant, period, units);
  return withPublicRanks(units.map((u) => publicUnit(u, hidden.has(u.unit))));
}

/** The corrections of what the public had seen; what they changed is told only between two snapshots it may still read. */
async function publicErrata(
  db: Db,
  tenant: string,
  period: StoredPeriod,
  versions: readonly string[],
): Promise<PublicErratum[]> {
  const errata: PublicErratum[] = [];
  for (const { snapshot, shown, erratum, at } of await errataOf(db, tenant, period.period)) {
    if (shown === null) continue;
    const readable = versions.includes(shown) && versions.includes(snapshot);
    const changes = readable
      ? comparePublic(await publicUnits(db, tenant, period, shown), await publicUnits(db, tenant, period, snapshot))
      : null;
    errata.push({ snapshot, replaces: shown, at, erratum, changes });
  }
  return errata;
}

/**
 * What the public may see of a period at `at`; `asked` names an earlier snapshot it was shown. `null` when the period does not
 * exist, is not shown or was withdrawn, or when that snapshot was never shown.
 */
export async function publicResults(
  db: Db,
  tenant: string,
  periodId: string,
  at: Date,
  asked?: string,
): Promise<PublicResults | null> {
  const row = await oneOrNull<{ name: string; watermark: string | null }>(
    db,
    'select name, watermark from tenants where tenant = ?',
    [tenant],
  );
  const period = await periodOrNull(db, tenant, periodId);
  if (!row || !period) return null;
  const versions = await shownSnapshots(db, tenant, period, at);
  const wanted = asked ?? versions.at(-1);
  const stored = wanted !== undefined && versions.includes(wanted) ? await snapshotOrNull(db, tenant, wanted) : null;
  if (!stored) return null;
  const listed = [];
  for (const name of versions) {
    const version = await snapshotOrNull(db, tenant, name);
    if (version) listed.push({ snapshot: name, number: version.number, createdAt: version.createdAt });
  }
  const all = await unitResults(db, tenant, stored.snapshot);
  const bare = await publicUnits(db, tenant, period, stored.snapshot);
  // Intervals and tiers come from sums, which earlier snapshots do not keep.
  const units = stored.snapshot === period.snapshot ? await withPublicRanges(db, tenant, period, bare) : bare;
  const running = (await publicationsOf(db, tenant, periodId)).find(({ endedAs }) => endedAs === null);
  return {
    tenant,
    tenantName: row.name,
    watermark: row.watermark,
    period: periodView(period, at),
    snapshot: await snapshotView(db, tenant, stored),
    units: [...units],
    choices: choiceViews(stored.choices, period.ruleset),
    // A fault names its numbers: those of a hidden unit stay with the province.
    faults: ownFaults(
      all.filter(({ unit }) => units.some((each) => each.unit === unit && !each.hidden)),
      settledChoices(stored.choices),
    ),
    faultReason: running?.faultReason ?? null,
    supersededBy: stored.snapshot === period.snapshot ? null : period.snapshot,
    errata: await publicErrata(db, tenant, period, versions),
    versions: listed,
  };
}
