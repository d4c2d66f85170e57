import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '#wire/problem.ts';
import { actsOf } from '../../server/store/dossier-acts.ts';
import { promiseChangesOf } from '../../server/store/dossier-changes.ts';
import { dossiersByCode } from '../../server/store/dossiers.ts';
import { dossierBody } from './dossier-body.ts';
import { type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const LETTER = { dossier: CODE, sent: '2026-11-03T10:00', promised: '2026-11-12T17:00', reason: 'workload' };

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  const running = { state: 'processing', ready: null } as const;
  await server.request('POST', '/v1/dossiers', [dossierBody(running)], server.credentials.mau.device);
});
afterEach(() => server.close());

async function send(...items: readonly object[]): Promise<string[]> {
  const { body } = await server.request<{ outcomes: Outcome[] }>(
    'POST',
    '/v1/apologies',
    items,
    server.credentials.mau.officer,
  );
  return body.outcomes.map((each) => (each.outcome === 'refused' ? each.problem.code : each.outcome));
}
const acts = async () => (await actsOf(server.db, 'mau', [CODE])).get(CODE);

describe('a letter of apology', () => {
  test('is kept without its text, moves the date once, and is told by the act on record', async () => {
    expect(await send(LETTER)).toEqual(['created']);
    expect(await send(LETTER)).toEqual(['repeated']);
    expect(await acts()).toEqual({ apologies: ['2026-11-03T10:00'] });
    const [dossier] = await dossiersByCode(server.db, 'mau', [CODE]);
    expect([dossier?.promised, dossier?.reappointed]).toEqual(['2026-11-05T17:00', ['2026-11-12T17:00']]);
    // Told on 10/11, after the old date; the letter itself went out on 3/11, before it.
    expect((await promiseChangesOf(server.db, 'mau', [CODE])).get(CODE)).toEqual([
      { at: '2026-11-03T10:00', from: '2026-11-05T17:00', to: '2026-11-12T17:00' },
    ]);
  });

  test('told again with another reason is the same letter', async () => {
    await send(LETTER);
    expect(await send({ ...LETTER, reason: 'system' })).toEqual(['updated']);
    expect((await acts())?.apologies).toHaveLength(1);
  });

  test('is refused for an unknown dossier, a day to come, before receipt, and with any text', async () => {
    expect(
      await send(
        { ...LETTER, dossier: 'H99.01-261102-9999' },
        { ...LETTER, sent: '2026-11-10T10:00' },
        { ...LETTER, sent: '2026-11-01T10:00' },
        { ...LETTER, letter: 'Kính gửi Ông A' },
        { ...LETTER, promised: '2026-11-03T09:00' },
      ),
    ).toEqual(['dossier.unknown', 'date.future', 'date.order', 'body.invalid', 'body.invalid']);
    expect(await acts()).toBeUndefined();
  });

  test('that does not exist is known not to only where the unit puts every one on record', async () => {
    expect(await acts()).toBeUndefined();
    await server.request(
      'POST',
      '/v1/recordings',
      [{ unit: 'so-a', kind: 'apologies', from: '2026-11-01' }],
      server.credentials.mau['unit-admin'],
    );
    expect(await acts()).toEqual({ apologies: [] });
    await send(LETTER);
    expect(await acts()).toEqual({ apologies: ['2026-11-03T10:00'] });
  });
});
