import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Results } from '#wire/results.ts';
import { fillPeriod } from './filled-period.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
  await server.db.run("update units set parent = 'so-a' where tenant = 'mau' and unit = 'xa-1'");
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
});
afterAll(() => server.close());

describe('who administers a unit', () => {
  const read = async (role: 'unit-admin' | 'viewer') =>
    (await server.request<Results>('GET', '/v1/periods/2026-q4/results', undefined, server.credentials.mau[role])).body;

  it('reads the results of that unit and of those below it, and of no other', async () => {
    const body = await read('unit-admin');
    expect(body.units.map((u) => u.unit)).toEqual(['so-a', 'xa-1']);
    expect(body.officers.map((o) => o.officer)).toEqual(['CB-01']);
    expect((await read('viewer')).units.map((u) => u.unit)).toEqual(['so-a', 'so-b', 'xa-1']);
  });
});
