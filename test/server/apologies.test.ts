import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Apologies } from '#wire/apology.ts';
import { actsOf } from '../../server/store/dossier-acts.ts';
import { promiseChangesOf } from '../../server/store/dossier-changes.ts';
import { dossiersByCode } from '../../server/store/dossiers.ts';
import { dossierBody } from './dossier-body.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const LETTER = { dossier: CODE, sent: '2026-11-03T10:00', promised: '2026-11-12T17:00', reason: 'workload' };

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  const running = { state: 'processing', ready: null } as const;
  await server.request('POST', '/v1/dossiers', [dossierBody(running)], server.credentials.mau.device);
});
afterEach(() => server.close());

const send = (...items: readonly object[]) =>
  outcomesOf(server, '/v1/apologies', items, server.credentials.mau.officer);
const withdraw = (sent: string, as: As = server.credentials.mau['province-admin']) =>
  server.request<Apologies & { code?: string }>(
    'POST',
    '/v1/apologies/withdraw',
    { dossier: CODE, sent, reason: 'Ghi nhầm hồ sơ khác.' },
    as,
  );
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

  test('put right tells one new date, not two; taken back it tells none, and the log keeps both', async () => {
    const dates = async () => (await dossiersByCode(server.db, 'mau', [CODE]))[0]?.reappointed;
    await send(LETTER);
    expect(await send({ ...LETTER, promised: '2026-11-11T17:00' })).toEqual(['updated']);
    expect(await dates()).toEqual(['2026-11-11T17:00']);
    expect(await withdraw(LETTER.sent)).toMatchObject({ status: 200, body: { letters: [], reappointed: null } });
    // Whether the back office knew of another date is not on record any more.
    expect([await dates(), await acts()]).toEqual([null, undefined]);
    expect((await withdraw(LETTER.sent)).body.code).toBe('apology.unknown');
    const log = await server.db.all<{ action: string; detail: string }>(
      "select action, detail from audit where tenant = 'mau' and action like 'apolog%' order by seq",
    );
    expect(log.map(({ action }) => action)).toEqual(['apologies.put', 'apologies.put', 'apology.withdraw']);
    expect(log[1]?.detail).toContain(LETTER.promised);
    expect(JSON.parse(log[2]?.detail ?? '')).toMatchObject({ letter: { promised: '2026-11-11T17:00' } });
  });

  test('taken back leaves a date another letter or the back office told', async () => {
    const dates = async () => (await dossiersByCode(server.db, 'mau', [CODE]))[0]?.reappointed;
    const again = { ...LETTER, sent: '2026-11-03T15:00' };
    await send(LETTER, again);
    await withdraw(LETTER.sent);
    expect(await dates()).toEqual([LETTER.promised]);
    await withdraw(again.sent);
    expect(await dates()).toBeNull();
    const listed = dossierBody({ state: 'processing', ready: null, reappointed: [LETTER.promised] });
    await server.request('POST', '/v1/dossiers', [listed], server.credentials.mau.device);
    await send(LETTER);
    await withdraw(LETTER.sent);
    expect(await dates()).toEqual([LETTER.promised]);
  });

  test('is read and taken back by the admins of its unit alone', async () => {
    await send(LETTER);
    const { mau } = server.credentials;
    const read = (as: As) => server.request<Apologies>('GET', `/v1/apologies?dossier=${CODE}`, undefined, as);
    expect((await read(mau.viewer)).body).toEqual({
      dossier: CODE,
      promised: '2026-11-05T17:00',
      reappointed: [LETTER.promised],
      letters: [LETTER],
    });
    expect((await withdraw(LETTER.sent, mau.officer)).status).toBe(403);
    expect((await withdraw(LETTER.sent, mau['unit-admin'])).status).toBe(200);
    const ofOther = dossierBody({ code: `${CODE}-B`, unit: 'so-b' });
    await server.request('POST', '/v1/dossiers', [ofOther], mau['province-admin']);
    const other = await server.request('GET', `/v1/apologies?dossier=${CODE}-B`, undefined, mau['unit-admin']);
    expect(other.status).toBe(403);
  });

  test('is refused for an unknown dossier, a day to come, before receipt, and with any text', async () => {
    expect(
      await send(
        { ...LETTER, dossier: 'H99.01-261102-9999' },
        { ...LETTER, sent: '2026-11-10T10:00' },
        { ...LETTER, sent: '2026-11-01T10:00' },
        { ...LETTER, letter: 'Kính gửi Ông A' },
        { ...LETTER, promised: '2026-11-03T09:00' },
        // Promised was 05/11: a new date before it is a slip of the hand.
        { ...LETTER, promised: '2026-11-04T17:00' },
      ),
    ).toEqual(['dossier.unknown', 'date.future', 'date.order', 'body.invalid', 'body.invalid', 'date.order']);
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
