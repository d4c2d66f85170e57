import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from '#wire/problem.ts';
import { idOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test('a self-score after the close names a way that exists: the unit admin', async () => {
  const { officer } = server.credentials.mau;
  const code = 'H99.01-261102-0007';
  const dossier = {
    ...{ code, unit: 'so-a', procedure: null, officer: null, channel: null, state: 'returned' },
    ...{ received: '2026-11-02T08:15', promised: '2026-11-06T17:00', ready: '2026-11-06T16:00' },
    ...{ returned: '2026-11-06T16:30', reappointed: [], pauses: [], supplements: null, limitDays: null },
  };
  await server.request('POST', '/v1/dossiers', [dossier], officer);
  await server.db.run("update periods set state = 'closed' where tenant = 'mau'");
  const score = { id: idOf(1), dossier: code, values: { 1: { shown: 20, points: 20 } } };
  const { body } = await server.request<{ outcomes: Outcome[] }>('POST', '/v1/self-scores', [score], officer);
  expect(body.outcomes[0]).toMatchObject({
    outcome: 'refused',
    status: 410,
    problem: { code: 'period.closed', message: expect.stringMatching(/đã chốt.*liên hệ quản trị đơn vị\.$/) },
  });
});
