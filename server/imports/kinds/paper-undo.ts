import type { Db, Statement } from '../../store/db.ts';
import { inList } from '../../store/in-list.ts';
import { deleteLink } from '../../store/links.ts';
import { holdUnchanged } from '../../store/response-numbers.ts';
import { deleteResponse } from '../../store/responses.ts';
import { type Counted, tallyStatements } from '../../store/tallies.ts';
import type { ImportUndo } from '../kind.ts';

interface Entered extends Omit<Counted, 'answers'> {
  readonly idHash: string;
  readonly bodyHash: string;
  readonly period: string;
  readonly seq: number;
  readonly state: string;
  readonly answers: string;
}

/** The forms still on record, by the part of the mark of their receipts that the journal keeps. */
async function enteredOf(db: Db, tenant: string, keys: readonly string[]): Promise<Map<string, Entered>> {
  const list = inList(keys);
  const rows = await db.all<Entered>(
    `select r.id_hash as "idHash", r.body_hash as "bodyHash", r.period, r.seq, p.state, s.unit, s.procedure, s.survey,
       s.stage, s.channel, s.proof, s.day, s.answers
     from receipts r
     join responses s on s.tenant = r.tenant and s.period = r.period and s.seq = r.seq
     join periods p on p.tenant = r.tenant and p.period = r.period
     where r.tenant = ? and substr(r.id_hash, 12) ${list.sql}`,
    [tenant, ...list.params],
  );
  return new Map(rows.map((row) => [row.idHash.slice(11), row]));
}

/** As if the form had never been entered: it may be entered anew. */
function back(tenant: string, { period, seq, idHash, bodyHash, answers, ...counted }: Entered): Statement[] {
  const row = { ...counted, answers: JSON.parse(answers) as Counted['answers'] };
  return [
    holdUnchanged(tenant, period, idHash, bodyHash),
    deleteResponse(tenant, period, seq),
    deleteLink(tenant, period, seq),
    { sql: 'delete from receipts where tenant = ? and id_hash = ?', params: [tenant, idHash] },
    ...tallyStatements(tenant, period, [{ row, by: -1 }]),
  ];
}

export const paperUndo: ImportUndo = {
  current: enteredOf,
  compared: (stands) => ({ bodyHash: (stands as Entered).bodyHash }),
  async held(db, tenant, keys) {
    const entered = [...(await enteredOf(db, tenant, keys))];
    const closed = entered.filter(([, { state }]) => state !== 'open');
    return new Map(closed.map(([key, { period }]) => [key, `Kỳ ${period} đã chốt nên phiếu đã được tính.`]));
  },
  back: (tenant, _key, _before, _actor, _at, stands) => back(tenant, stands as Entered),
  gone: 'Phiếu đã bị xóa, hoặc kỳ của nó đã khóa sổ nên không còn tìm được phiếu nào là của tệp này.',
};
