import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SecondLook, SecondLooks } from '#wire/second-look.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, idOf, type TestServer, testServer } from './test-server.ts';

const OFFER: SecondLook = { id: idOf(1), confirmed: 37, seconds: 12, answer: 'none', opened: 0 };

let server: TestServer;
let as: TestServer['credentials']['mau'];
beforeEach(async () => {
  server = await testServer();
  as = server.credentials.mau;
});
afterEach(() => server.close());

const put = (items: readonly object[]) => outcomesOf(server, '/v1/self-scores/second-looks', items, as.officer);
const counted = async (by: As, period = PERIOD) =>
  (await server.request<SecondLooks>('GET', `/v1/self-scores/second-looks?period=${period}`, undefined, by)).body
    .officers;
const PERIOD = '2026-q4';

test('an offer is on record once; its answer takes its place, and what comes late takes nothing back', async () => {
  expect(await put([OFFER])).toEqual(['created']);
  expect(await put([OFFER])).toEqual(['repeated']);
  expect(await put([{ ...OFFER, answer: 'looked', opened: 2 }])).toEqual(['updated']);
  expect(await put([OFFER, { ...OFFER, answer: 'looked', opened: 1 }])).toEqual(['repeated', 'repeated']);
  expect(await put([{ ...OFFER, answer: 'looked', opened: 3 }])).toEqual(['updated']);
  expect(await server.db.all('select officer, unit, confirmed, seconds, answer, opened from second_looks')).toEqual([
    { officer: 'CB-01', unit: 'so-a', confirmed: 37, seconds: 12, answer: 'looked', opened: 3 },
  ]);
});

test('an id of another batch or province, and impossible numbers, are refused one by one', async () => {
  await put([OFFER]);
  expect(
    await put([
      { ...OFFER, confirmed: 38 },
      { ...OFFER, id: idOf(2).replace('mau', 'khac') },
      { ...OFFER, id: idOf(3), confirmed: 501 },
      { ...OFFER, id: idOf(4), dossiers: ['H99.01-261102-0001'] },
      { ...OFFER, id: idOf(5), answer: 'kept' },
    ]),
  ).toEqual(['look.repeat', 'tenant.mismatch', 'body.invalid', 'body.invalid', 'created']);
});

test('whoever answers for the unit reads the counts by officer, and the reading is logged; other units see none', async () => {
  await put([
    OFFER,
    { ...OFFER, id: idOf(2), confirmed: 25, answer: 'kept' },
    { ...OFFER, id: idOf(3), confirmed: 30, answer: 'looked', opened: 3 },
  ]);
  const own = {
    unit: 'so-a',
    officer: 'CB-01',
    offered: 3,
    kept: 1,
    looked: 1,
    unanswered: 1,
    confirmed: 92,
    opened: 3,
  };
  expect(await counted(as['province-admin'])).toEqual([own]);
  expect(await counted(as['unit-admin'])).toEqual([own]);
  expect(
    await server.db.all("select actor, detail from audit where action = 'second-looks.read' order by seq"),
  ).toEqual([
    { actor: 'user:province-admin', detail: '{"officers":1}' },
    { actor: 'user:unit-admin.so-a', detail: '{"officers":1}' },
  ]);
});
