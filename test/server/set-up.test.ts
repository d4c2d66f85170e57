import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '#wire/desk.ts';
import type { PortalSighting } from '#wire/portal-sighting.ts';
import type { SetUp, SetUpScreen } from '#wire/set-up.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const admin = () => server.credentials.mau['province-admin'];
const screen = async (query = '') =>
  (await server.request<SetUpScreen>('GET', `/v1/set-up${query}`, undefined, admin())).body;
const state = async () => (await screen()).state;
const sightings = async (as = admin()) =>
  (await server.request<{ sightings: PortalSighting[] }>('GET', '/v1/portal-sightings', undefined, as)).body.sightings;
const watch = (origins: readonly string[]) => server.request('PUT', '/v1/portal-sightings', { origins }, admin());

it('counts what was entered and opens the first step nobody has finished', async () => {
  const found = await state();
  // Three units, one officer and one browser at so-a; nobody has looked at the province's settings yet.
  expect(found).toMatchObject({
    tenant: { settled: false },
    units: { n: 3, doubled: 0 },
    officers: { n: 1, units: 1 },
    devices: { n: 1, units: 1 },
    dossiers: { n: 0, periods: 1 },
    survey: { chosen: false, id: 'danhgia-2026' },
    open: 'tenant',
  });
});

it('carries what the step edits as the part by itself is told it; without a step it is the one that is open', async () => {
  const told = async (path: string) => (await server.request<object>('GET', path, undefined, admin())).body;
  expect((await screen()).edits).toEqual({ step: 'tenant', tenant: await told('/v1/tenant') });
  for (const step of ['officers', 'devices'])
    expect((await screen(`?step=${step}`)).edits).toEqual({ step, ...(await told(`/v1/${step}`)) });
  expect((await screen('?step=units')).edits).toEqual({ step: 'units' });
  expect((await server.request('GET', '/v1/set-up?step=buoc-la', undefined, admin())).status).toBe(422);
});

it('names units that bear one name at the same time, whatever the case', async () => {
  const twin = { unit: 'so-a2', name: ' sở a', parent: null, level: 'province', from: '2026-01-01' };
  const first = { unit: 'so-a3', name: 'Sở A', parent: null, level: 'province', from: '2026-01-01' };
  const ended = { ...first, unit: 'so-a4', to: '2026-02-01' };
  await server.request('POST', '/v1/units', [twin, first, ended], admin());
  const { units } = await state();
  expect([units.n, units.doubled]).toEqual([5, units.doubled]);
  expect(units.doubled).toBeGreaterThanOrEqual(2);
});

it('the survey of the province is chosen among those that ask after the result', async () => {
  const put = (survey: string) => server.request<SetUp>('PUT', '/v1/tenant/survey', { survey }, admin());
  expect((await put('tay-ninh-tablet-3')).status).toBe(422);
  expect((await put('khong-co')).status).toBe(422);
  const chosen = await put('danhgia-2026');
  expect(chosen.body.survey).toMatchObject({ chosen: true, id: 'danhgia-2026', version: 1 });
  await put('binh-thuan-2019');
  const { body } = await server.request<Desk>('GET', '/v1/desk', undefined, server.credentials.mau['unit-admin']);
  expect(body.survey).toEqual({ id: 'binh-thuan-2019', version: 1 });
  await put('danhgia-2026');
});

it('sees the script and the form in pages of a watched site, and keeps nothing of any other', async () => {
  const origin = 'https://dichvucong.example.gov.vn';
  const from = (site: string, path: string) => server.request('GET', path, undefined, { origin: site });
  expect((await watch([origin])).status).toBe(200);
  expect(await sightings()).toEqual([{ origin, scriptAt: null, formAt: null, unit: null }]);
  await from('https://la.example.vn', '/v1/surveys/danhgia-2026?tenant=mau&unit=so-a');
  await from(origin, '/v1/surveys/danhgia-2026?tenant=kia&unit=so-a');
  expect(await sightings()).toEqual([{ origin, scriptAt: null, formAt: null, unit: null }]);
  await from(origin, '/v1/surveys/danhgia-2026?tenant=mau&unit=so-a');
  expect(await sightings()).toMatchObject([{ origin, unit: 'so-a', formAt: '2026-11-10T02:00:00.000Z' }]);
  expect((await state()).embed.sightings).toHaveLength(1);
  expect(await sightings(server.credentials.kia['province-admin'])).toEqual([]);
});

it('fetches no address that was typed: only a site is taken, no path, no other scheme', async () => {
  for (const origin of ['http://169.254.169.254', 'https://a.vn/duong-dan', 'file:///etc/passwd', 'ftp://a.vn'])
    expect((await watch([origin])).status).toBe(422);
});

it('a site that is watched no longer is forgotten', async () => {
  expect((await watch([])).status).toBe(200);
  expect(await sightings()).toEqual([]);
});
