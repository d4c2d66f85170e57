import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import type { Outcome } from '#wire/problem.ts';
import { promiseChangesOf } from '../../server/store/dossier-changes.ts';
import { dossierBody } from './dossier-body.ts';
import { type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0007';
/** Promised for 06/11 17:00 and not finished; no new date so far. */
const SEEN = { code: CODE, state: 'processing', promised: '2026-11-06T17:00', ready: null } as const;

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

async function put(more: Partial<DossierBody>): Promise<(string | undefined)[]> {
  const { device } = server.credentials.mau;
  const body = [dossierBody({ ...SEEN, ...more })];
  const answer = await server.request<{ outcomes: Outcome[] }>('POST', '/v1/dossiers', body, device);
  expect(answer.status).toBe(200);
  return answer.body.outcomes.map(({ outcome }) => outcome);
}

describe('the last moment the date before was still read', () => {
  const movesOfCode = async () => (await promiseChangesOf(server.db, 'mau', [CODE])).get(CODE);
  const later = (at: string) => {
    server.clock.now = new Date(at);
  };

  test('a repeat after the date passed is kept once, and tells of a new date that the old one stood there after it', async () => {
    later('2026-11-05T02:00:00Z');
    await put({ reappointed: null });
    // Promised for 06/11 17:00: read again on 07/11 10:00 and 09/11 09:00 in Viet Nam, the first of which is enough.
    later('2026-11-07T03:00:00Z');
    expect(await put({ reappointed: null })).toEqual(['repeated']);
    later('2026-11-09T02:00:00Z');
    expect(await put({ reappointed: null })).toEqual(['repeated']);
    const [{ updated_at, promise_seen_at } = {}] = await server.db.all<Record<string, string>>(
      'select updated_at, promise_seen_at from dossiers',
    );
    expect([updated_at, promise_seen_at]).toEqual(['2026-11-05T02:00:00.000Z', '2026-11-07T03:00:00.000Z']);
    later('2026-11-10T02:00:00Z');
    await put({ promised: '2026-11-12T17:00', reappointed: null });
    expect(await movesOfCode()).toEqual([
      { at: '2026-11-10T09:00', seenBefore: '2026-11-07T10:00', from: '2026-11-06T17:00', to: '2026-11-12T17:00' },
    ]);
  });

  test('of a date read before it passed alone, it is not told that it stood there after', async () => {
    later('2026-11-05T02:00:00Z');
    await put({});
    later('2026-11-10T02:00:00Z');
    await put({ reappointed: ['2026-11-12T17:00'] });
    expect((await movesOfCode())?.[0]?.seenBefore).toBe('2026-11-05T09:00');
  });

  test('a page without the list of new dates says nothing of a date that later comes from the list', async () => {
    later('2026-11-05T02:00:00Z');
    await put({});
    later('2026-11-07T03:00:00Z');
    await put({ reappointed: null });
    later('2026-11-10T02:00:00Z');
    await put({ reappointed: ['2026-11-12T17:00'] });
    expect((await movesOfCode())?.[0]?.seenBefore).toBe('2026-11-05T09:00');
  });

  test('where no list was ever read before, nothing is known', async () => {
    later('2026-11-07T03:00:00Z');
    await put({ reappointed: null });
    later('2026-11-10T02:00:00Z');
    await put({ reappointed: ['2026-11-12T17:00'] });
    expect(await movesOfCode()).toEqual([{ at: '2026-11-10T09:00', from: '2026-11-06T17:00', to: '2026-11-12T17:00' }]);
  });
});
