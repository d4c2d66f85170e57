import type { Db } from './db.ts';
import { inList } from './in-list.ts';

interface Group {
  readonly unit: string;
  readonly procedure: string | null;
  readonly n: number;
}

const PAGE = 1000;

const nameOf = ({ unit, procedure }: Pick<Group, 'unit' | 'procedure'>) => JSON.stringify([unit, procedure]);

/**
 * Of the groups of one unit, those that must not be told apart: each smaller than `smallest`, with what has no procedure,
 * and the next smallest ones as long as all of them together are fewer than `smallest`. Without them the one dossier of a
 * rare procedure would be the one answer without a procedure.
 */
function blurred(groups: readonly Group[], smallest: number): Group[] {
  const none = groups.filter((group) => group.procedure === null);
  const named = groups.filter((group) => group.procedure !== null).sort((a, b) => a.n - b.n);
  const small = named.filter((group) => group.n < smallest);
  if (!small.length) return none.filter((group) => group.n < smallest);
  const together = [...none, ...small];
  let n = together.reduce((sum, group) => sum + group.n, 0);
  for (const group of named.slice(small.length)) {
    if (n >= smallest) break;
    together.push(group);
    n += group.n;
  }
  return together;
}

/**
 * Takes procedure, helper, language and clock mark from the responses of `period` that too few others of their unit and procedure
 * stand beside, a page at a time: a million are no one transaction. Cut short and run once more, no group is left smaller than
 * `smallest`: what lost its procedure already counts with those that have none. Run again after that it finds nothing left to take.
 */
export async function blurGroups(db: Db, tenant: string, period: string, smallest: number): Promise<void> {
  const groups = await db.all<Group>(
    'select unit, procedure, count(*) as n from responses where tenant = ? and period = ? group by unit, procedure',
    [tenant, period],
  );
  const byUnit = new Map<string, Group[]>();
  for (const group of groups) byUnit.set(group.unit, [...(byUnit.get(group.unit) ?? []), group]);
  const names = new Set([...byUnit.values()].flatMap((own) => blurred(own, smallest)).map(nameOf));
  for (let after = 0, full = names.size > 0; full; ) {
    const rows = await db.all<Group & { seq: number }>(
      'select seq, unit, procedure from responses where tenant = ? and period = ? and seq > ? order by seq limit ?',
      [tenant, period, after, PAGE],
    );
    const list = inList(rows.filter((row) => names.has(nameOf(row))).map((row) => row.seq));
    if (list.params.length > 0)
      await db.run(
        `update responses set procedure = null, assisted = null, way = null, helper = null, lang = 'vi', aged = 0
          where tenant = ? and period = ? and seq ${list.sql}`,
        [tenant, period, ...list.params],
      );
    after = rows.at(-1)?.seq ?? after;
    full = rows.length === PAGE;
  }
}
