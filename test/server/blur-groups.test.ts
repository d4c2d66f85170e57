import { afterEach, beforeEach, expect, it } from 'vitest';
import { blurGroups } from '../../server/store/blur-groups.ts';
import type { Db } from '../../server/store/db.ts';
import { insertResponse } from '../../server/store/responses.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
const PERIOD = '2026-q4';

/** Three answers about a rare procedure, and 1,500 about the only other one of the unit; by turns. */
beforeEach(async () => {
  server = await testServer();
  const base = {
    ...({ unit: 'so-a', survey: 'tt01-2018', version: 1, stage: 'returned', day: '2026-11-03', lang: 'en' } as const),
    ...({
      channel: 'kiosk',
      proof: 'receipt',
      answers: {},
      assisted: null,
      way: null,
      helper: null,
      comment: null,
    } as const),
  };
  await server.db.batch(
    Array.from({ length: 1503 }, (_, i) =>
      insertResponse('mau', PERIOD, i + 1, { ...base, procedure: i % 501 === 0 ? 'HIEM' : 'THUONG' }, false),
    ),
  );
});
afterEach(() => server.close());

const blur = (db: Db) => blurGroups(db, 'mau', PERIOD, 5);
const groups = () =>
  server.db.all('select procedure, lang, count(*) as n from responses group by procedure, lang order by procedure');

it('takes the procedure a page at a time, and once more changes nothing', async () => {
  const sizes: number[] = [];
  await blur({
    ...server.db,
    run(sql, params = []) {
      sizes.push(new Set(params.slice(2)).size);
      return server.db.run(sql, params);
    },
  });
  // The three alone would be fewer than five, so the next smallest procedure goes with them: all 1,503.
  expect(sizes).toEqual([1000, 503]);
  expect(await groups()).toEqual([{ procedure: null, lang: 'vi', n: 1503 }]);
  await blur({ ...server.db, run: () => Promise.reject(new Error('nothing is left')) });
});

it('cut short and run once more leaves no group smaller than five', async () => {
  let runs = 0;
  const dying: Db = {
    ...server.db,
    run: (sql, params) => (++runs > 1 ? Promise.reject(new Error('gone')) : server.db.run(sql, params)),
  };
  await expect(blur(dying)).rejects.toThrow('gone');
  // Places 1 to 1000 hold two of the three.
  expect(await groups()).toEqual([
    { procedure: null, lang: 'vi', n: 1000 },
    { procedure: 'HIEM', lang: 'en', n: 1 },
    { procedure: 'THUONG', lang: 'en', n: 502 },
  ]);
  await blur(server.db);
  expect(await groups()).toEqual([
    { procedure: null, lang: 'vi', n: 1001 },
    { procedure: 'THUONG', lang: 'en', n: 502 },
  ]);
});
