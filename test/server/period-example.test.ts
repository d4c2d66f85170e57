import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import { localDay } from '../../server/clock.ts';
import { DECISION } from '../../server/demo/province.ts';
import { periodRoutes } from '../../server/routes/periods.ts';
import { insertPeriod } from '../../server/store/periods.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await server.db.run("update tenants set decision_from = ?, decision_to = null where tenant = 'mau'", [DECISION.from]);
});
afterAll(() => server.close());

// The demo's open period is that of the last 95 days, whatever day it is started on.
it.each(['2026-11-22', '2027-02-15', '2031-01-01'])(
  'the example of a period is opened beside the demo’s on %s',
  async (day) => {
    server.clock.now = new Date(`${day}T05:00:00Z`);
    expect(localDay(server.clock.now)).toBe(day);
    await server.db.run("delete from periods where tenant = 'mau'");
    const open = { ...({ period: 'ky-nay', kind: 'custom', from: addDays(day, -95), to: addDays(day, 1) } as const) };
    await server.db.batch([
      insertPeriod('mau', { ...open, ruleset: 'tt01-2018', decision: DECISION.act, choices: '{}' }),
      { sql: "update sessions set expires_at = '9999-01-01T00:00:00.000Z'" },
    ]);
    const example = periodRoutes.find(({ method }) => method === 'POST')?.example;
    const { status, text } = await server.request(
      'POST',
      '/v1/periods',
      example,
      server.credentials.mau['province-admin'],
    );
    expect(text).toContain('"state":"open"');
    expect(status).toBe(201);
  },
);
