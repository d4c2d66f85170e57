import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Results } from '#wire/results.ts';
import { checkPeriod } from '../../server/close/check.ts';
import { closePeriod } from '../../server/close/close.ts';
import type { Db, Statement } from '../../server/store/db.ts';
import { findingsPage } from '../../server/store/findings.ts';
import { endedDossiers, unendedDossiers } from '../../server/store/period-dossiers.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

/** Tables that grow with the dossiers and answers of a province. */
const LARGE = /\b(dossiers|self_scores|responses|links|dossier_findings|audit)\b/;

/** What the engine says when it reads a whole table, all rows of a tenant but its few units, or sorts all of them to give one page. */
const WALK = /^SCAN (?!(\d+ )?CONSTANT)|^SEARCH (?!u ).*\(tenant=\?\)$|TEMP B-TREE FOR ORDER BY/;

/** The database, and every statement that is asked of it. */
function recorded(db: Db): { db: Db; seen: Map<string, Statement> } {
  const seen = new Map<string, Statement>();
  const note = (statement: Statement) => seen.set(statement.sql, statement);
  return {
    seen,
    db: {
      ...db,
      all: (sql, params = []) => {
        note({ sql, params });
        return db.all(sql, params);
      },
      run: (sql, params = []) => {
        note({ sql, params });
        return db.run(sql, params);
      },
      batch: (statements) => {
        statements.forEach(note);
        return db.batch(statements);
      },
    },
  };
}

describe('check, close and findings', () => {
  it.each(['ended', 'received', 'returned'])(
    'reach every row of a large table by more of its key than the tenant, dossiers by %s',
    async (membership) => {
      await server.db.run('update periods set choices = ?', [JSON.stringify({ 'period.membership': membership })]);
      await fillPeriod(server);
      const { db, seen } = recorded(server.db);
      const now = () => new Date('2027-01-04T02:00:00Z');
      const period = await periodOrNull(db, 'mau', '2026-q4');
      if (!period) throw new Error('no period');
      await checkPeriod({ ...server.services, db }, 'mau', period, '2027-01-04');
      await closePeriod({ ...server.services, db, now }, 'mau', period, 'user:lan');
      await findingsPage(db, 'mau', '2026-q4.1', 'so-a', 'computed', 1, '');

      const faults: string[] = [];
      for (const { sql, params } of seen.values())
        for (const { detail } of await server.db.all<{ detail: string }>(`explain query plan ${sql}`, params))
          if (LARGE.test(sql) && WALK.test(detail)) faults.push(`${detail} in ${sql.replace(/\s+/g, ' ')}`);
      expect(seen.size).toBeGreaterThan(15);
      // The newest entry of the log is read from the end of its key, one row.
      expect(faults.filter((fault) => !/from audit where tenant = \? order by seq desc limit 1$/.test(fault))).toEqual(
        [],
      );
    },
  );

  it('read the dossiers of a unit once each, whatever ended on one day and however many pages it takes', async () => {
    const put = (i: number, day: string | null, state: string) => ({
      sql: `insert into dossiers (tenant, code, unit, state, reappointed, ended_day, pauses, source, updated_at)
        values ('mau', ?, 'so-a', ?, '[]', ?, '[]', 'x', 'x')`,
      params: [`H99-${String(i).padStart(5, '0')}`, state, day],
    });
    // 1.400 on one day and 800 on another make three pages; 1.100 run, 3 ended on a day unknown.
    await server.db.batch(Array.from({ length: 1400 }, (_, i) => put(i, '2026-11-04', 'ready')));
    await server.db.batch(Array.from({ length: 800 }, (_, i) => put(3000 - i, '2026-11-05', 'returned')));
    await server.db.batch(Array.from({ length: 1100 }, (_, i) => put(5000 + i, null, 'processing')));
    await server.db.batch([0, 1, 2].map((i) => put(9000 + i, null, 'returned')));
    const read = async (pages: AsyncGenerator<readonly { code: string }[]>) => {
      const codes: string[] = [];
      for await (const page of pages) codes.push(...page.map((d) => d.code));
      return { n: codes.length, different: new Set(codes).size };
    };
    const { db } = server;
    expect(await read(endedDossiers(db, 'mau', 'so-a', '2026-11-04', '2026-11-06'))).toEqual({
      n: 2200,
      different: 2200,
    });
    expect(await read(endedDossiers(db, 'mau', 'so-a', '2026-11-05', '2026-11-06'))).toEqual({
      n: 800,
      different: 800,
    });
    expect(await read(unendedDossiers(db, 'mau', 'so-a', '2026-11-05'))).toEqual({ n: 1900, different: 1900 });
  });
});

describe('under the choice to compare with the legal limit', () => {
  // 5 working days after 14/12/2026: 15, 16, 17, 18, 21/12. Unfinished on 01/01: 0 for indicator 1 in this quarter.
  it.each([
    ['without a promise', null],
    ['promised for the next quarter', '2027-01-20T17:00'],
  ])('a dossier %s that fell due by law in the period counts in it', async (_, promised) => {
    const { officer, 'province-admin': admin } = server.credentials.mau;
    await server.db.run("update periods set choices = ? where tenant = 'mau'", ['{"compareWith":"legal"}']);
    const dossier = {
      code: 'H99.01-261214-0001',
      unit: 'so-a',
      procedure: null,
      officer: null,
      channel: null,
      state: 'processing',
      received: '2026-12-14T08:00',
      promised,
      reappointed: [],
      ready: null,
      returned: null,
      pauses: [],
      supplements: null,
      limitDays: 5,
    };
    server.clock.now = new Date('2026-12-20T02:00:00Z');
    await server.request('POST', '/v1/dossiers', [dossier], officer);
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
    const { body } = await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, admin);
    expect(body.units[0]?.punctuality).toMatchObject({ overdue: 1 });
    expect(body.units[0]?.rows[0]?.computed).toEqual({ points: 0, n: 1, because: null });
  });
});
