import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PublicResults } from '#wire/results.ts';
import { changedBehind } from './changed-behind.ts';
import { OPEN_PROVINCE, openProvince } from './public-world.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  await openProvince(server.services);
}, 60_000);
afterAll(() => server.close());

const known = async () => {
  await changedBehind(server.db);
  const path = `/v1/public/periods/2026-q2/results?tenant=${OPEN_PROVINCE}`;
  const { units } = (await server.request<PublicResults>('GET', path)).body;
  return units.filter(({ interval }) => interval !== null).length;
};

it('a unit that answered a second form fewer than 5 times leaves nobody an interval: it would tell how many', async () => {
  expect(await known()).toBe(7);
  const put = `insert into tallies (tenant, period, unit, survey, stage, channel, proof, question, option, n)
    select tenant, period, unit, 'tt32-3', stage, channel, proof, question, 'very', 3 from tallies
    where tenant = ? and period = '2026-q2' and unit = 'so-tu-phap' and question = 'overall' limit 1`;
  await server.db.batch([{ sql: put, params: [OPEN_PROVINCE] }]);
  expect(await known()).toBe(0);
  await server.db.batch([
    { sql: "delete from tallies where tenant = ? and survey = 'tt32-3'", params: [OPEN_PROVINCE] },
  ]);
  expect(await known()).toBe(7);
});
