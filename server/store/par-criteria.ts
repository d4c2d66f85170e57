import type { ParCriteriaBody } from '#wire/par-criteria.ts';
import { type Db, oneOrNull, type Statement } from './db.ts';

export interface StoredCriteria {
  readonly year: number;
  readonly revision: number;
  readonly list: ParCriteriaBody;
  readonly actor: string;
  readonly at: string;
}

/** Points a province gives itself, hundredths; `null` = taken back. */
export interface StoredDeclared {
  readonly id: string;
  readonly revision: number;
  readonly points: number | null;
  readonly evidence: string;
  readonly actor: string;
  readonly at: string;
}

/** Years that have a list, newest first. */
export async function criteriaYears(db: Db, tenant: string): Promise<number[]> {
  const rows = await db.all<{ year: number }>(
    'select distinct year from par_criteria where tenant = ? order by year desc',
    [tenant],
  );
  return rows.map(({ year }) => year);
}

/** The last revision of a year's list. */
export async function criteriaOrNull(db: Db, tenant: string, year: number): Promise<StoredCriteria | null> {
  const row = await oneOrNull<Omit<StoredCriteria, 'list'> & { body: string }>(
    db,
    'select year, revision, body, actor, at from par_criteria where tenant = ? and year = ? order by revision desc limit 1',
    [tenant, year],
  );
  if (!row) return null;
  const { body, ...stored } = row;
  return { ...stored, list: JSON.parse(body) as ParCriteriaBody };
}

export function insertCriteria(tenant: string, { year, revision, list, actor, at }: StoredCriteria): Statement {
  return {
    sql: 'insert into par_criteria (tenant, year, revision, body, actor, at) values (?, ?, ?, ?, ?, ?)',
    params: [tenant, year, revision, JSON.stringify(list), actor, at],
  };
}

/** The last revision of each criterion somebody declared points of. */
export function declaredPoints(db: Db, tenant: string, year: number): Promise<StoredDeclared[]> {
  return db.all(
    `select id, revision, points, evidence, actor, at from par_declared d
     where tenant = ? and year = ? and revision = (select max(revision) from par_declared l
       where l.tenant = d.tenant and l.year = d.year and l.id = d.id) order by id`,
    [tenant, year],
  );
}

export function insertDeclared(tenant: string, year: number, declared: StoredDeclared): Statement {
  const { id, revision, points, evidence, actor, at } = declared;
  return {
    sql: 'insert into par_declared (tenant, year, id, revision, points, evidence, actor, at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    params: [tenant, year, id, revision, points, evidence, actor, at],
  };
}
