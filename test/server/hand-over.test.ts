import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HandOver, HandOverTaken, KioskLine, KioskPlaces } from '#wire/kiosk.ts';
import type { Outcome } from '#wire/problem.ts';
import { tidyKiosks } from '../../server/store/kiosk-tidy.ts';
import { KIOSK, NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.close());

const BEACON = { queue: 0, lastAnswer: '2026-11-10T09', version: 'thu', battery: 80, fault: null };
const me = () => server.credentials.mau.kiosk;
const admin = () => server.credentials.mau['province-admin'];
const kiosk = <T>(method: string, path: string, body?: unknown) =>
  server.request<T>(method, `/v1/kiosk/${path}`, body, me());
const _quick = (n: number, more: object = {}) =>
  responseOf(n, {
    ...{ survey: 'nhanh-3-2026', channel: 'kiosk', procedure: undefined, answers: { overall: 'satisfied' } },
    ...more,
  });
const send = async (items: readonly unknown[]) =>
  (await kiosk<{ outcomes: Outcome[] }>('POST', 'responses', items)).body.outcomes;
const lineOf = async () => {
  const { body } = await server.request<{ kiosks: KioskLine[] }>('GET', '/v1/kiosks', undefined, admin());
  return body.kiosks.find((each) => each.kiosk === KIOSK('mau'));
};
const ask = (method: string, path: string, body?: unknown) =>
  server.request<{ code?: string; kiosk: string }>(method, `/v1/kiosks${path}`, body, admin());

describe('a dossier handed over', () => {
  const CODE = 'H99.01-261110-0042';
  const handOver = (as = server.credentials.mau.officer) =>
    server.request<HandOver & { code?: string }>(
      'POST',
      '/v1/kiosk/hand-over',
      { kiosk: KIOSK('mau'), dossier: CODE, stage: 'returned' },
      as,
    );
  const waiting = async () => (await kiosk<{ handOver: HandOver | null }>('GET', 'hand-over')).body.handOver;
  const take = (id: string) => kiosk<HandOverTaken & { code?: string }>('POST', 'hand-over/take', { handOver: id });

  test('shows its last 4 characters, is taken once, and the answer has an officer behind it', async () => {
    expect((await handOver()).status).toBe(201);
    const { text } = await kiosk('GET', 'hand-over');
    expect(text).not.toContain('H99');
    const found = await waiting();
    expect(found?.tail).toBe('0042');
    const { status, body } = await take(found?.handOver ?? '');
    expect([status, body.unit, body.survey, body.stage]).toEqual([201, 'so-a', 'danhgia-2026', 'returned']);
    expect(await waiting()).toBeNull();
    expect((await take(found?.handOver ?? '')).body.code).toBe('handover.gone');
    const answer = responseOf(1, { channel: 'kiosk', token: body.token, procedure: undefined });
    expect(await send([answer])).toMatchObject([{ outcome: 'created' }]);
    expect(await server.db.all('select proof, channel from responses')).toEqual([
      { proof: 'officerLink', channel: 'kiosk' },
    ]);
    // Answered for: handing it over again says so on the tablet.
    await handOver();
    expect((await take((await waiting())?.handOver ?? '')).body.code).toBe('token.used');
  });

  type Counter = { state?: string; expires?: string | null; code?: string };
  const atCounter = (method: string, id: string, as = server.credentials.mau.officer) =>
    server.request<Counter>(method, `/v1/kiosk/hand-over/${id}`, undefined, as);
  const stateOf = async (id: string) => {
    const { body } = await atCounter('GET', id);
    return body.state ?? body.code;
  };

  test('is followed by the officer who handed it over: waiting, taken, answered, and gone minutes later', async () => {
    const id = (await handOver()).body.handOver;
    expect((await atCounter('GET', id)).body).toEqual({ state: 'waiting', expires: '2026-11-10T02:03:00.000Z' });
    const { body } = await take(id);
    expect(await stateOf(id)).toBe('taken');
    await send([responseOf(1, { channel: 'kiosk', token: body.token, procedure: undefined })]);
    expect(await stateOf(id)).toBe('answered');
    server.clock.now = new Date(NOW.getTime() + 10 * 60_000);
    expect(await stateOf(id)).toBe('handover.gone');
    expect(await server.db.all('select * from kiosk_hand_overs')).toEqual([]);
  });

  test('says nothing of an answer through the citizen’s own link', async () => {
    const { portal } = server.credentials.mau;
    const invited = { dossier: CODE, unit: 'so-a', stage: 'returned' };
    const link = await server.request<{ token: string }>('POST', '/v1/invitations', invited, portal);
    await server.request('POST', '/v1/responses', responseOf(1, { token: link.body.token, procedure: undefined }));
    const id = (await handOver()).body.handOver;
    await take(id);
    expect(await stateOf(id)).toBe('taken');
  });

  test('is taken back while it waits and not later, by whoever handed it over', async () => {
    const id = (await handOver()).body.handOver;
    const foreign = server.credentials.kia.officer;
    expect((await atCounter('DELETE', id, foreign)).body.code).toBe('handover.gone');
    expect((await atCounter('GET', id, foreign)).body.code).toBe('handover.gone');
    expect((await atCounter('DELETE', id)).status).toBe(204);
    expect(await waiting()).toBeNull();
    const next = (await handOver()).body.handOver;
    await take(next);
    expect((await atCounter('DELETE', next)).body.code).toBe('handover.gone');
  });

  test('can go to the counters of the unit where a tablet stands', async () => {
    const places = async () =>
      (await server.request<KioskPlaces>('GET', '/v1/kiosk/places', undefined, server.credentials.mau.officer)).body
        .places;
    const counter = { kiosk: KIOSK('mau'), counter: 'Quầy 01' };
    expect(await places()).toEqual([{ ...counter, ready: false }]);
    await kiosk('POST', 'beacon', BEACON);
    expect(await places()).toEqual([{ ...counter, ready: true }]);
    server.clock.now = new Date(NOW.getTime() + 17 * 60_000);
    expect(await places()).toEqual([{ ...counter, ready: false }]);
    await ask('DELETE', `/${KIOSK('mau')}`);
    expect(await places()).toEqual([]);
  });

  test('is out of time after 3 minutes, code and all', async () => {
    await handOver();
    server.clock.now = new Date(NOW.getTime() + 3 * 60_000);
    expect(await waiting()).toBeNull();
    expect(await server.db.all('select * from kiosk_hand_overs')).toEqual([]);
    expect(await server.db.all('select * from invitations')).toEqual([]);
  });

  test('leaves nothing behind at a tablet that never asked, nor does the hour of an old answer', async () => {
    await handOver();
    await kiosk('POST', 'beacon', BEACON);
    const week = 8 * 86_400_000;
    await tidyKiosks(server.db, 'mau', new Date(NOW.getTime() + week));
    expect(await server.db.all('select * from kiosk_hand_overs')).toEqual([]);
    expect(await lineOf()).toMatchObject({ lastAnswer: null });
  });

  test('gives way to the next one', async () => {
    await handOver();
    const first = await waiting();
    await handOver();
    expect((await take(first?.handOver ?? '')).body.code).toBe('handover.gone');
  });

  test('is not handed over by an officer of another unit, nor to a kiosk without a tablet', async () => {
    await server.db.run("update kiosks set unit = 'so-b' where tenant = 'mau'");
    expect((await handOver()).body.code).toBe('scope.denied');
    await ask('DELETE', `/${KIOSK('mau')}`);
    expect((await handOver(admin())).body.code).toBe('kiosk.away');
  });
});
