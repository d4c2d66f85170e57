import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KioskLine, KioskSettings, KioskStaff } from '#wire/kiosk.ts';
import type { Outcome } from '#wire/problem.ts';
import { idOf, KIOSK, NOW, PIN, responseOf, type TestServer, testServer } from './test-server.ts';

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
const quick = (n: number, more: object = {}) =>
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

describe('enrolling a tablet', () => {
  const PLACE = { unit: 'so-b', counter: 'Quầy 07', officer: null, mode: 'full', lang: 'vi', pin: '13579' };

  async function made(): Promise<{ id: string; code: string }> {
    const id = (await ask('POST', '', PLACE)).body.kiosk;
    const { body } = await server.request<{ code: string }>('POST', `/v1/kiosks/${id}/code`, {}, admin());
    return { id, code: body.code };
  }
  const enrol = (code: string) => server.request<{ key: string; code?: string }>('POST', '/v1/kiosk/enrol', { code });

  test('takes its code once, within 15 minutes, however it is typed', async () => {
    const { id, code } = await made();
    const { status, body } = await enrol(code.toLowerCase().replaceAll('-', ' '));
    expect([status, body]).toEqual([201, { key: expect.stringMatching(/^mau\.kk\./), kiosk: id }]);
    const as = { authorization: `Bearer ${body.key}` };
    const { body: settings } = await server.request<KioskSettings>('POST', '/v1/kiosk/beacon', BEACON, as);
    expect(settings).toMatchObject({ kiosk: id, unitName: 'Đơn vị so-b', counter: 'Quầy 07', mode: 'full' });
    expect((await enrol(code)).body.code).toBe('code.bad');

    const late = await made();
    server.clock.now = new Date(NOW.getTime() + 15 * 60_000);
    expect((await enrol(late.code)).body.code).toBe('code.bad');
  });

  test('puts the tablet that stood there before out', async () => {
    const { body } = await server.request<{ code: string }>('POST', `/v1/kiosks/${KIOSK('mau')}/code`, {}, admin());
    expect((await kiosk('POST', 'beacon', BEACON)).status).toBe(200);
    expect((await enrol(body.code)).status).toBe(201);
    expect((await kiosk<{ code: string }>('POST', 'beacon', BEACON)).body.code).toBe('key.bad');
  });

  test('keeps neither code nor key nor PIN', async () => {
    const { code } = await made();
    const { body } = await enrol(code);
    const rows = JSON.stringify(await server.db.all('select * from kiosks'));
    for (const secret of [code, body.key, PLACE.pin]) expect(rows).not.toContain(`"${secret}"`);
  });

  test('asks for an officer of the unit', async () => {
    const { status, body } = await ask('POST', '', { ...PLACE, officer: 'CB-01' });
    expect([status, body.code]).toEqual([422, 'officer.unknown']);
  });
});

describe('settings', () => {
  test('give the opening of the days to come, half an hour after each session included', async () => {
    const { body } = await kiosk<KioskSettings>('POST', 'beacon', BEACON);
    // 10/11/2026 is a Tuesday; 07:30–11:30 and 13:00–17:00.
    expect(body.opening[0]).toEqual({
      day: '2026-11-10',
      sessions: [
        { from: 450, to: 720 },
        { from: 780, to: 1050 },
      ],
    });
    expect(body.opening.find(({ day }) => day === '2026-11-15')?.sessions).toEqual([]);
    expect(body).toMatchObject({ quick: { id: 'nhanh-3-2026', version: 1 }, full: { id: 'danhgia-2026', version: 1 } });
  });

  test('are changed by staff with the PIN, and the admin sees what the tablet says of itself', async () => {
    const { body } = await kiosk<KioskSettings>('PUT', 'settings', {
      pin: PIN,
      counter: 'Quầy 02',
      officer: 'CB-01',
      paused: true,
    });
    expect(body).toMatchObject({ counter: 'Quầy 02', officer: 'CB-01', paused: true, mode: 'quick' });
    await kiosk('POST', 'beacon', { ...BEACON, queue: 37, fault: 'storage' });
    expect(await lineOf()).toMatchObject({
      ...{ counter: 'Quầy 02', queue: 37, fault: 'storage', seenAt: NOW.toISOString(), lastAnswer: '2026-11-10T09' },
    });
  });
});

test('a change leaves what it does not name as it was', async () => {
  expect((await ask('PUT', `/${KIOSK('mau')}`, { intervalSeconds: 20, lang: 'en' })).status).toBe(204);
  expect((await ask('PUT', `/${KIOSK('mau')}`, { pin: '97531' })).status).toBe(204);
  expect(await lineOf()).toMatchObject({ intervalSeconds: 20, lang: 'en', mode: 'quick' });
});

describe('the staff PIN', () => {
  const staff = (pin: string) => kiosk<KioskStaff & { code?: string }>('POST', 'staff', { pin });

  test('opens the menu with the officers of the unit', async () => {
    expect((await staff(PIN)).body.officers).toEqual([{ officer: 'CB-01', label: 'Quầy 1 · CB-01' }]);
  });

  test('is locked for 15 minutes after five wrong ones, also the right one', async () => {
    for (let n = 0; n < 4; n += 1) expect((await staff('0000')).body.code).toBe('pin.wrong');
    expect((await staff('0000')).body.code).toBe('pin.locked');
    const { status, headers } = await staff(PIN);
    expect([status, headers.get('retry-after')]).toEqual([429, '900']);
    server.clock.now = new Date(NOW.getTime() + 15 * 60_000);
    expect((await staff(PIN)).status).toBe(200);
    // The count begins anew.
    for (let n = 0; n < 4; n += 1) expect((await staff('0000')).body.code).toBe('pin.wrong');
    expect((await staff(PIN)).status).toBe(200);
  });

  test('cannot be outrun by sending many tries at once', async () => {
    const tried = await Promise.all(Array.from({ length: 12 }, () => staff('0000')));
    expect(tried.filter(({ body }) => body.code === 'pin.wrong')).toHaveLength(4);
    expect((await staff(PIN)).body.code).toBe('pin.locked');
  });
});

