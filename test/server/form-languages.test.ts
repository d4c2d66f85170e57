import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepLanguages, languageCounts } from '../../server/store/form-languages.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const count = async () => server.db.batch(await keepLanguages(server.db, 'mau', '2026-q4', 5));
const counts = (...more: string[]) => languageCounts(server.db, 'mau', ['2026-q4', ...more]);
async function answered(from: number, n: number, lang: 'vi' | 'en'): Promise<void> {
  for (let i = from; i < from + n; i += 1)
    expect((await server.request('POST', '/v1/responses', responseOf(i, { lang }))).status).toBe(201);
}

test('a language of which there are fewer than 5 forms hides the others: the whole less them would tell it', async () => {
  await answered(1, 6, 'vi');
  await answered(20, 4, 'en');
  await count();
  expect(await counts()).toBeNull();
  expect(await server.db.all("select bucket, n from survey_steps where step = 'lang'")).toEqual([
    { bucket: '*', n: 10 },
  ]);
  // A fifth, and a count begun again, as after a close cut short.
  await answered(30, 1, 'en');
  await count();
  await count();
  expect(await counts()).toEqual(
    new Map([
      ['en', 5],
      ['vi', 6],
    ]),
  );
  expect(await counts('2026-q3'), 'with a period that was not counted').toBeNull();
});

test('of a unit with fewer than 5 forms nothing is counted', async () => {
  await answered(1, 4, 'vi');
  await count();
  expect(await counts()).toBeNull();
});
