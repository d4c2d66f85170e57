import type { Db } from '../../store/db.ts';
import { type EnteredForm, enteredForms, unenterForm } from '../../store/entered-forms.ts';
import { inList } from '../../store/in-list.ts';
import type { ImportUndo } from '../kind.ts';

/** The forms still on record, by the part of the mark of their receipts that the journal keeps. */
async function enteredOf(db: Db, tenant: string, keys: readonly string[]): Promise<Map<string, EnteredForm>> {
  const list = inList(keys);
  const where = { sql: ` and substr(r.id_hash, 12) ${list.sql}`, params: list.params };
  const rows = await enteredForms(db, tenant, where);
  return new Map(rows.map((row) => [row.idHash.slice(11), row]));
}

export const paperUndo: ImportUndo = {
  current: enteredOf,
  compared: (stands) => ({ bodyHash: (stands as EnteredForm).bodyHash }),
  async held(db, tenant, keys) {
    const entered = [...(await enteredOf(db, tenant, keys))];
    const closed = entered.filter(([, { state }]) => state !== 'open');
    return new Map(closed.map(([key, { period }]) => [key, `Kỳ ${period} đã chốt nên phiếu đã được tính.`]));
  },
  back: (tenant, _key, _before, _actor, _at, stands) => unenterForm(tenant, stands as EnteredForm),
  gone: 'Phiếu đã bị xóa, hoặc kỳ của nó đã khóa sổ nên không còn tìm được phiếu nào là của tệp này.',
};
