import type { Proof } from '#wire/response.ts';
import type { Db } from './db.ts';
import { inList } from './in-list.ts';
import { voiceOf } from './links.ts';
import { type Count, type Counted, saidStatements } from './tallies.ts';

const PAGE = 500;

/**
 * Units of `period` with fewer than `smallest` answers whose proof is one of `official`, those the results tell nothing of; and which of
 * them have fewer than `smallest` of any kind.
 */
async function unitsOfFew(db: Db, tenant: string, period: string, official: readonly Proof[], smallest: number) {
  const list = inList(official);
  const rows = await db.all<{ unit: string; n: number }>(
    `select unit, count(*) as n from responses where tenant = ? and period = ? group by unit
     having sum(case when stage = 'returned' and proof ${list.sql} then 1 else 0 end) < ? order by unit`,
    [tenant, period, ...list.params, smallest],
  );
  return { few: rows.map(({ unit }) => unit), fewest: rows.filter(({ n }) => n < smallest).map(({ unit }) => unit) };
}

/**
 * Takes what was said from the answers about dossiers of units that fewer than `smallest` answered about, and from every answer where
 * there are no more of any kind; out of the counts too. Whoever knows the dossiers of such a unit, that one officer handles them all,
 * or at which minute somebody stood at its counter, would know who said it. That there were answers stays. A page at a time, row and
 * count together: cut short, it goes on where it was.
 */
export async function dropFewAnswers(
  db: Db,
  tenant: string,
  period: string,
  official: readonly Proof[],
  smallest: number,
): Promise<void> {
  const units = await unitsOfFew(db, tenant, period, official, smallest);
  const [few, fewest] = [inList(units.few), inList(units.fewest)];
  for (let [after, full] = [0, few.params.length > 0]; full; ) {
    const rows = await db.all<Omit<Counted, 'answers'> & { seq: number; answers: string }>(
      `select seq, unit, procedure, survey, stage, channel, proof, day, answers from responses
       where tenant = ? and period = ? and seq > ? and (answers <> '{}' or comment is not null)
         and (unit ${fewest.sql} or (unit ${few.sql} and proof <> 'open')) order by seq limit ?`,
      [tenant, period, after, ...fewest.params, ...few.params, PAGE],
    );
    const counts = rows.map(
      ({ answers, ...row }): Count => ({ row: { ...row, answers: JSON.parse(answers) }, by: -1 }),
    );
    const list = inList(rows.map(({ seq }) => seq));
    if (rows.length > 0)
      await db.batch([
        ...saidStatements(tenant, period, counts),
        {
          sql: `update responses set answers = '{}', comment = null where tenant = ? and period = ? and seq ${list.sql}`,
          params: [tenant, period, ...list.params],
        },
      ]);
    after = rows.at(-1)?.seq ?? after;
    full = rows.length === PAGE;
  }
}

/** Answers of a unit, stage and voice: of each dossier at most one. */
export type Kind = Pick<Counted, 'unit' | 'stage' | 'proof'>;

export const kindOf = ({ unit, stage, proof }: Kind) => JSON.stringify([unit, stage, voiceOf(proof)]);

/**
 * Kinds of answers about dossiers (`kindOf`) of which fewer than `smallest` came in some month, or that lost their months already: a
 * month tells which dossiers were done by then.
 */
export async function kindsOfFewMonths(
  db: Db,
  tenant: string,
  period: string,
  smallest: number,
): Promise<ReadonlySet<string>> {
  const rows = await db.all<Kind & { month: string; n: number }>(
    `select unit, stage, proof, substr(day, 1, 7) as month, count(*) as n from responses
     where tenant = ? and period = ? and proof <> 'open' group by unit, stage, proof, substr(day, 1, 7)`,
    [tenant, period],
  );
  const counts = new Map<string, number>();
  const nameOf = (row: (typeof rows)[number]) => `${row.month} ${kindOf(row)}`;
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + row.n);
  const few = rows.filter((row) => row.month === '' || (counts.get(nameOf(row)) ?? 0) < smallest);
  return new Set(few.map(kindOf));
}
