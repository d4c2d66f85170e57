import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumped } from './sealed-worlds.ts';
import { idOf, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const SAID = { overall: 's1', q1: 'after', q3: 'extra1', q7: 't0' };
const THEN = { overall: 's5', q1: 'on', q3: 'extra0', q7: 't3' };
/** Tables that hold any of `words` in a cell, and what is counted as nothing. */
async function traces(words: readonly string[]): Promise<string[]> {
  const cells = await dumped(server);
  const holds = ([place, values]: [string, string[]]) =>
    /^(tallies|procedure_tallies|day_counts)\.n$/.test(place)
      ? values.includes('0')
      : values.some((value) => words.includes(value));
  return [...cells].filter(holds).map(([place]) => place);
}

test('what an answer said before it was changed, or erased, is counted nowhere as «none any more»', async () => {
  const said = responseOf(1, { answers: SAID });
  const { receipt } = (await server.request<{ receipt: string }>('POST', '/v1/responses', said)).body;
  const path = `/v1/responses/${idOf(1)}`;
  const as = { 'x-dvc-receipt': receipt };
  expect(await traces(['s1', 'after', 'extra1', 't0'])).toEqual(['procedure_tallies.option', 'tallies.option']);
  expect((await server.request('PUT', path, { ...said, answers: THEN }, as)).status).toBe(200);
  expect(await traces(['s1', 'after', 'extra1', 't0'])).toEqual([]);
  expect(await traces(['s5'])).toEqual(['procedure_tallies.option', 'tallies.option']);
  expect((await server.request('DELETE', path, undefined, as)).status).toBe(204);
  expect(await traces(['s5', 'on', 'extra0', 't3', '1.001612'])).toEqual([]);
});
