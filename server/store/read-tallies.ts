import type { Proof } from '#wire/response.ts';
import type { Db } from './db.ts';

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

/** Counts by procedure, whatever stands behind the forms. */
export function procedureAnswerCounts(db: Db, tenant: string, period: string): Promise<AnswerCount[]> {
  return db.all(
    `select procedure as member, survey, question, option, n from procedure_tallies
     where tenant = ? and period = ? and n > 0`,
    [tenant, period],
  );
}
