import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EndedUnits } from '#wire/unit-successors.ts';
import { recordAdvice } from '../../server/figures/record-advice.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { dossierBody } from './dossier-body.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let admin: As;
beforeEach(async () => {
  server = await testServer();
  admin = server.credentials.mau['province-admin'];
  await server.db.run("update units set to_day = '2026-11-01' where tenant = 'mau' and unit = 'xa-1'");
});
afterEach(() => server.close());

const put = async (unit: string, successors: readonly object[]) =>
  (await outcomesOf(server, '/v1/unit-successors', [{ unit, successors }], admin))[0];
const ended = async () => (await server.request<EndedUnits>('GET', '/v1/unit-successors', undefined, admin)).body.units;
const advice = async () => {
  const period = await periodOrNull(server.db, 'mau', '2026-q4');
  return period ? recordAdvice(server.db, 'mau', period) : [];
};

describe('who continues the work of an ended unit', () => {
  test('is one or several, and a new list replaces the old', async () => {
    expect(await ended()).toEqual([{ unit: 'xa-1', name: 'Đơn vị xa-1', to: '2026-11-01', successors: [] }]);
    expect(
      await put('xa-1', [
        { unit: 'so-a', share: 60 },
        { unit: 'so-b', share: 40 },
      ]),
    ).toBe('updated');
    expect(await put('xa-1', [{ unit: 'so-b' }])).toBe('updated');
    expect(await ended()).toMatchObject([{ successors: [{ unit: 'so-b', name: 'Đơn vị so-b', share: null }] }]);
    const [row] = await server.db.all('select from_day from unit_successors');
    expect(row).toEqual({ from_day: '2026-11-01' });
  });

  test('must be there on the day, and only an ended unit has any', async () => {
    expect(await put('so-a', [{ unit: 'so-b' }])).toBe('unit.successors');
    expect(await put('xa-1', [{ unit: 'khong-co' }])).toBe('unit.successors');
    expect(await put('xa-1', [{ unit: 'xa-1' }])).toBe('unit.successors');
    expect(
      await put('xa-1', [
        { unit: 'so-a', share: 60 },
        { unit: 'so-b', share: 60 },
      ]),
    ).toBe('body.invalid');
    expect(await put('xa-1', [{ unit: 'so-a' }, { unit: 'so-a' }])).toBe('body.invalid');
  });

  test('is asked for before the close where dossiers were left unfinished', async () => {
    const left = dossierBody({ unit: 'xa-1', state: 'processing', ready: null });
    await server.request('POST', '/v1/dossiers', [left], admin);
    const [found] = await advice();
    expect(found?.code).toBe('unit.noSuccessor');
    expect(found?.message).toContain('Đơn vị xa-1 (1 hồ sơ, đến hết ngày 31/10/2026)');
    await put('xa-1', [{ unit: 'so-a' }]);
    expect(await advice()).toEqual([]);
  });
});

test('petitions that differ from what was declared, and those without a verdict, are named before the close', async () => {
  await server.request('POST', '/v1/dossiers', [dossierBody()], admin);
  await server.request('POST', '/v1/recordings', [{ unit: 'so-a', kind: 'petitions', from: '2026-10-01' }], admin);
  const petitions = { received: 3, onTime: 3, prolonged: 0 };
  await server.request('POST', '/v1/unit-facts', [{ unit: 'so-a', period: '2026-q4', facts: { petitions } }], admin);
  const petition = { id: 'P-1', unit: 'so-a', dossier: dossierBody().code, about: 'breach', received: '2026-11-03' };
  await server.request('POST', '/v1/petitions', [{ ...petition, due: '2026-11-20', prolonged: false }], admin);
  const found = await advice();
  expect(found.map(({ code }) => code)).toEqual(['petition.differs', 'petition.pending']);
  expect(found[0]?.message).toContain('so-a (khai 3, ghi 1)');
});
