import { CHOICES } from '#rules/choices.ts';
import { lastDay, periodLabel } from '#rules/period.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { UnitResult } from '#wire/results.ts';
import { Refusal } from '../refusal.ts';
import type { Db } from '../store/db.ts';
import { partsOf, periodOrNull, type StoredPeriod } from '../store/periods.ts';
import { settledChoices } from '../store/settled-choices.ts';
import type { SnapshotCounts } from '../store/snapshot-counts.ts';
import type { MisreadingRow } from '../store/snapshot-misreadings.ts';
import type { SnapshotSums } from '../store/snapshot-sums.ts';
import { type StoredSnapshot, snapshotOrNull } from '../store/snapshots.ts';
import type { Judging } from './context.ts';

/** A quarter with the snapshot of it that counts. */
export interface Quarter {
  readonly period: StoredPeriod;
  readonly snapshot: StoredSnapshot;
}

/** A quarter with all its snapshot keeps. */
export interface LoadedQuarter extends Quarter {
  readonly sums: SnapshotSums;
  readonly results: readonly UnitResult[];
  readonly misread: readonly MisreadingRow[];
  readonly counts: SnapshotCounts;
}

/** By what a quarter was judged. */
export function judgingOf({ period, snapshot }: Quarter): Judging {
  const { period: id, kind, from, to, ruleset } = period;
  return {
    on: lastDay({ id, kind, from, to }),
    choices: settledChoices(snapshot.choices),
    ruleset: rulesetById<PointsRuleset>(ruleset),
  };
}

/** Something of the quarters that keeps a year from being made of them. */
interface Hindrance {
  readonly code: 'quarters.missing' | 'quarters.differ';
  readonly message: string;
}

export const labelOf = ({ period, kind, from, to }: StoredPeriod) => periodLabel({ id: period, kind, from, to });

/** The first choice by which two quarters were scored differently, or `undefined`. */
function differing(first: Quarter, other: Quarter) {
  const [a, b] = [settledChoices(first.snapshot.choices), settledChoices(other.snapshot.choices)];
  return CHOICES.find(({ key }) => a[key] !== b[key]);
}

/** The quarters `year` is made of, in order, and by name those it cannot be made of as they stand. */
export async function quartersOf(
  db: Db,
  tenant: string,
  year: StoredPeriod,
): Promise<{ quarters: Quarter[]; hindrances: Hindrance[] }> {
  const quarters: Quarter[] = [];
  const hindrances: Hindrance[] = [];
  for (const id of partsOf(year)) {
    const period = await periodOrNull(db, tenant, id);
    const snapshot = period?.snapshot ? await snapshotOrNull(db, tenant, period.snapshot) : null;
    if (period && snapshot && period.state !== 'open') quarters.push({ period, snapshot });
    else
      hindrances.push({
        code: 'quarters.missing',
        message: `${period ? labelOf(period) : id} chưa chốt xong. Chốt quý đó trước.`,
      });
  }
  const [first, ...rest] = quarters;
  for (const quarter of rest) {
    const choice = first && differing(first, quarter);
    if (choice)
      hindrances.push({
        code: 'quarters.differ',
        message: `${labelOf(quarter.period)} chấm theo cách hiểu «${choice.label}» khác ${labelOf(first.period)}. Tính lại theo cùng một cách.`,
      });
    else if (first && first.period.ruleset !== quarter.period.ruleset)
      hindrances.push({
        code: 'quarters.differ',
        message: `${labelOf(quarter.period)} chấm theo bộ quy tắc khác ${labelOf(first.period)}, nên không cộng chung được.`,
      });
  }
  return { quarters, hindrances };
}

/** The quarters of a year that can be made of them. @throws Refusal 409 `period.blocked` naming what stands in the way. */
export async function readyQuarters(
  db: Db,
  tenant: string,
  year: StoredPeriod,
): Promise<readonly [Quarter, ...Quarter[]]> {
  const { quarters, hindrances } = await quartersOf(db, tenant, year);
  const [first, ...rest] = quarters;
  if (first && hindrances.length === 0) return [first, ...rest];
  throw new Refusal(
    409,
    'period.blocked',
    `Chưa cộng được kỳ từ các quý: ${hindrances.map((h) => h.message).join(' ')}`,
    {
      issues: hindrances.map(({ code, message }) => ({ path: code, message })),
    },
  );
}
