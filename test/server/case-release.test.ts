import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView } from '#wire/case.ts';
import { ownerBefore } from '../../server/routes/owner-before.ts';
import { caseCalls } from './case-calls.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());
const { act, ask, get, newest } = caseCalls(() => server);

test('given back it is whose it was before; only who has it can, and not once replied to', async () => {
  await ask();
  const { id } = await newest('reviewer');
  const stands = async () => {
    const { body } = await get<CaseView>(`/v1/cases/${id}`, 'reviewer');
    return [body.state, body.owner, body.history.at(-1)?.step];
  };
  await act(id, 'take', { revision: 0 }, 'reviewer');
  expect((await act(id, 'release', { revision: 1 })).body.code).toBe('case.state');
  await act(id, 'take', { revision: 1 });
  expect(await stands()).toEqual(['taken', 'province-admin', 'taken']);
  expect((await act(id, 'release', { revision: 1 })).body.code).toBe('case.changed');
  expect((await act(id, 'release', { revision: 2 })).status).toBe(204);
  expect(await stands()).toEqual(['taken', 'reviewer', 'released']);
  expect((await act(id, 'release', { revision: 3 }, 'reviewer')).status).toBe(204);
  expect(await stands()).toEqual(['new', null, 'released']);
  await act(id, 'answer', { revision: 4, answer: 'Đơn vị đã xem lại.' }, 'reviewer');
  expect((await act(id, 'release', { revision: 5 }, 'reviewer')).body.code).toBe('case.state');
});

test('nobody from before a change of the citizen gets the case back: it may be a matter of others since', () => {
  const steps = (...all: readonly (readonly [actor: string, step: 'taken' | 'released' | 'changed'])[]) =>
    ownerBefore(all.map(([actor, step]) => ({ on: '2026-11-10', actor, step })));
  expect(steps(['a', 'taken'], ['b', 'taken'])).toBe('a');
  expect(steps(['a', 'taken'], ['b', 'taken'], ['b', 'released'], ['c', 'taken'])).toBe('a');
  expect(steps(['a', 'taken'], ['anyone', 'changed'], ['b', 'taken'])).toBeNull();
});
