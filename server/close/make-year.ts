import type { UnitResult } from '#wire/results.ts';
import type { Services } from '../services.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { insertSnapshotPart } from '../store/snapshot-parts.ts';
import { snapshotOrNull } from '../store/snapshots.ts';
import { keepSnapshot } from './keep-snapshot.ts';
import { type Quarter, readyQuarters } from './quarters.ts';
import { type SnapshotOrder, snapshotName } from './snapshot-order.ts';
import { yearBody } from './year-body.ts';

type Parts = Pick<Services, 'db' | 'now'>;
type YearOrder = Pick<SnapshotOrder, 'period' | 'number' | 'reason' | 'actor' | 'also' | 'judged'>;

/** Choices of a year: those its quarters, which agree, were scored by. */
const choicesOf = ([first]: readonly [Quarter, ...Quarter[]]) => first.snapshot.choices;

/**
 * The units' results as `makeYear` would write them; nothing is written.
 * @throws Refusal 409 `period.blocked`, `snapshot.sumless`.
 */
export async function previewYear({ db }: Parts, tenant: string, period: StoredPeriod): Promise<UnitResult[]> {
  const quarters = await readyQuarters(db, tenant, period);
  return (await yearBody(db, tenant, period, quarters, '')).units;
}

/**
 * Makes the snapshot of a year from those of its quarters, and the year's newest of it. One that exists already is left as it is.
 * @throws Refusal 409 `period.blocked` naming the quarters that are not closed or were scored differently, `snapshot.sumless`.
 */
export async function makeYear(parts: Parts, tenant: string, order: YearOrder): Promise<void> {
  const { db } = parts;
  const { period, also } = order;
  const quarters = await readyQuarters(db, tenant, period);
  const name = snapshotName(order);
  const choices = choicesOf(quarters);
  const body = await yearBody(db, tenant, period, quarters, name);
  const held = quarters.flatMap(({ period: part, snapshot }) => [
    insertSnapshotPart(tenant, name, { period: part.period, snapshot: snapshot.snapshot }),
    {
      // Null is refused: a quarter scored anew meanwhile is not the one that was added up.
      sql: 'update periods set state = case when snapshot = ? then state end where tenant = ? and period = ?',
      params: [snapshot.snapshot, tenant, part.period],
    },
  ]);
  const settled = {
    sql: 'update periods set choices = ? where tenant = ? and period = ?',
    params: [choices, tenant, period.period],
  };
  try {
    await keepSnapshot(parts, tenant, { ...order, choices, also: [...held, settled, ...also] }, body);
  } catch (error) {
    // Another process made the same meanwhile: there is one, which is what was asked for.
    if ((await snapshotOrNull(db, tenant, name))?.reason !== order.reason) throw error;
  }
}
