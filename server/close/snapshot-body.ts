import { actsOnResults } from '#rules/acts-on-results.ts';
import type { Judged } from '#rules/checks/flag.ts';
import type { OfficerResult, UnitResult } from '#wire/results.ts';
import { Refusal } from '../refusal.ts';
import { appraisedOf } from '../store/appraisals.ts';
import { judgedOf } from '../store/flags.ts';
import { type JointCount, jointCounts } from '../store/joint-counts.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { type SnapshotCounts, snapshotCounts } from '../store/snapshot-counts.ts';
import { type MisreadingRow, misreadingsOf } from '../store/snapshot-misreadings.ts';
import { type SnapshotSums, sumsOrNull } from '../store/snapshot-sums.ts';
import { originOrNull, type SnapshotOrigin, snapshotOrNull } from '../store/snapshots.ts';
import type { CloseContext } from './context.ts';
import { orderedHash } from './facts-hash.ts';
import { withFrozenCitizen } from './frozen-citizen.ts';
import { type GatherSinks, gather } from './gather.ts';
import { judgeChecks } from './judge-checks.ts';
import { resultsOf } from './results-of.ts';
import type { SnapshotOrder } from './snapshot-order.ts';

/** All a snapshot holds but its findings. */
export interface SnapshotBody {
  readonly units: UnitResult[];
  readonly officers: readonly OfficerResult[];
  readonly sums: SnapshotSums;
  readonly joint: readonly JointCount[];
  readonly misread: readonly MisreadingRow[];
  readonly counts: SnapshotCounts;
  readonly judged: Judged;
  readonly factsHash: string;
  readonly origin: SnapshotOrigin;
}

type Made = Pick<SnapshotBody, 'sums' | 'joint' | 'misread' | 'counts' | 'judged' | 'origin'>;

/** Says of officers whose citizens' part `from` did not keep, for it was made before sums were kept, where their level stands. */
async function explained(
  { db, tenant }: CloseContext,
  officers: readonly OfficerResult[],
  from: string | null,
): Promise<readonly OfficerResult[]> {
  if (from === null || (await sumsOrNull(db, tenant, from)) !== null) return officers;
  const why = `Bản chốt ${from} không giữ phần phiếu của từng cán bộ nên không tính lại được; xem mức đã xếp ở bản đó.`;
  return officers.map((result) => ({ ...result, because: `${result.because} ${why}` }));
}

/**
 * From the sums another snapshot kept. @throws Refusal 409 `snapshot.sumless`; RangeError when the choices differ in more than results.
 */
async function fromSums({ db, tenant, choices }: CloseContext, from: string): Promise<Made> {
  const [stored, sums, origin] = [
    await snapshotOrNull(db, tenant, from),
    await sumsOrNull(db, tenant, from),
    await originOrNull(db, tenant, from),
  ];
  if (!stored || !sums || !origin)
    throw new Refusal(
      409,
      'snapshot.sumless',
      `Bản chốt ${from} do bản phần mềm trước làm nên không giữ tổng. Tính lại từ hồ sơ.`,
    );
  if (!actsOnResults(settledChoices(stored.choices), choices))
    throw new RangeError(`choices of ${from} differ in what decides points`);
  const [joint, misread] = [await jointCounts(db, tenant, from), await misreadingsOf(db, tenant, from)];
  // Each snapshot has its own: the seal empties all but the last.
  const counts = await snapshotCounts(db, tenant, from);
  return { sums, joint, misread, counts, judged: await judgedOf(db, tenant, from), origin };
}

async function fromDossiers(
  ctx: CloseContext,
  citizen: SnapshotOrder['citizen'],
  sinks: GatherSinks | null,
): Promise<Made> {
  const { db, tenant, snapshot } = ctx;
  const from = citizen === 'join' ? null : citizen.from;
  const { sums: own, joint, misread, counts, checked, records } = await gather(ctx, from === null, sinks);
  const origin = { records, citizenFrozenFrom: from, findingsOf: snapshot };
  const sums = from === null ? own : await withFrozenCitizen(db, tenant, from, own);
  const judged = await judgeChecks(ctx, checked, sums, from);
  if (from === null) return { sums, joint, misread, counts, judged, origin };
  return {
    ...{ sums, counts, judged, origin },
    joint: await jointCounts(db, tenant, from),
    misread: await misreadingsOf(db, tenant, from),
  };
}

/** Everything of the snapshot `order` describes. @param sinks `null` = nothing is written, findings neither. */
export async function snapshotBody(
  ctx: CloseContext,
  { citizen, sumsOf }: Pick<SnapshotOrder, 'citizen' | 'sumsOf'>,
  sinks: GatherSinks | null,
): Promise<SnapshotBody> {
  const made = sumsOf === undefined ? await fromDossiers(ctx, citizen, sinks) : await fromSums(ctx, sumsOf);
  const appraised = await appraisedOf(ctx.db, ctx.tenant, ctx.period.id);
  const facts = orderedHash();
  facts.add(made.origin.records, made.origin.citizenFrozenFrom, [...appraised].sort());
  const { units, officers } = resultsOf(ctx, made.sums, appraised);
  const explaining = await explained(ctx, officers, made.origin.citizenFrozenFrom);
  return { ...made, units, officers: explaining, factsHash: facts.digest() };
}
