import type { Db, Statement, Value } from './db.ts';
import { deleteLink } from './links.ts';
import { holdUnchanged } from './response-numbers.ts';
import { deleteResponse } from './responses.ts';
import { type Counted, tallyStatements } from './tallies.ts';

/** A paper form on record. */
export interface EnteredForm extends Omit<Counted, 'answers'> {
  readonly idHash: string;
  readonly bodyHash: string;
  readonly period: string;
  readonly seq: number;
  readonly state: string;
  readonly answers: string;
}

/** The forms still on record whose receipts `where` finds; it begins with ` and `. */
export function enteredForms(
  db: Db,
  tenant: string,
  where: { readonly sql: string; readonly params: readonly Value[] },
) {
  return db.all<EnteredForm>(
    `select r.id_hash as "idHash", r.body_hash as "bodyHash", r.period, r.seq, p.state, s.unit, s.procedure, s.survey,
       s.stage, s.channel, s.proof, s.day, s.answers
     from receipts r
     join responses s on s.tenant = r.tenant and s.period = r.period and s.seq = r.seq
     join periods p on p.tenant = r.tenant and p.period = r.period
     where r.tenant = ?${where.sql}`,
    [tenant, ...where.params],
  );
}

/** As if the form had never been entered: it may be entered anew. Falls when its period is no longer open or its answer changed. */
export function unenterForm(
  tenant: string,
  { period, seq, idHash, bodyHash, answers, ...counted }: EnteredForm,
): Statement[] {
  const row = { ...counted, answers: JSON.parse(answers) as Counted['answers'] };
  return [
    holdUnchanged(tenant, period, idHash, bodyHash),
    deleteResponse(tenant, period, seq),
    deleteLink(tenant, period, seq),
    { sql: 'delete from receipts where tenant = ? and id_hash = ?', params: [tenant, idHash] },
    ...tallyStatements(tenant, period, [{ row, by: -1 }]),
  ];
}
