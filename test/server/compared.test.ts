import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Compared } from '#wire/compared.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const ask = (as: As, query: string) => server.request<Compared>('GET', `/v1/comparisons?${query}`, undefined, as);
const compare = async (query: string) => (await ask(server.credentials.mau['province-admin'], query)).body;

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const admin = server.credentials.mau['province-admin'];
  await server.request('POST', '/v1/periods/2026-q4/close', {}, admin);
  // Scored anew by attitude alone: 7 rises from 10 (50/5) to 16 (t0 0, four of t3 20: 80/5).
  await server.request(
    'POST',
    '/v1/periods/2026-q4/rescore',
    { reason: 'thử cách hiểu', of: '2026-q4.1', choices: { 'index7.scale': 'attitude' } },
    admin,
  );
});
afterAll(() => server.close());

describe('two snapshots of a period', () => {
  it('are compared unit by unit, figure by figure, without calling a change of reading clear or unclear', async () => {
    const body = await compare('before=2026-q4@2026-q4.1&after=2026-q4');
    expect(body).toMatchObject({
      kind: 'snapshots',
      before: { snapshot: '2026-q4.1' },
      after: { snapshot: '2026-q4.2' },
      changed: { compared: 3, total: 1, grade: 0, rank: 0 },
    });
    const [first] = body.rows;
    expect(first).toMatchObject({
      unit: 'so-a',
      total: { change: 6, clear: null, before: { value: 135 }, after: { value: 141 } },
    });
    expect(first?.indicators.find(({ indicator }) => indicator === 7)).toMatchObject({ change: 6 });
    expect(first?.indicators.filter(({ change }) => change !== 0)).toHaveLength(1);
    expect(body.caveats).toEqual(['Hai bên có cách hiểu khác nhau ở một số chỗ, nên chênh lệch có thể do cách hiểu.']);
  });
});

describe('two snapshots of one period', () => {
  it('are for the province alone: between them one answer may have come in', async () => {
    for (const role of ['viewer', 'reviewer', 'unit-admin'] as const) {
      const denied = await ask(server.credentials.mau[role], 'before=2026-q4@2026-q4.1&after=2026-q4');
      expect(denied).toMatchObject({ status: 403, body: { code: 'role.denied' } });
    }
  });
});

describe('another ruleset', () => {
  it('is tried from the sums and nothing is written', async () => {
    const before = await server.db.all('select count(*) as n from snapshots');
    const body = await compare('after=2026-q4&ruleset=binh-thuan-1063');
    expect(body.kind).toBe('ruleset');
    // Units that evaluated nothing are «Yếu» there, and have no grade under the choice of the period.
    const silent = body.rows.find(({ unit }) => unit === 'so-b');
    expect(silent?.grade).toEqual({ before: silent?.grade.before, after: 'Yếu' });
    expect(body.caveats[0]).toContain('không ghi lại gì');
    expect(await server.db.all('select count(*) as n from snapshots')).toEqual(before);
  });
});

describe('two units', () => {
  it('stand side by side within the scope of who asks, and not outside it', async () => {
    const body = await compare('after=2026-q4&units=so-b,so-a');
    expect(body.rows).toHaveLength(1);
    expect(body.rows[0]).toMatchObject({ unit: 'so-a', total: { after: { value: 141 } } });
    const other = await ask(server.credentials.mau['unit-admin'], 'after=2026-q4&units=so-b,so-a');
    expect(other).toMatchObject({ status: 422, body: { code: 'unit.unknown' } });
    const own = await ask(server.credentials.mau['unit-admin'], 'after=2026-q4&ruleset=binh-thuan-1063');
    expect(own.body.rows.map(({ unit }) => unit)).toEqual(['so-a']);
  });
});

describe('what cannot be compared', () => {
  it.each([
    ['after=2026-q1', 404, 'period.unknown'],
    ['after=2026-q4@2026-q9.1', 404, 'snapshot.unknown'],
    ['after=2026-q4&units=so-a', 422, 'body.invalid'],
    ['before=2026-q4', 422, 'body.invalid'],
  ])('%s is refused', async (query, status, code) => {
    expect(await ask(server.credentials.mau['province-admin'], query)).toMatchObject({ status, body: { code } });
  });
});
