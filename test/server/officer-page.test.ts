import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerPage } from '#wire/officer-page.ts';
import { fillPeriod } from './filled-period.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const get = (as: As, officer = 'CB-01') =>
  server.request<OfficerPage>('GET', `/v1/periods/2026-q4/officers/${officer}`, undefined, as);

beforeAll(async () => {
  server = await testServer();
  await fillPeriod(server);
});
afterAll(() => server.close());

describe('the page of an officer', () => {
  it('has nothing to show before the close', async () => {
    expect(await get(server.credentials.mau.viewer)).toMatchObject({ status: 409, body: { code: 'period.open' } });
  });

  it('shows each indicator by series and what enters the total, with intervals', async () => {
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    await server.request('POST', '/v1/periods/2026-q4/close', {}, server.credentials.mau['province-admin']);
    const { body } = await get(server.credentials.mau.viewer);
    expect(body).toMatchObject({ officer: 'CB-01', label: 'Quầy 1 · CB-01', unit: 'so-a', unitName: 'Đơn vị so-a' });
    expect(body.units).toEqual([{ unit: 'so-a', name: 'Đơn vị so-a', dossiers: 6 }]);
    expect(body.rows.map(({ indicator }) => indicator)).toEqual([1, 2, 3, 4, 6, 7]);
    // All dossiers of the unit are his, so his indices are the unit's: 70 over 5, of citizens and of the system.
    const [first] = body.rows;
    for (const series of ['citizen', 'computed'] as const)
      expect(first?.[series]).toMatchObject({ id: `officer/CB-01/1/${series}`, value: 14, n: 5, low: 6, high: 19 });
    expect(first?.self).toMatchObject({ value: 15, n: 2 });
    // 6 is no part of an officer's total.
    expect(body.rows.find(({ indicator }) => indicator === 6)?.official).toBeNull();
    // 14 + 17 + 18 + 16 + 10 of 100; ends of 70, 90, 80, 50 over 5 and 50 over 3 added up: 32,4 and 93,9.
    expect(body.total).toMatchObject({ id: 'officer/CB-01/total', value: 75, of: 100, low: 32, high: 94 });
    expect(body.completion).toBe('full');
    expect(body.cite).toContain('Điều 15');
  });

  it('is logged with the officer it was read of', async () => {
    const [entry] = await server.db.all<{ actor: string; subject: string }>(
      "select actor, subject from audit where tenant = 'mau' and action = 'results.read' order by seq desc limit 1",
    );
    expect(entry).toEqual({ actor: 'user:viewer', subject: '2026-q4/so-a/CB-01' });
  });

  it('is not shown to who administers another unit, nor for an officer there is not', async () => {
    await server.db.run("update snapshot_officers set unit = 'so-b', result = replace(result, '\"so-a\"', '\"so-b\"')");
    expect((await get(server.credentials.mau['unit-admin'])).status).toBe(403);
    expect(await get(server.credentials.mau.viewer, 'CB-99')).toMatchObject({
      status: 404,
      body: { code: 'officer.unknown' },
    });
  });
});
