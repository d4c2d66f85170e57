import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DossierBody } from '#wire/dossier.ts';
import type { Outcome } from '#wire/problem.ts';
import { actsOf } from '../../server/store/dossier-acts.ts';
import { dossierBody } from './dossier-body.ts';
import { type TestServer, testServer } from './test-server.ts';

const CODE = dossierBody().code;

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

async function put(more: Partial<DossierBody>): Promise<string[]> {
  const { body } = await server.request<{ outcomes: Outcome[] }>(
    'POST',
    '/v1/dossiers',
    [dossierBody(more)],
    server.credentials.mau.device,
  );
  return body.outcomes.map(({ outcome }) => outcome);
}

describe('what the office did about a dossier', () => {
  const actsNow = async () => (await actsOf(server.db, 'mau', [CODE])).get(CODE);

  test('is kept beside it; a later sight adds, and takes nothing back', async () => {
    await put({ acts: { submitted: '2026-11-02T07:50', answered: null, supplementNotices: ['2026-11-04T10:00'] } });
    expect(await put({ acts: { answered: '2026-11-02T09:00', supplementNotices: ['2026-11-05T10:00'] } })).toEqual([
      'updated',
    ]);
    expect(await put({ acts: { submitted: null } }), 'a screen that shows less').toEqual(['repeated']);
    expect(await actsNow()).toEqual({
      submitted: '2026-11-02T07:50',
      answered: '2026-11-02T09:00',
      supplementNotices: ['2026-11-04T10:00', '2026-11-05T10:00'],
    });
  });

  test('that lies in the future is refused, and a dossier without it has none on record', async () => {
    expect(await put({ acts: { apologies: ['2026-11-11T08:00'] } })).toEqual(['refused']);
    await put({});
    expect(await actsNow()).toBeUndefined();
  });
});
