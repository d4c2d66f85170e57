import type { IsoDate } from '#rules/law.ts';
import type { Channel } from '#wire/response.ts';
import type { Db, Statement } from './db.ts';
import { inList } from './in-list.ts';
import { openPeriodOn, type StoredPeriod } from './periods.ts';
import { withinScope } from './units.ts';

/** What a form went through, as it is counted: see the migration for its words. */
export interface Step {
  readonly unit: string;
  readonly survey: string;
  /** '' = those of which the seal found too few, together; so of a link that was made, which has none yet. */
  readonly channel: Channel | '';
  readonly step: 'invited' | 'opened' | 'left' | 'fault' | 'sent' | 'lang';
  /** '*' = those of which the seal found too few, together. */
  readonly bucket: string;
}

export interface StepCount extends Step {
  readonly n: number;
}

export function countStep(tenant: string, period: string, step: Step, by = 1): Statement {
  return {
    sql: `insert into survey_steps (tenant, period, unit, survey, channel, step, bucket, n) values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (tenant, period, unit, survey, channel, step, bucket) do update set n = survey_steps.n + excluded.n`,
    params: [tenant, period, step.unit, step.survey, step.channel, step.step, step.bucket, by],
  };
}

const INVITED = `select tenant, ? as period, unit, '' as survey, '' as channel, 'invited' as step, '' as bucket, count(*) as n
  from invitations where tenant = ? and created_at >= ? and created_at < ? group by tenant, unit`;

/** Links made in the days of a period, as long as they are there. */
export function invitedCounts(
  db: Db,
  tenant: string,
  { period, from, to }: Pick<StoredPeriod, 'period' | 'from' | 'to'>,
  unit: string | null,
): Promise<{ unit: string; n: number }[]> {
  const within = withinScope(tenant, unit);
  return db.all(`select unit, n from (${INVITED}) where tenant = ?${within.sql}`, [
    ...[period, tenant, from, to, tenant],
    ...within.params,
  ]);
}

/** Keeps how many links were made of those the seal is about to remove. */
export function keepInvited(
  tenant: string,
  { period, from, to }: Pick<StoredPeriod, 'period' | 'from' | 'to'>,
): Statement {
  return {
    sql: `insert into survey_steps (tenant, period, unit, survey, channel, step, bucket, n) ${INVITED}
      on conflict (tenant, period, unit, survey, channel, step, bucket) do update set n = excluded.n`,
    params: [period, tenant, from, to],
  };
}

/** Counts `step` in the period open on `day`; nothing where none is. */
export async function stepOn(db: Db, tenant: string, day: IsoDate, step: Step, by = 1): Promise<Statement[]> {
  const period = await openPeriodOn(db, tenant, day);
  return period ? [countStep(tenant, period.period, step, by)] : [];
}

/** Each of `steps` counted, in the order of the key so that two writers never wait for each other in a circle. */
export function countSteps(tenant: string, period: string, steps: readonly Step[]): Statement[] {
  return merged(steps.map((step) => ({ ...step, n: 1 }))).map(({ n, ...step }) => countStep(tenant, period, step, n));
}

/** Takes the pace of an erased response out of the counts; before its receipt forgets it. */
export function uncountPace(
  tenant: string,
  period: string,
  idHash: string,
  { unit, survey, channel }: Pick<Step, 'unit' | 'survey' | 'channel'>,
): Statement[] {
  const of = [tenant, period, unit, survey, channel];
  const where = `tenant = ? and period = ? and unit = ? and survey = ? and channel = ? and step = 'sent'`;
  return [
    {
      sql: `update survey_steps set n = n - 1 where ${where}
        and bucket = (select r.pace from receipts r where r.tenant = ? and r.id_hash = ?)`,
      params: [...of, tenant, idHash],
    },
    { sql: `delete from survey_steps where ${where} and n <= 0`, params: of },
  ];
}

/** Of `unit` and those below it, several periods together, in the order of the key; `null` = the whole province. */
export function stepCounts(
  db: Db,
  tenant: string,
  periods: readonly string[],
  unit: string | null,
): Promise<StepCount[]> {
  const [list, within] = [inList(periods), withinScope(tenant, unit)];
  return db.all(
    `select unit, survey, channel, step, bucket, sum(n) as n from survey_steps
     where tenant = ? and period ${list.sql}${within.sql}
     group by unit, survey, channel, step, bucket order by unit, survey, channel, step, bucket`,
    [tenant, ...list.params, ...within.params],
  );
}

const keyOf = ({ unit, survey, channel, step, bucket }: Step) => [unit, survey, channel, step, bucket].join('\n');

/** Counts with the same key added up, in the order of the key. */
function merged(counts: readonly StepCount[]): StepCount[] {
  const sums = new Map<string, StepCount>();
  for (const count of counts) {
    const key = keyOf(count);
    sums.set(key, { ...count, n: count.n + (sums.get(key)?.n ?? 0) });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

/** How many of each group, by what names it. */
function sizes(
  counts: readonly StepCount[],
  of: (count: StepCount) => readonly string[],
): (count: StepCount) => number {
  const sums = new Map<string, number>();
  const name = (count: StepCount) => JSON.stringify(of(count));
  for (const count of counts) sums.set(name(count), (sums.get(name(count)) ?? 0) + count.n);
  return (count) => sums.get(name(count)) ?? 0;
}

/**
 * What of `counts` is kept for good: a channel of which there are fewer than `smallest` at one step is not named, of a unit with fewer
 * nothing is kept, and questions or paces of which there are fewer are one.
 */
export function blurred(counts: readonly StepCount[], smallest: number): StepCount[] {
  const ofChannel = sizes(counts, ({ unit, survey, channel, step }) => [unit, survey, channel, step]);
  const unnamed = merged(counts.map((each) => (ofChannel(each) < smallest ? { ...each, channel: '' as const } : each)));
  const ofStep = sizes(unnamed, ({ unit, survey, channel, step }) => [unit, survey, channel, step]);
  const kept = unnamed.filter((each) => ofStep(each) >= smallest);
  return merged(kept.map((each) => (each.n < smallest && each.bucket !== '' ? { ...each, bucket: '*' } : each)));
}

/** Blurs the counts of a period for good, a unit at a time, written in the order of their keys. Run once more it changes nothing. */
export async function blurSteps(db: Db, tenant: string, period: string, smallest: number): Promise<void> {
  const all = await stepCounts(db, tenant, [period], null);
  for (const unit of new Set(all.map((count) => count.unit)))
    await db.batch([
      {
        sql: 'delete from survey_steps where tenant = ? and period = ? and unit = ?',
        params: [tenant, period, unit],
      },
      ...blurred(
        all.filter((count) => count.unit === unit),
        smallest,
      ).map((count) => countStep(tenant, period, count, count.n)),
    ]);
}
