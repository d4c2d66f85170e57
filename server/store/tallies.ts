import type { IsoDate } from '#rules/law.ts';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Channel, Proof } from '#wire/response.ts';
import type { Statement, Value } from './db.ts';

/** What of a response is counted. */
export interface Counted {
  readonly unit: string;
  readonly procedure: string | null;
  readonly survey: string;
  readonly stage: Stage;
  readonly channel: Channel;
  readonly proof: Proof;
  readonly day: IsoDate;
  /** Question → option; `unknown` is counted as an option, an unanswered question is not here and not counted. */
  readonly answers: Readonly<Record<string, string>>;
}

/** A response entering (+1) or leaving (−1) the counts. */
export interface Count {
  readonly row: Counted;
  readonly by: 1 | -1;
}

function upsert(table: string, keys: readonly string[]): string {
  return `insert into ${table} (${[...keys, 'n'].join(', ')}) values (${[...keys, 'n'].map(() => '?').join(', ')})
    on conflict (${keys.join(', ')}) do update set n = ${table}.n + excluded.n`;
}

const UPSERTS = {
  tally: upsert('tallies', 'tenant period unit survey stage channel proof question option'.split(' ')),
  procedure: upsert('procedure_tallies', 'tenant period procedure survey question option'.split(' ')),
  day: upsert('day_counts', ['tenant', 'unit', 'day']),
};

/**
 * The statements that move the counts of one tenant and period, one per count however many responses share it, in
 * key order so that two writers never wait for each other in a circle. Counts of a procedure take stage `returned`
 * alone: the same question asks something else right after filing.
 */
export function tallyStatements(tenant: string, period: string, counts: readonly Count[]): Statement[] {
  const moved = new Map<string, { sql: string; key: readonly Value[]; n: number }>();
  const move = (table: keyof typeof UPSERTS, key: readonly Value[], by: number) => {
    const id = `${table}\n${key.join('\n')}`;
    const known = moved.get(id);
    if (known) known.n += by;
    else moved.set(id, { sql: UPSERTS[table], key, n: by });
  };
  for (const { row, by } of counts) {
    move('day', [tenant, row.unit, row.day], by);
    for (const [question, option] of Object.entries(row.answers)) {
      move('tally', [tenant, period, row.unit, row.survey, row.stage, row.channel, row.proof, question, option], by);
      if (row.procedure !== null && row.stage === 'returned')
        move('procedure', [tenant, period, row.procedure, row.survey, question, option], by);
    }
  }
  return [...moved.entries()]
    .filter(([, { n }]) => n !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { sql, key, n }]) => ({ sql, params: [...key, n] }));
}

/** Counts of procedures with fewer than `smallest` responses in `period` are dropped; the most answered question tells how many. */
export function dropSmallProcedures(tenant: string, period: string, smallest: number): Statement {
  return {
    sql: `delete from procedure_tallies where tenant = ? and period = ? and procedure in (
      select asked.procedure from (
        select procedure, survey, question, sum(n) as n from procedure_tallies where tenant = ? and period = ?
        group by procedure, survey, question) as asked
      group by asked.procedure having max(asked.n) < ?)`,
    params: [tenant, period, tenant, period, smallest],
  };
}

/** The counts of the days [from, to) become counts of their months: `2026-11`. */
export function foldDays(tenant: string, from: IsoDate, to: IsoDate): Statement[] {
  const days = 'tenant = ? and length(day) = 10 and day >= ? and day < ?';
  return [
    {
      sql: `insert into day_counts (tenant, unit, day, n)
        select tenant, unit, substr(day, 1, 7), sum(n) from day_counts where ${days}
        group by tenant, unit, substr(day, 1, 7)
        on conflict (tenant, unit, day) do update set n = day_counts.n + excluded.n`,
      params: [tenant, from, to],
    },
    { sql: `delete from day_counts where ${days}`, params: [tenant, from, to] },
  ];
}
