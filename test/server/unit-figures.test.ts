import { afterEach, beforeEach, expect, test } from 'vitest';
import type { UnitFigures } from '#wire/unit-figures.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const figures = async (as = server.credentials.mau.device) =>
  (await server.request<UnitFigures>('GET', '/v1/devices/figures', undefined, as)).body;

async function answer(from: number, to: number, unit: string): Promise<void> {
  for (let n = from; n < to; n += 1)
    expect((await server.request('POST', '/v1/responses', responseOf(n, { unit }))).status).toBe(201);
}

test('says at once how many answers came to the own unit, and no share before something is public', async () => {
  expect(await figures()).toEqual({ open: { label: 'Quý IV/2026', received: 0 }, published: null });
  await answer(0, 3, 'so-a');
  await answer(3, 5, 'so-b');
  expect(await figures()).toEqual({ open: { label: 'Quý IV/2026', received: 3 }, published: null });
  expect(await figures(server.credentials.mau.officer)).toEqual(await figures());
});

test('says after publication what the public reads, word for word; a hidden unit has no figure here either', async () => {
  const { 'province-admin': admin } = server.credentials.mau;
  await answer(0, 8, 'so-a');
  await answer(8, 14, 'so-b');
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  for (const step of ['close', 'seal']) {
    await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin);
    expect(await figures(), `after ${step} nothing is public yet`).toEqual({ open: null, published: null });
  }
  expect((await server.request('POST', '/v1/periods/2026-q4/publish', {}, admin)).status).toBe(200);
  type Public = { units: { unit: string; hidden: boolean; satisfactionShare: unknown }[] };
  const seen = await server.request<Public>('GET', '/v1/public/periods/2026-q4/results?tenant=mau');
  const own = seen.body.units.find(({ unit }) => unit === 'so-a');
  const { published } = await figures();
  expect(published).toMatchObject({
    label: 'Quý IV/2026',
    hidden: own?.hidden,
    satisfactionShare: own?.satisfactionShare,
  });
  expect(published?.url).toMatch(/\/cong-khai\/mau\?ky=2026-q4$/);
});

test('a unit with fewer than 5 answers reads no published figure of itself', async () => {
  const { 'province-admin': admin } = server.credentials.mau;
  await answer(0, 3, 'so-a');
  await answer(3, 14, 'so-b');
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  for (const step of ['close', 'seal', 'publish'])
    expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status).toBe(200);
  expect((await figures()).published).toMatchObject({
    ...{ hidden: true, gradeLabel: null, responses: null, satisfactionShare: null },
  });
});
