import type { Channel, Proof } from '#wire/response.ts';
import type { Db } from './db.ts';
import { inList } from './in-list.ts';
import { withinScope } from './units.ts';

/** How many forms of stage `returned` gave one answer; never 0. `member` is a unit or a procedure. */
export interface AnswerCount {
  readonly member: string;
  readonly survey: string;
  readonly question: string;
  readonly option: string;
  readonly n: number;
}

/** Counts by unit, those of each proof apart. */
export function unitAnswerCounts(
  db: Db,
  tenant: string,
  period: string,
): Promise<(AnswerCount & { readonly proof: Proof })[]> {
  return db.all(
    `select unit as member, survey, proof, question, option, sum(n) as n from tallies
     where tenant = ? and period = ? and stage = 'returned'
     group by unit, survey, proof, question, option having sum(n) > 0`,
    [tenant, period],
  );
}

/** Counts of several periods together, each channel and proof apart. @param unit with those below it; `null` = the whole province. */
export function formAnswerCounts(
  db: Db,
  tenant: string,
  periods: readonly string[],
  unit: string | null,
): Promise<(AnswerCount & { readonly channel: Channel; readonly proof: Proof })[]> {
  const [list, within] = [inList(periods), withinScope(tenant, unit)];
  return db.all(
    `select unit as member, survey, channel, proof, question, option, sum(n) as n from tallies
     where tenant = ? and period ${list.sql} and stage = 'returned'${within.sql}
     group by unit, survey, channel, proof, question, option having sum(n) > 0
     order by unit, survey, channel, proof, question, option`,
    [tenant, ...list.params, ...within.params],
  );
}

/** Counts by procedure, whatever stands behind the forms. */
export function procedureAnswerCounts(db: Db, tenant: string, period: string): Promise<AnswerCount[]> {
  return db.all(
    `select procedure as member, survey, question, option, n from procedure_tallies
     where tenant = ? and period = ? and n > 0`,
    [tenant, period],
  );
}

/** The forms citizens answered in `periods` about one of `units`, by id. */
export async function surveysAnswered(
  db: Db,
  tenant: string,
  periods: readonly string[],
  units: readonly string[],
): Promise<string[]> {
  const [of, by] = [inList(periods), inList(units)];
  const rows = await db.all<{ survey: string }>(
    `select distinct survey from tallies where tenant = ? and period ${of.sql} and unit ${by.sql} and n > 0 order by survey`,
    [tenant, ...of.params, ...by.params],
  );
  return rows.map(({ survey }) => survey);
}
