import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DutiesPage, DutyCounts } from '#wire/duties.ts';
import { dossierBody } from './dossier-body.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

const code = (n: number) => `H99.01-261102-000${n}`;
/** Promised 05/11/2026 17:00, so a letter must go out on 04/11 at the latest; ready a day late. */
const late = (n: number, unit = 'so-a') => dossierBody({ code: code(n), unit, ready: '2026-11-06T10:00' });

let server: TestServer;
let admin: As;
beforeEach(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  const running = { state: 'processing', ready: null, promised: '2026-11-12T17:00' } as const;
  const dossiers = [
    late(1),
    late(2),
    late(3),
    dossierBody({ code: code(4) }),
    dossierBody({ code: code(5), ...running, reappointed: ['2026-11-16T17:00', '2026-11-18T17:00'] }),
    dossierBody({ code: code(6), ...running }),
    late(7, 'so-b'),
  ];
  await server.request('POST', '/v1/dossiers', dossiers, admin);
  await server.request('POST', '/v1/recordings', [{ unit: 'so-a', kind: 'apologies', from: '2026-10-01' }], admin);
  const letters = [
    { dossier: code(1), sent: '2026-11-03T10:00', reason: 'workload' },
    { dossier: code(2), sent: '2026-11-05T08:00', reason: 'workload' },
  ];
  await server.request('POST', '/v1/apologies', letters, admin);
});
afterEach(() => server.close());

const page = async (query: string, as = admin) =>
  (await server.request<DutiesPage>('GET', `/v1/duties?period=2026-q4&${query}`, undefined, as)).body;
const counts = async (unit: string) =>
  (await server.request<DutyCounts>('GET', `/v1/duties/counts?period=2026-q4&unit=${unit}`, undefined, admin)).body;

describe('duties by law of a unit and period', () => {
  test('that were breached are listed with article and reason, one duty or all', async () => {
    const { findings, next } = await page('unit=so-a&duty=apology');
    expect(findings.map((each) => [each.dossier, each.state])).toEqual([
      [code(2), 'breached'],
      [code(3), 'breached'],
      // A new date on record, and no letter that says so.
      [code(5), 'breached'],
    ]);
    expect(findings[0]?.cite).toContain('118/2025');
    expect(next).toBeNull();
    const all = await page('unit=so-a');
    expect(all.findings.map((each) => `${each.dossier} ${each.duty}`)).toEqual([
      `${code(2)} apology`,
      `${code(3)} apology`,
      `${code(5)} apology`,
      `${code(5)} reappointments`,
    ]);
  });

  test('that lie ahead are the ones due soon', async () => {
    const { findings } = await page('unit=so-a&duty=apology&state=pending');
    // Promised 12/11: by the end of 11/11.
    expect(findings).toMatchObject([{ dossier: code(6), by: '2026-11-11T17:00' }]);
  });

  test('are counted by hand, with the overdue ones by their letter', async () => {
    const { dossiers, duties, overdue } = await counts('so-a');
    expect(dossiers).toBe(6);
    expect(duties.find(({ duty }) => duty === 'apology')).toMatchObject({
      met: 1,
      breached: 3,
      pending: 1,
      unknown: 0,
    });
    expect(overdue).toEqual({ inTime: 1, late: 1, none: 1, unknown: 0 });
  });

  test('are unknown where letters are not put on record', async () => {
    expect((await counts('so-b')).overdue).toEqual({ inTime: 0, late: 0, none: 0, unknown: 1 });
    expect((await page('unit=so-b&duty=apology')).findings).toEqual([]);
    const { findings } = await page('unit=so-b&duty=apology&state=unknown');
    expect(findings).toMatchObject([{ dossier: code(7), state: 'unknown' }]);
  });

  test('stand beside dates in doubt: a promise that was moved when it had passed, told by a letter or first seen here', async () => {
    // Promised 05/11 17:00; the letter of 05/11 18:00 tells of a new date.
    const after = { dossier: code(3), sent: '2026-11-05T18:00', promised: '2026-11-09T17:00', reason: 'workload' };
    await server.request('POST', '/v1/apologies', [after], admin);
    const moved = async () =>
      (await page('unit=so-a&state=doubt')).findings.filter(({ duty }) => duty === 'movedAfterExpiry');
    expect(await moved()).toEqual([]);
    await server.request('POST', '/v1/apologies', [{ ...after, dossier: code(2), sent: '2026-11-06T08:00' }], admin);
    expect((await moved()).map(({ dossier, state }) => [dossier, state])).toEqual([[code(2), 'doubt']]);
  });

  test('are walked page by page without losing or repeating one', async () => {
    const many = Array.from({ length: 120 }, (_, n) =>
      dossierBody({ code: `H99.02-261102-${1000 + n}`, unit: 'xa-1', ready: n % 2 ? null : '2026-11-06T10:00' }),
    ).map((each) => (each.ready ? each : { ...each, state: 'processing' as const }));
    await server.request('POST', '/v1/dossiers', many, admin);
    await server.request('POST', '/v1/recordings', [{ unit: 'xa-1', kind: 'apologies', from: '2026-10-01' }], admin);
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { findings, next } = await page(`unit=xa-1&duty=apology${after && `&after=${encodeURIComponent(after)}`}`);
      seen.push(...findings.map(({ dossier }) => dossier));
      if (next === null) break;
      after = next;
    }
    expect(seen.sort()).toEqual(many.map((each) => each.code).sort());
  });

  test('are read by the unit itself alone, and the reading is logged', async () => {
    const { mau } = server.credentials;
    const other = await server.request<{ code: string }>(
      'GET',
      '/v1/duties?period=2026-q4&unit=so-b',
      undefined,
      mau['unit-admin'],
    );
    expect(other.body.code).toBe('scope.denied');
    await page('unit=so-a&duty=apology', mau['unit-admin']);
    const [entry] = await server.db.all(
      "select actor, subject from audit where tenant = 'mau' and action = 'duties.read'",
    );
    expect(entry).toEqual({ actor: 'user:unit-admin.so-a', subject: '2026-q4/so-a' });
    const wrong = await server.request<{ code: string }>('GET', '/v1/duties?duty=x', undefined, admin);
    expect(wrong.body.code).toBe('body.invalid');
  });
});
