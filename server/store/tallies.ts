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

/** A count that fell to nothing goes: left as 0 it would tell of the answer that was changed or erased. */
function dropEmpty(table: string, keys: readonly string[]): string {
  return `delete from ${table} where ${keys.map((key) => `${key} = ?`).join(' and ')} and n <= 0`;
}

const statementsFor = (table: string, keys: readonly string[]) => ({
  upsert: upsert(table, keys),
  dropEmpty: dropEmpty(table, keys),
});

const TABLES = {
  tally: statementsFor('tallies', 'tenant period unit survey stage channel proof question option'.split(' ')),
  procedure: statementsFor('procedure_tallies', 'tenant period procedure survey question option'.split(' ')),
  day: statementsFor('day_counts', ['tenant', 'unit', 'day']),
};

/** Counts that share all of their key but question and option. */
interface Group {
  readonly table: keyof typeof TABLES;
  readonly of: readonly Value[];
  /** By question and option. */
  readonly moves: Map<string, { readonly rest: readonly string[]; by: number }>;
}

/** Moves of counts added up, in few short texts: every response brings a dozen. */
class Moves {
  readonly #groups = new Map<string, Group>();

  #group(table: Group['table'], of: readonly Value[]): Group['moves'] {
    const name = `${table}\n${of.join('\n')}`;
    const group = this.#groups.get(name) ?? { table, of, moves: new Map() };
    this.#groups.set(name, group);
    return group.moves;
  }

  #add(moves: Group['moves'], rest: readonly string[], by: number): void {
    const name = rest.join('\n');
    const move = moves.get(name);
    if (move) move.by += by;
    else moves.set(name, { rest, by });
  }

  /** That there was a response. */
  was(tenant: string, { row, by }: Count): void {
    this.#add(this.#group('day', [tenant, row.unit, row.day]), [], by);
  }

  /** What was said in it. */
  said(tenant: string, period: string, { row, by }: Count): void {
    const { unit, survey, stage, channel, proof, procedure } = row;
    const tally = this.#group('tally', [tenant, period, unit, survey, stage, channel, proof]);
    const ofProcedure =
      procedure === null || stage !== 'returned' ? null : this.#group('procedure', [tenant, period, procedure, survey]);
    for (const answer of Object.entries(row.answers)) {
      this.#add(tally, answer, by);
      if (ofProcedure) this.#add(ofProcedure, answer, by);
    }
  }

  /** One statement per count, and one more where it goes down, in key order so that two writers never wait for each other in a circle. */
  statements(): Statement[] {
    const made: Statement[] = [];
    for (const [, { table, of, moves }] of inOrder(this.#groups))
      for (const [, { rest, by }] of inOrder(moves)) {
        if (by !== 0) made.push({ sql: TABLES[table].upsert, params: [...of, ...rest, by] });
        if (by < 0) made.push({ sql: TABLES[table].dropEmpty, params: [...of, ...rest] });
      }
    return made;
  }
}

const inOrder = <T>(named: ReadonlyMap<string, T>) => [...named].sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * The statements that move the counts of one tenant and period, however many responses share one. Counts of a procedure take stage
 * `returned` alone: the same question asks something else right after filing.
 */
export function tallyStatements(tenant: string, period: string, counts: readonly Count[]): Statement[] {
  const moves = new Moves();
  for (const count of counts) {
    moves.was(tenant, count);
    moves.said(tenant, period, count);
  }
  return moves.statements();
}

/** The same for what was said alone: that there was a response stays counted. */
export function saidStatements(tenant: string, period: string, counts: readonly Count[]): Statement[] {
  const moves = new Moves();
  for (const count of counts) moves.said(tenant, period, count);
  return moves.statements();
}

/** Counts of `period` that fell to nothing before a count that does so was dropped at once. */
export function dropEmptyCounts(tenant: string, period: string): Statement[] {
  return ['tallies', 'procedure_tallies'].map((table) => ({
    sql: `delete from ${table} where tenant = ? and period = ? and n <= 0`,
    params: [tenant, period],
  }));
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
        select tenant, unit, substr(day, 1, 7), sum(n) from day_counts where ${days} and n > 0
        group by tenant, unit, substr(day, 1, 7)
        on conflict (tenant, unit, day) do update set n = day_counts.n + excluded.n`,
      params: [tenant, from, to],
    },
    { sql: `delete from day_counts where ${days}`, params: [tenant, from, to] },
  ];
}
