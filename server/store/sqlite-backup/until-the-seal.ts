import type { Value } from '../db.ts';
import { SNAPSHOT_TABLES } from '../snapshot-tables.ts';
import { type File, tablesOf } from './open-file.ts';

/** An unsealed period with its days, `to` not counted. */
interface Unsealed {
  readonly tenant: string;
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

interface UntilTheSeal {
  readonly table: string;
  /** Other tables `where` reads. */
  readonly needs: readonly string[];
  /** Which rows; begins with `and`. */
  readonly where: string;
  readonly params: (of: Unsealed) => readonly Value[];
}

const ofPeriod = (table: string): UntilTheSeal => ({
  table,
  needs: [],
  where: 'and tenant = ? and period = ?',
  params: ({ tenant, period }) => [tenant, period],
});

/** What earlier snapshots tell beside the one that counts; of a period reopened none counts. */
const ofEarlierSnapshots = (table: string): UntilTheSeal => ({
  table,
  needs: ['snapshots'],
  where: `and tenant = ? and snapshot in (select s.snapshot from snapshots s join periods p on p.tenant = s.tenant
    and p.period = s.period where s.tenant = ? and s.period = ? and (p.snapshot is null or s.snapshot <> p.snapshot))`,
  params: ({ tenant, period }) => [tenant, tenant, period],
});

/**
 * What the seal removes, empties or blurs, in an order in which each finds the rows it is told by: it tells the day, the officer or
 * the dossier of a citizen's answer, or that there was none. Counts of an open period are among it, for two copies of different days
 * tell by their difference what was answered between them; those of a closed one are part of its results. A copy of the
 * database keeps all this under the key of its period alone, so that the seal, which destroys the key, ends it in every copy
 * wherever it lies.
 */
export const UNTIL_THE_SEAL: readonly UntilTheSeal[] = [
  {
    // Which forms on paper a file held, in their order, with hashes made of their answers.
    table: 'import_rows',
    needs: ['imports'],
    where: `and tenant = ? and exists (select 1 from temp.paper_forms f where f.tenant = import_rows.tenant
      and f.item = import_rows.item and f.period = ? and f.import = import_rows.import)`,
    params: ({ tenant, period }) => [tenant, period],
  },
  ...['cases', 'links', 'receipts', 'responses', 'procedure_tallies', 'survey_steps', 'minted_answers'].map(ofPeriod),
  {
    ...ofPeriod('tallies'),
    where: `and tenant = ? and period = ? and exists (select 1 from periods p where p.tenant = tallies.tenant
      and p.period = tallies.period and p.state = 'open')`,
  },
  {
    // Of no period by name.
    table: 'day_counts',
    needs: [],
    where: 'and tenant = ? and length(day) = 10 and day >= ? and day < ?',
    params: ({ tenant, from, to }) => [tenant, from, to],
  },
  {
    // Of no period either: answers of a tablet, by month.
    table: 'kiosk_presses',
    needs: [],
    where: 'and tenant = ? and month >= ? and month < ?',
    params: ({ tenant, from, to }) => [tenant, from.slice(0, 7), to.slice(0, 7)],
  },
  {
    // A reminder says that the first message was not answered.
    table: 'survey_messages',
    needs: ['dossiers'],
    where: `and tenant = ? and (last_day < ? or exists (select 1 from dossiers d
      where d.tenant = survey_messages.tenant and d.code = survey_messages.dossier and d.ended_day < ?))`,
    params: ({ tenant, to }) => [tenant, to, to],
  },
  {
    table: 'invitations',
    needs: ['dossiers'],
    where: `and tenant = ? and (created_at < ? or exists (select 1 from dossiers d
      where d.tenant = invitations.tenant and d.code = invitations.dossier and d.ended_day < ?))`,
    params: ({ tenant, to }) => [tenant, to, to],
  },
  {
    table: 'sequences',
    needs: [],
    where: `and tenant = ? and (name = ? or (name like 'invitations/%' and substr(name, length(name) - 9) < ?))`,
    params: ({ tenant, period, to }) => [tenant, `responses/${period}`, to],
  },
  ...[...SNAPSHOT_TABLES, 'snapshots'].map(ofEarlierSnapshots),
];

/** Which row of an import stands for an answer of which period, for this connection alone. */
export function notePaperForms(file: File): void {
  const tables = tablesOf(file);
  if (!tables.has('imports')) return;
  file.exec(`create temp table paper_forms as
    select i.tenant, i.item, r.period, i.import from imports m
    join import_rows i on i.tenant = m.tenant and i.import = m.import
    join (select tenant, period, substr(id_hash, 12) as item from receipts
      where exists (select 1 from imports where kind = 'paper-forms')) r on r.tenant = i.tenant and r.item = i.item
    where m.kind = 'paper-forms';
    create index temp.paper_forms_by_item on paper_forms (tenant, item)`);
}

/** Counts left in the clear stand in the order in which the first answer of each kind came; here in that of their keys. */
export function sortCounts(file: File): void {
  for (const table of ['tallies', 'joint_counts']) {
    const columns = (tablesOf(file).get(table) ?? []).filter(({ key }) => key > 0).sort((a, b) => a.key - b.key);
    file.exec(`create temp table sorted as select * from "${table}" order by ${columns.map(({ name }) => name).join(', ')};
      delete from "${table}"; insert into "${table}" select * from temp.sorted order by rowid; drop table temp.sorted`);
  }
}