describe('answers', () => {
  test('are stored once, as open ones of the kiosk, and no receipt comes back', async () => {
    expect(await send([quick(1), quick(2, { answers: { overall: 'neutral', topic: 'waiting' } })])).toEqual([
      { outcome: 'created', id: idOf(1) },
      { outcome: 'created', id: idOf(2) },
    ]);
    expect(await send([quick(1)])).toEqual([{ outcome: 'repeated', id: idOf(1) }]);
    const rows = await server.db.all('select unit, channel, proof, survey, answers from responses');
    expect(rows).toEqual([
      { unit: 'so-a', channel: 'kiosk', proof: 'open', survey: 'nhanh-3-2026', answers: '{"overall":"satisfied"}' },
      {
        ...{ unit: 'so-a', channel: 'kiosk', proof: 'open', survey: 'nhanh-3-2026' },
        answers: '{"overall":"neutral","topic":"waiting"}',
      },
    ]);
  });

  test('of another unit, another channel or a broken one are refused without the others', async () => {
    const outcomes = await send([quick(1, { unit: 'so-b' }), quick(2, { channel: 'portal' }), { id: 'x' }, quick(3)]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'created']);
    // Nor does its key open the way that the element uses.
    const elsewhere = [quick(4, { unit: 'so-b' }), quick(5, { channel: 'portal' })];
    const { body } = await server.request<{ outcomes: Outcome[] }>('POST', '/v1/responses', elsewhere, me());
    expect(body.outcomes).toMatchObject([
      { problem: { code: 'unit.unknown' } },
      { problem: { code: 'channel.denied' } },
    ]);
  });

  test('outside the hours or too soon are counted once in their month and stored nowhere', async () => {
    const aside = (n: number, why: string, ageSeconds = 0) => ({ id: idOf(n), aside: why, ageSeconds });
    const month = 20 * 86_400;
    const sent = [
      aside(1, 'outsideHours'),
      aside(2, 'outsideHours'),
      aside(3, 'interval'),
      aside(4, 'interval', month),
    ];
    expect((await send(sent)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('created'));
    expect((await send([...sent, ...sent])).map(({ outcome }) => outcome)).toEqual(Array(8).fill('repeated'));
    expect(await lineOf()).toMatchObject({ outsideHours: 2, interval: 1 });
    for (const table of ['responses', 'tallies', 'day_counts', 'receipts'])
      expect(await server.db.all(`select * from ${table}`), table).toEqual([]);
  });

  test('that are answers are counted once in the month they were given in, beside those put aside', async () => {
    const answers = [quick(1), quick(2), quick(3, { ageSeconds: 20 * 86_400 })];
    const sent = await Promise.all([send(answers), send(answers), send([quick(1)])]);
    expect(sent.flat().filter(({ outcome }) => outcome === 'created')).toHaveLength(3);
    await send([quick(1), quick(4, { unit: 'so-b' }), { id: idOf(5), aside: 'interval' }]);
    // 20 days before 10/11/2026 is 21/10; a refused press and one put aside are no answers.
    expect(await server.db.all('select kiosk, month, n from kiosk_presses order by month')).toEqual([
      { kiosk: KIOSK('mau'), month: '2026-10', n: 1 },
      { kiosk: KIOSK('mau'), month: '2026-11', n: 2 },
    ]);
  });
});

describe('taking a tablet back', () => {
  test('revoked, it is turned away at once', async () => {
    expect((await ask('DELETE', `/${KIOSK('mau')}`)).status).toBe(204);
    expect((await kiosk<{ code: string }>('POST', 'beacon', BEACON)).body.code).toBe('key.revoked');
    expect((await kiosk<{ code: string }>('POST', 'responses', [quick(1)])).body.code).toBe('key.revoked');
  });

  test('told to erase itself, it hears so, says when it has, and its key ends', async () => {
    expect((await kiosk<{ code: string }>('POST', 'wiped')).body.code).toBe('kiosk.unordered');
    expect((await ask('POST', `/${KIOSK('mau')}/wipe`, { when: 'delivered' })).status).toBe(204);
    expect((await kiosk<KioskSettings>('POST', 'beacon', BEACON)).body.wipe).toBe('delivered');
    expect(await send([quick(1)])).toMatchObject([{ outcome: 'created' }]);
    expect((await kiosk('POST', 'wiped')).status).toBe(204);
    expect((await kiosk<{ code: string }>('POST', 'beacon', BEACON)).body.code).toBe('key.revoked');
    expect(await lineOf()).toMatchObject({ wipe: null, wipedAt: NOW.toISOString(), revokedAt: NOW.toISOString() });
    expect((await ask('POST', `/${KIOSK('mau')}/wipe`, { when: 'now' })).body.code).toBe('kiosk.away');
  });

  test('staff take it away with the PIN', async () => {
    expect((await kiosk<{ code: string }>('POST', 'leave', { pin: '0000' })).body.code).toBe('pin.wrong');
    expect((await kiosk('POST', 'leave', { pin: PIN })).status).toBe(204);
    expect((await kiosk<{ code: string }>('POST', 'beacon', BEACON)).body.code).toBe('key.revoked');
  });
});
