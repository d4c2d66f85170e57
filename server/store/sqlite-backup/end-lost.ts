import { type Counted, saidStatements } from '../tallies.ts';
import { RESULTS } from './closed-results.ts';
import type { OfPeriod } from './hidden-rows.ts';
import { type File, pagesOf, rowsOf, tablesOf } from './open-file.ts';
import { notePaperForms, UNTIL_THE_SEAL } from './until-the-seal.ts';

function drop(file: File, { tenant, period }: OfPeriod): void {
  if (tablesOf(file).has('hidden_rows'))
    file.prepare('delete from hidden_rows where tenant = ? and period = ?').run([tenant, period]);
}

/**
 * Ends the results that were not final yet: a period that was closed has none until it is closed once more, a year made of quarters
 * waits again. Comes before `endAnswers`, which asks whether there is a result.
 */
export function endResults(file: File, tenant: string): void {
  drop(file, { tenant, period: RESULTS });
  file
    .prepare(
      `update periods set snapshot = null, state = case when parts is null then state else 'waiting' end,
         closed_at = case when parts is null then closed_at end where tenant = ? and state = 'closed'`,
    )
    .run([tenant]);
  file
    .prepare(
      `delete from snapshot_parts where tenant = ? and not exists (select 1 from snapshots s
         where s.tenant = snapshot_parts.tenant and s.snapshot = snapshot_parts.snapshot)`,
    )
    .run([tenant]);
}

/** Counts of the closed periods of `tenant` went with their results; they are made of the answers again, once those are back. */
export function recount(file: File, tenant: string): void {
  const closed = rowsOf<{ period: string }>(file, "select period from periods where tenant = ? and state = 'closed'", [
    tenant,
  ]);
  for (const { period } of closed) {
    const params = [tenant, period];
    for (const table of ['tallies', 'procedure_tallies'])
      file.prepare(`delete from ${table} where tenant = ? and period = ?`).run(params);
    for (const rows of pagesOf(file, 'responses', { where: 'and tenant = ? and period = ?', params })) {
      const counts = rows.map((row) => {
        const counted = { ...row, answers: JSON.parse(String(row.answers)) } as unknown as Counted;
        return { row: counted, by: 1 as const };
      });
      for (const { sql, params = [] } of saidStatements(tenant, period, counts)) file.prepare(sql).run([...params]);
    }
  }
}

/** What lies open in the copy because its key was lost before it was made. */
export function dropBare(file: File, { tenant, period }: OfPeriod): void {
  const days = `select from_day as "from", to_day as "to" from periods where tenant = ? and period = ?`;
  const [found] = rowsOf<{ from: string; to: string }>(file, days, [tenant, period]);
  if (!found) return;
  notePaperForms(file);
  const tables = tablesOf(file);
  for (const { table, needs, where, params } of UNTIL_THE_SEAL)
    if ([table, ...needs].every((name) => tables.has(name)))
      file.prepare(`delete from "${table}" where true ${where}`).run([...params({ tenant, period, ...found })]);
}

/**
 * Ends a period as its seal did when it destroyed the key: the answers are gone for good, what is counted over all of them
 * stays once it was closed. One still open, or closed without a result, then starts with no answer. @returns the state it was in.
 */
export function endAnswers(file: File, of: OfPeriod, at: Date): string {
  const own = [of.tenant, of.period];
  const [found] = rowsOf<{ state: string; snapshot: string | null }>(
    file,
    'select state, snapshot from periods where tenant = ? and period = ?',
    own,
  );
  drop(file, of);
  if (found?.state !== 'closed' || found.snapshot === null)
    return found?.state === 'closed' ? 'open' : (found?.state ?? '');
  file
    .prepare("update periods set state = 'sealed', sealed_at = ? where tenant = ? and period = ?")
    .run([at.toISOString(), ...own]);
  return 'closed';
}
