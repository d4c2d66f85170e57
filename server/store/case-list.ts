import type { IsoDate } from '#rules/law.ts';
import type { CaseState } from '#wire/case.ts';
import { CASE_COLUMNS, type CaseRow, type StoredCase, toCase } from './cases.ts';
import type { Db, Value } from './db.ts';

export const CASE_PAGE = 100;
export const OPEN_STATES: readonly CaseState[] = ['new', 'taken'];

export interface CaseFilter {
  /** The inspectorate's own, or everything else. */
  readonly grave: boolean;
  readonly states: readonly CaseState[];
  readonly unit: string | null;
  /** Only those whose deadline was before this day. */
  readonly dueBefore: IsoDate | null;
  /** `<due>/<id>` of the last one seen; '' = from the start. */
  readonly after: string;
}

/** Those of `filter`, the oldest deadline first, a page. */
export async function casesOf(
  db: Db,
  tenant: string,
  { grave, states, unit, dueBefore, after }: CaseFilter,
): Promise<StoredCase[]> {
  const [due = '', id = ''] = after.split('/');
  const pages = await Promise.all(
    states.map((state) => {
      const params: Value[] = [tenant, grave ? 1 : 0, state, due, id];
      const only = [];
      if (unit !== null) {
        only.push('and unit = ?');
        params.push(unit);
      }
      if (dueBefore !== null) {
        only.push('and due_day < ?');
        params.push(dueBefore);
      }
      return db.all<CaseRow>(
        `select ${CASE_COLUMNS} from cases where tenant = ? and grave = ? and state = ? and (due_day, case_id) > (?, ?)
         ${only.join(' ')} order by due_day, case_id limit ?`,
        [...params, CASE_PAGE],
      );
    }),
  );
  const place = (row: CaseRow) => `${row.due}/${row.id}`;
  return pages
    .flat()
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
    .slice(0, CASE_PAGE)
    .map(toCase);
}

export interface CaseCounts {
  readonly counts: Record<CaseState, number>;
  /** Not replied to, and the deadline was before the day asked for. */
  readonly late: number;
}

export async function countCases(db: Db, tenant: string, grave: boolean, today: IsoDate): Promise<CaseCounts> {
  const rows = await db.all<{ state: CaseState; n: number; late: number }>(
    `select state, count(*) as n, sum(case when due_day < ? then 1 else 0 end) as late from cases
     where tenant = ? and grave = ? group by state`,
    [today, tenant, grave ? 1 : 0],
  );
  const counts: Record<CaseState, number> = { new: 0, taken: 0, answered: 0, closed: 0 };
  for (const { state, n } of rows) counts[state] = n;
  const late = rows.reduce((sum, row) => sum + (OPEN_STATES.includes(row.state) ? row.late : 0), 0);
  return { counts, late };
}
