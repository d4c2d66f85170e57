import { isGrave } from '#rules/surveys/reply.ts';
import type { Db } from './db.ts';
import { withinScope } from './units.ts';

export interface StoredComment {
  readonly unit: string;
  /** `null` = not kept: the seal found too few beside it. */
  readonly month: string | null;
  readonly text: string;
}

/** How many responses came in, by unit. */
export interface FormCounts {
  readonly byUnit: ReadonlyMap<string, number>;
  /** Units with a month in which fewer than `smallest` came in: naming the other months would name that one too. */
  readonly fewInAMonth: ReadonlySet<string>;
}

/** Of `unit` and those below it; `null` = the whole province. */
export async function formCounts(
  db: Db,
  tenant: string,
  period: string,
  unit: string | null,
  smallest: number,
): Promise<FormCounts> {
  const within = withinScope(tenant, unit);
  const rows = await db.all<{ unit: string; month: string; n: number }>(
    `select unit, substr(day, 1, 7) as month, count(*) as n from responses where tenant = ? and period = ?${within.sql}
     group by unit, substr(day, 1, 7)`,
    [tenant, period, ...within.params],
  );
  const byUnit = new Map<string, number>();
  for (const row of rows) byUnit.set(row.unit, (byUnit.get(row.unit) ?? 0) + row.n);
  return { byUnit, fewInAMonth: new Set(rows.filter((row) => row.n < smallest).map((row) => row.unit)) };
}

/** Rows read at a time: each reading looks at every response of the period. */
const BLOCK = 5000;

export interface CommentFilter {
  readonly period: string;
  /** Of this unit and those below it; `null` = the whole province. */
  readonly unit: string | null;
  /** Those beside answers about harassment or money, or all others. */
  readonly grave: boolean;
  /** Units whose comments may be read. */
  readonly readable: (unit: string) => boolean;
  /** Absent = whatever it says. */
  readonly says?: (unit: string, text: string) => boolean;
  /** How many of them were read before. */
  readonly skip: number;
  readonly limit: number;
}

interface Row extends StoredComment {
  readonly month: string;
  readonly seq: number;
  readonly survey: string;
  readonly answers: string;
}

/**
 * Up to `limit` comments by unit and text. The place of a response never goes out: it is the count of answers as it stood when this
 * one came, which whoever watched that count could set beside whom they saw.
 */
export async function commentsOf(db: Db, tenant: string, filter: CommentFilter): Promise<StoredComment[]> {
  const { period, unit, grave, readable, says = () => true, skip, limit } = filter;
  const within = withinScope(tenant, unit);
  const found: StoredComment[] = [];
  let place: readonly [unit: string, text: string, seq: number] = ['', '', 0];
  while (found.length < skip + limit) {
    const rows = await db.all<Row>(
      `select seq, unit, substr(day, 1, 7) as month, comment as text, survey, answers from responses
       where tenant = ? and period = ? and comment is not null and (unit, comment, seq) > (?, ?, ?)${within.sql}
       order by unit, comment, seq limit ?`,
      [tenant, period, ...place, ...within.params, BLOCK],
    );
    for (const { unit: of, month, text, survey, answers } of rows)
      if (readable(of) && says(of, text) && isGrave(survey, JSON.parse(answers) as Record<string, string>) === grave)
        found.push({ unit: of, month: month || null, text });
    const last = rows.at(-1);
    if (!last || rows.length < BLOCK) break;
    place = [last.unit, last.text, last.seq];
  }
  return found.slice(skip, skip + limit);
}
