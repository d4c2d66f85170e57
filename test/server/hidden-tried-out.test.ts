import { afterAll, beforeAll, expect, test } from 'vitest';
import { bodyHash } from '../../server/body-hash.ts';
import { dossierBody } from './dossier-body.ts';
import { dumped } from './sealed-worlds.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const told = (phone: string) => `Người nộp gọi từ số ${phone}.`;
const PHONE = '0912345678';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** Bodies as they were sent, of which all but the number can be read in the database. */
const bodiesWith = (phone: string) => {
  const score = { id: idOf(1), dossier: CODE, values: { 1: { shown: 20, points: 10, note: told(phone) } } };
  const objection = { id: idOf(2), period: '2026-q4', unit: 'so-a', text: told(phone) };
  const paper = {
    ...{ unit: 'so-a', day: '2026-11-06', survey: 'danhgia-2026', version: 1, stage: 'returned' as const },
    ...{ answers: { overall: 's4', q1: 'on', q3: 'extra0' }, lang: 'vi', comment: told(phone) },
  };
  return { score, objection, paper };
};

test('a number that was hidden cannot be tried out against any hash beside the text', async () => {
  const { officer, 'unit-admin': unitAdmin, 'province-admin': admin } = server.credentials.mau;
  const { score, objection, paper } = bodiesWith(PHONE);
  await server.request('POST', '/v1/dossiers', [dossierBody({ code: CODE })], officer);
  const outcome = async (path: string, item: unknown, as: typeof admin) =>
    (await server.request<{ outcomes: { outcome: string }[] }>('POST', path, [item], as)).body.outcomes[0]?.outcome;
  const form = { ...paper, form: '17' };
  expect(await outcome('/v1/self-scores', score, officer)).toBe('created');
  expect(await outcome('/v1/paper-responses', form, admin)).toBe('created');
  expect((await server.request('POST', '/v1/responses', responseOf(5, { comment: told(PHONE) }))).status).toBe(201);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  expect((await server.request('POST', '/v1/periods/2026-q4/close', {}, admin)).status).toBe(200);
  expect(await outcome('/v1/objections', objection, unitAdmin)).toBe('created');
  // Sent once more they are still known.
  expect(await outcome('/v1/self-scores', score, officer)).toBe('repeated');
  expect(await outcome('/v1/objections', objection, unitAdmin)).toBe('repeated');

  const values = [...(await dumped(server)).values()].flat();
  expect(values.filter((value) => value.includes('[đã che số điện thoại]')).length).toBeGreaterThan(2);
  const tried = Object.entries(bodiesWith(PHONE)).filter(([, body]) => values.includes(bodyHash(body)));
  expect(tried.map(([kind]) => kind)).toEqual([]);
});
