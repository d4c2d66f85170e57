import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import type { Outcome } from '#wire/problem.ts';
import { type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0007';
const SEEN: DossierBody = {
  code: CODE,
  unit: 'so-a',
  procedure: '1.001612',
  officer: 'CB-01',
  channel: 'counter',
  state: 'processing',
  received: '2026-11-02T08:15',
  promised: '2026-11-06T17:00',
  reappointed: [],
  ready: null,
  returned: null,
  pauses: [],
  supplements: null,
  limitDays: null,
};

let server: TestServer;

beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

async function put(...items: Partial<DossierBody>[]): Promise<(string | undefined)[]> {
  const body = items.map((more) => ({ ...SEEN, ...more }));
  const answer = await server.request<{ outcomes: Outcome[] }>(
    'POST',
    '/v1/dossiers',
    body,
    server.credentials.mau.device,
  );
  expect(answer.status).toBe(200);
  return answer.body.outcomes.map(({ outcome }) => outcome);
}

const changes = () =>
  server.db.all<{ code: string; seq: number; at: string; actor: string; field: string; before: string; after: string }>(
    "select code, seq, at, actor, field, before, after from dossier_changes where tenant = 'mau' order by code, seq",
  );

async function lastDetail(): Promise<unknown> {
  const [row] = await server.db.all<{ detail: string }>(
    "select detail from audit where tenant = 'mau' and action = 'dossiers.put' order by seq desc limit 1",
  );
  return JSON.parse(row?.detail ?? 'null');
}

describe('a time of a known dossier that is told otherwise', () => {
  test('is taken, and stays on record as it was, with who said so and when', async () => {
    await put({ ready: '2026-11-09T10:00' });
    expect(await changes()).toEqual([]);
    server.clock.now = new Date('2026-11-10T03:00:00Z');
    // Late on 9/11 becomes on time on 6/11, after the fact.
    expect(await put({ ready: '2026-11-06T16:00', received: '2026-11-03T08:15' })).toEqual(['updated']);
    const told = { code: CODE, at: '2026-11-10T03:00:00.000Z', actor: 'device:may-1' };
    expect(await changes()).toEqual([
      { ...told, seq: 1, field: 'received', before: '2026-11-02T08:15', after: '2026-11-03T08:15' },
      { ...told, seq: 2, field: 'ready', before: '2026-11-09T10:00', after: '2026-11-06T16:00' },
    ]);
    expect(await lastDetail()).toEqual({ n: 1, moved: 0, changed: 2, rewritten: 2 });
    const [row] = await server.db.all("select ready, received from dossiers where tenant = 'mau'");
    expect(row).toEqual({ ready: '2026-11-06T16:00', received: '2026-11-03T08:15' });
  });

  test('for the first time is a change, but nothing rewritten', async () => {
    await put({ promised: null });
    await put({ promised: '2026-11-06T17:00', returned: '2026-11-06T09:00', state: 'returned' });
    expect((await changes()).map(({ field, before }) => [field, before])).toEqual([
      ['promised', null],
      ['returned', null],
    ]);
    expect(await lastDetail()).toEqual({ n: 1, moved: 0, changed: 2, rewritten: 0 });
  });

  test('as a pause of another length shows both', async () => {
    const pause = (to: string) => ({ pauses: [{ kind: 'supplement' as const, from: '2026-11-03T08:00', to }] });
    await put(pause('2026-11-04T08:00'));
    await put(pause('2026-11-05T17:00'));
    const [change] = await changes();
    expect([change?.field, JSON.parse(change?.before ?? ''), JSON.parse(change?.after ?? '')]).toEqual([
      'pauses',
      pause('2026-11-04T08:00').pauses,
      pause('2026-11-05T17:00').pauses,
    ]);
  });

  test('twice in one batch is two changes in their order', async () => {
    await put({});
    await put({ ready: '2026-11-09T10:00' }, { ready: '2026-11-06T16:00' });
    expect((await changes()).map(({ seq, before, after }) => [seq, before, after])).toEqual([
      [1, null, '2026-11-09T10:00'],
      [2, '2026-11-09T10:00', '2026-11-06T16:00'],
    ]);
  });

  test('by many at once leaves a history in which each value follows the one before', async () => {
    await put({});
    await Promise.all(Array.from({ length: 20 }, (_, n) => put({ ready: `2026-11-06T10:${10 + n}` })));
    const told = await changes();
    expect(told).toHaveLength(20);
    expect(told.slice(1).map(({ before }) => before)).toEqual(told.slice(0, -1).map(({ after }) => after));
  });
});

test('a promised date that moved is a re-appointment: the promise on record did not change', async () => {
  await put({});
  await put({ promised: '2026-11-12T17:00' });
  expect(await changes()).toEqual([]);
  expect(await lastDetail()).toMatchObject({ n: 1, moved: 1, changed: 0 });
});

test('what a list does not show erases nothing and changes nothing', async () => {
  await put({ ready: '2026-11-06T10:00' });
  expect(await put({ received: null })).toEqual(['repeated']);
  expect(await changes()).toEqual([]);
});
