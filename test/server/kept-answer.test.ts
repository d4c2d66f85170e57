import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublicResults } from '#wire/results.ts';
import { keptOf, MOST_BYTES } from '../../server/routes/kept-answer.ts';
import { publicStamp } from '../../server/store/public-stamp.ts';
import { dossierBody } from './dossier-body.ts';
import { fillPeriod } from './filled-period.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

// so-a of filled-period: 13,5 of 18.
let server: TestServer;
const JSON_PATH = '/v1/public/periods/2026-q4/results?tenant=mau';
const PAGE = '/cong-khai/mau?ky=2026-q4';
const FORMS = [JSON_PATH, JSON_PATH.replace('results', 'results.csv'), PAGE, '/cong-khai/mau/don-vi/so-a?ky=2026-q4'];

beforeEach(async () => {
  server = await testServer();
  await server.db.run("delete from units where tenant = 'mau' and unit = 'so-b'");
  await fillPeriod(server);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  await act('close');
  await act('seal');
});
afterEach(() => server.close());

const act = (name: string, body: object = {}) =>
  server.request('POST', `/v1/periods/2026-q4/${name}`, body, server.credentials.mau['province-admin']);
const ask = (path: string, etag?: string) =>
  server.app.request(path, etag === undefined ? {} : { headers: { 'if-none-match': etag } });
const all = async () => Promise.all(FORMS.map(async (path) => (await ask(path)).status));
const total = async () => {
  const { units } = (await (await ask(JSON_PATH)).json()) as PublicResults;
  return units.find(({ unit }) => unit === 'so-a')?.total;
};
/** Requests of rows the answer is made of, in one asking. */
async function readsOf(path: string): Promise<number> {
  const { db } = server;
  const real = db.all;
  let reads = 0;
  (db as { all: typeof real }).all = ((sql: string, params?: never) => {
    if (/snapshot_units/.test(sql)) reads += 1;
    return real.call(db, sql, params);
  }) as typeof real;
  await ask(path);
  (db as { all: typeof real }).all = real;
  return reads;
}

describe('a published answer', () => {
  it('is made once, given from memory with the same headers, and not sent to who has it', async () => {
    await act('publish');
    for (const path of FORMS) {
      expect(await readsOf(path)).toBeGreaterThan(0);
      expect(await readsOf(path)).toBe(0);
      const [one, two] = [await ask(path), await ask(path)];
      expect(await two.text()).toBe(await one.text());
      expect([...two.headers].sort()).toEqual([...one.headers].sort());
      const again = await ask(path, one.headers.get('etag') ?? '');
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('cache-control')).toBe('public, no-cache');
    }
  });

  it('is not made again for what citizens and officers send meanwhile', async () => {
    await act('publish');
    const before = await publicStamp(server.db, 'mau', server.clock.now);
    await server.request('POST', '/v1/dossiers', [dossierBody()], server.credentials.mau['province-admin']);
    await server.request('POST', '/v1/responses', responseOf(400));
    expect(await publicStamp(server.db, 'mau', server.clock.now)).toBe(before);
  });

  it('appears at the end of its embargo, not before', async () => {
    await act('publish', { publishAt: '2027-01-04T03:00:00Z' });
    expect(await all()).toEqual([404, 404, 200, 404]);
    expect(await (await ask(PAGE)).text()).not.toContain('13,5');
    server.clock.now = new Date('2027-01-04T03:00:00Z');
    expect(await all()).toEqual([200, 200, 200, 200]);
    expect(await (await ask(PAGE)).text()).toContain('13,5');
  });

  it('is gone with a withdrawal, for whoever has it too, and back when published again', async () => {
    await act('publish');
    await all();
    const etag = (await ask(JSON_PATH)).headers.get('etag') ?? '';
    await act('withdraw', { reason: 'Rà soát lại số liệu của một đơn vị.' });
    expect(await all()).toEqual([410, 410, 200, 404]);
    expect((await ask(JSON_PATH, etag)).status).toBe(410);
    expect(await (await ask(PAGE)).text()).not.toContain('13,5');
    await act('publish');
    expect(await total()).toBe(135);
  });

  it('is the new one after a correction, with its erratum, the earlier one staying at its own address', async () => {
    await act('publish');
    expect(await total()).toBe(135);
    await all();
    const changed = {
      ...dossierBody({ code: 'H99.01-261102-0003', unit: 'so-a', procedure: '1.001612', officer: 'CB-01' }),
      ...{ channel: 'counter', state: 'ready', received: '2026-11-02T08:00', promised: '2026-11-05T17:00' },
      ...{ reappointed: [], ready: '2026-11-04T10:00', returned: null, pauses: [], supplements: 1, limitDays: 3 },
      steps: [{ unit: 'so-a', officer: null, due: '2026-11-05T11:30', ended: '2026-11-04T10:00' }],
    };
    await server.request('POST', '/v1/dossiers', [changed], server.credentials.mau['province-admin']);
    expect(await total()).toBe(135);
    const erratum = 'Chỉ số 2 của so-a tính lại.';
    const corrected = await act('correct', { reason: 'Sửa giờ kết thúc bước theo biên bản.', erratum });
    expect(corrected.status).toBe(200);
    expect(await total()).toBe(138);
    expect(await (await ask(PAGE)).text()).toContain(erratum);
    expect(await (await ask(`${PAGE}&ban=2026-q4.1`)).text()).toContain('13,5');
  });

  it('is of one province alone, and a refusal is never kept', async () => {
    await act('publish');
    await all();
    expect((await ask('/cong-khai/khac?ky=2026-q4')).status).not.toBe(304);
    expect(await (await ask('/cong-khai/khac?ky=2026-q4')).text()).not.toContain('13,5');
    const { bytes } = keptOf(server.db);
    await ask('/v1/public/periods/2026-q1/results?tenant=mau');
    expect(keptOf(server.db).bytes).toBe(bytes);
  });
});

it('no more is kept than memory allows: what was asked for longest ago goes first', () => {
  const kept = keptOf({} as never);
  const one = { stamp: 's', etag: '"e"', headers: [], body: new ArrayBuffer(MOST_BYTES / 4) };
  for (const key of ['a', 'b', 'c', 'd']) kept.put(key, one);
  expect(kept.get('a', 's')).not.toBeNull();
  kept.put('e', one);
  expect(kept.bytes).toBe(MOST_BYTES);
  expect([kept.get('b', 's'), kept.get('a', 's')?.etag]).toEqual([null, '"e"']);
  // Of another state it is forgotten at once.
  expect(kept.get('a', 'other')).toBeNull();
  expect(kept.bytes).toBe((MOST_BYTES / 4) * 3);
});
