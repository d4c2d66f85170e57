import { describe, expect, test } from 'vitest';
import { repositoryFiles, textOf } from '../../structure/source-files.ts';
import { BEYOND_ONE_TENANT } from './beyond-one-tenant.ts';
import { oneLine, statementJudge } from './judged.ts';
import { filledIn, type SourceStatement, sourceStatements } from './source-statements.ts';

const judge = await statementJudge();

/**
 * Put together from so many parts that the source alone does not tell what they become: each is judged as it is asked, in the
 * tests named here among others.
 */
const JUDGED_AS_ASKED: Readonly<Record<string, { readonly statements: number; readonly tests: string }>> = {
  'server/imports/counted-in.ts': { statements: 1, tests: 'test/server/records-moved.test.ts' },
  'server/store/audit-pages.ts': { statements: 1, tests: 'test/server/audit-view.test.ts' },
  'server/store/findings.ts': { statements: 1, tests: 'test/server/close.test.ts' },
  'server/store/period-dossiers.ts': { statements: 1, tests: 'test/server/close.test.ts' },
  'server/store/period-hold.ts': { statements: 2, tests: 'test/server/period-hold.test.ts' },
  'server/store/retention.ts': { statements: 2, tests: 'test/server/retention.test.ts' },
  'server/store/samples.ts': { statements: 1, tests: 'test/server/samples.test.ts' },
  'server/store/snapshot-counts.ts': { statements: 1, tests: 'test/server/close.test.ts' },
  'server/store/sort-counts.ts': { statements: 1, tests: 'test/server/seal.test.ts' },
  'server/store/tallies.ts': { statements: 1, tests: 'test/server/responses.test.ts' },
};

/** Statements over one file of SQLite as a whole, every province in it: backup, restore and export, run by hand on a copy. */
const WHOLE_FILE = /^server\/store\/sqlite-backup\//;

/** Faults of the first text that is SQL, or `null` when none is. */
function faultsIn(statement: SourceStatement): readonly string[] | null {
  for (const text of filledIn(statement))
    try {
      return Object.hasOwn(BEYOND_ONE_TENANT, oneLine(text)) ? [] : judge(text);
    } catch {
      // Not what may stand there; the next may be.
    }
  return null;
}

describe('every statement of the program keeps to one tenant', () => {
  const files = repositoryFiles().filter((file) => /^server\/(?!admin\/).*\.ts$/.test(file) && !WHOLE_FILE.test(file));
  const all = files.flatMap(sourceStatements);

  test('as it stands in the source, asked by a test or not', () => {
    expect(all.length).toBeGreaterThan(450);
    const open = new Map<string, number>();
    const faults = all.flatMap((statement) => {
      const { file, parts } = statement;
      const found = faultsIn(statement);
      if (found?.length === 0) return [];
      open.set(file, (open.get(file) ?? 0) + 1);
      return file in JUDGED_AS_ASKED
        ? []
        : [`${file}: ${found?.join('; ') ?? 'not read'}: ${oneLine(parts.join('…'))}`];
    });
    expect(faults).toEqual([]);
    const expected = Object.entries(JUDGED_AS_ASKED).map(([file, { statements }]) => [file, statements]);
    expect([...open].sort()).toEqual(expected.sort());
  });

  test('as it is asked: the tests that ask what the source does not tell run on a server with the judge before its database', () => {
    for (const { tests } of Object.values(JUDGED_AS_ASKED)) expect(textOf(tests), tests).toContain('testServer()');
  });
});

describe('the judge', () => {
  const CASES: readonly (readonly [why: string, sql: string, faults: number])[] = [
    ['a row by its tenant', 'select name from units where tenant = ? and unit = ?', 0],
    ['rows of everyone', 'select name from units where unit = ?', 1],
    ['a tenant that is one choice of two', 'select 1 from units where tenant = ? or unit = ?', 1],
    ['a join on the tenant', 'select 1 from units u join officers o on o.tenant = u.tenant where u.tenant = ?', 0],
    ['a join on the unit alone', 'select 1 from units u join officers o on o.unit = u.unit where u.tenant = ?', 1],
    [
      'a left join with the tenant',
      'select 1 from units u left join officers o on o.tenant = u.tenant where u.tenant = ?',
      0,
    ],
    ['a tenant asked only of what may be missing', 'select 1 from units u left join officers o on u.tenant = ?', 2],
    [
      'a part that joins what is around it',
      'select (select 1 from officers o where o.tenant = u.tenant) from units u where u.tenant = ?',
      0,
    ],
    ['a part of its own', 'select (select max(o.unit) from officers o) from units u where u.tenant = ?', 1],
    ['a part asked with in', 'select 1 from units where tenant = ? and unit in (select unit from officers)', 1],
    ['a query with a name', 'with all_of as (select unit from units) select unit from all_of', 1],
    ['the second of two', 'select 1 from units where tenant = ? union all select 1 from officers', 1],
    ['two tables and one of them', 'select 1 from units u, officers o where u.tenant = ? and o.unit = u.unit', 1],
    ['a change of everyone', 'update units set name = ?', 1],
    ['a change by a part of everyone', 'update units set name = (select max(label) from officers) where tenant = ?', 1],
    ['a deletion of everyone', 'delete from units where unit = ?', 1],
    [
      'a row with its tenant first',
      'insert into units (tenant, unit) values (?, ?) on conflict (tenant, unit) do nothing',
      0,
    ],
    ['a row without', 'insert into units (unit) values (?)', 1],
    ['a key without', 'insert into units (tenant, unit) values (?, ?) on conflict (unit) do nothing', 1],
    ['rows taken from everyone', 'insert into units (tenant, unit) select tenant, unit from officers', 1],
    ['a table without tenants', 'select name from migrations', 0],
    ['a change of the schema', 'drop table units', 1],
  ];
  for (const [why, sql, faults] of CASES)
    test(`${faults ? 'refuses' : 'lets through'}: ${why}`, () => {
      expect(judge(sql)).toHaveLength(faults);
    });
});
