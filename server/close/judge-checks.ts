import { control } from '#rules/checks/control.ts';
import type { Judged } from '#rules/checks/flag.ts';
import { CHECKS } from '#rules/checks/index.ts';
import type { ProvinceSums, UnitBefore, UnitSums } from '#rules/checks/sums.ts';
import type { PublishedGroup } from '#rules/published-table.ts';
import { distributions } from '../distributions.ts';
import { judgedOf } from '../store/flags.ts';
import { periodsOf } from '../store/periods.ts';
import { keptTables } from '../store/published-tables.ts';
import { countRows } from '../store/snapshot-counts.ts';
import type { SnapshotSums } from '../store/snapshot-sums.ts';
import { CHECKED } from './checks-sink.ts';
import type { CloseContext } from './context.ts';
import { keptMeans } from './kept-means.ts';

/** What a pass over the dossiers leaves for the checks. */
export interface Checked {
  readonly units: ReadonlyMap<string, UnitSums>;
  /** Units that declared their facts themselves. */
  readonly declared: ReadonlySet<string>;
}

const WHOLE_PROVINCE = '';

/** Every number in facts, however deep, by its place. */
function numbersIn(facts: object, place = ''): [place: string, n: number][] {
  return Object.entries(facts).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'number') return [[`${place}.${name}`, value]];
    return typeof value === 'object' && value !== null ? numbersIn(value, `${place}.${name}`) : [];
  });
}

/** What one list lays down for many units, e.g. how many procedures communes have, all of them declare: it counts once. */
function declaredOf({ units }: SnapshotSums, declared: ReadonlySet<string>): ProvinceSums['declared'] {
  const own = units
    .filter(({ unit }) => declared.has(unit))
    .map(({ unit, stated }) => ({ unit, numbers: numbersIn(stated) }));
  const differing = new Map(own.flatMap(({ numbers }) => numbers.map(([place, n]) => [`${place} ${n}`, n])));
  return [
    ...own.map(({ unit, numbers }) => ({ unit, numbers: numbers.map(([, n]) => n) })),
    { unit: WHOLE_PROVINCE, numbers: [...differing.values()] },
  ];
}

/** Units in the period that ended the day this one began; `null` = there is none, or it was closed before this was counted. */
async function beforeOf({ db, tenant, period }: CloseContext): Promise<readonly UnitBefore[] | null> {
  const past = (await periodsOf(db, tenant)).find(({ kind, to }) => kind === period.kind && to === period.from);
  const rows = past?.snapshot ? await countRows(db, tenant, past.snapshot, 'snapshot_slices', [CHECKED]) : [];
  if (rows.length === 0) return null;
  return rows.map(({ unit, counts }) => ({ unit, ...(counts as { finished: number; overdue: number }) }));
}

/** Tables anybody reads, that stand beside this period or beside none. */
async function tablesOf({ db, tenant, period }: CloseContext): Promise<PublishedGroup[]> {
  const shown = (await keptTables(db, tenant)).filter((kept) => kept.state === 'public');
  const own = shown.filter((kept) => kept.period === null || kept.period === period.id);
  return own.flatMap(({ table }) => table.groups);
}

/**
 * What the checks ask after the pass over the dossiers. With a citizen part that is frozen nothing is known of single answers any more:
 * what was asked of them stays as the snapshot `frozenFrom` asked it.
 * @param sums as the snapshot keeps them, the frozen ones among them.
 */
export async function judgeChecks(
  ctx: CloseContext,
  { units, declared }: Checked,
  sums: SnapshotSums,
  frozenFrom: string | null,
): Promise<Judged> {
  const province: ProvinceSums = {
    ...{ units: [...units.values()], means: keptMeans(sums), before: await beforeOf(ctx) },
    ...{ declared: declaredOf(sums, declared), tables: await tablesOf(ctx) },
  };
  const own = control(CHECKS.map((check) => ({ check, found: check.judge(province, distributions) })));
  if (frozenFrom === null) return own;
  const kept = await judgedOf(ctx.db, ctx.tenant, frozenFrom);
  const ofAnswers = new Set<string>(CHECKS.filter(({ family }) => family === 'answers').map(({ id }) => id));
  const merged = <T extends { readonly check: string }>(judged: readonly T[], before: readonly T[]): T[] => [
    ...judged.filter(({ check }) => !ofAnswers.has(check)),
    ...before.filter(({ check }) => ofAnswers.has(check)),
  ];
  return { flags: merged(own.flags, kept.flags), judged: merged(own.judged, kept.judged) };
}
