import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HandOver, HandOverTaken } from '#wire/kiosk.ts';
import { createApp } from '../../server/app.ts';
import { clientNetworkOrNull } from '../../server/client-address.ts';
import { mintedAnswers } from '../../server/store/minted-answers.ts';
import { openFile } from '../../server/store/sqlite-backup/open-file.ts';
import { takeBackup } from '../../server/store/sqlite-backup/take-backup.ts';
import { dossierBody } from './dossier-body.ts';
import { dumped } from './sealed-worlds.ts';
import { idOf, KIOSK, responseOf, type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0042';
/** Addresses of documentation: the office, and somebody's home. */
const OFFICE = '203.0.113.71';
const HOME = '198.51.100.23';

let server: TestServer;
let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  server = await testServer();
  // As behind a proxy of our own, which says whom it speaks for.
  app = createApp({ ...server.services, networkOf: (c) => clientNetworkOrNull(c, true) });
  await server.request(
    'POST',
    '/v1/dossiers',
    Array.from({ length: 12 }, (_, n) => dossierBody({ code: code(n) })),
    server.credentials.mau.officer,
  );
});
afterEach(() => server.close());

const code = (n: number) => (n === 0 ? CODE : `H99.01-261102-${String(100 + n)}0`);

async function call(method: string, path: string, body: unknown, from: string | null, as: object = {}) {
  const text = JSON.stringify(body);
  const headers = {
    'content-length': String(Buffer.byteLength(text)),
    ...(from && { 'x-forwarded-for': from }),
    ...as,
  };
  const answer = await app.request(path, { method, body: text, headers });
  return { status: answer.status, body: (answer.status === 204 ? {} : await answer.json()) as Record<string, string> };
}

async function link(n: number, from: string | null = OFFICE, as: object = server.credentials.mau.officer) {
  const asked = { dossier: code(n), unit: 'so-a', procedure: '1.001612', stage: 'returned' };
  const { status, body } = await call('POST', '/v1/invitations', asked, from, as);
  expect(status).toBe(201);
  return body.token ?? '';
}

const answer = (n: number, token: string, from: string | null, more: object = {}) =>
  call('POST', '/v1/responses', responseOf(n, { token, ...more }), from);
const later = (seconds: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + seconds * 1000);
};
const counted = async () =>
  (await mintedAnswers(server.db, 'mau', '2026-q4')).map(
    ({ unit, issuer, answers, quick, sameAddress, addressKnown }) =>
      `${unit} ${issuer}: ${answers} ${quick} ${sameAddress} ${addressKnown}`,
  );

describe('answers through links of officers', () => {
  test('are counted by who made the link, when and where from; by the clock here, whatever the sender’s says', async () => {
    const tokens: string[] = [];
    for (const n of [0, 1, 2, 3]) tokens.push(await link(n));
    const [a = '', b = '', c = '', d = ''] = tokens;
    later(90);
    expect((await answer(1, a, OFFICE)).status).toBe(201);
    later(30);
    // 120 seconds after the link: quick still; a sender that says it answered an hour ago is not asked.
    expect((await answer(2, b, HOME, { ageSeconds: 3600 })).status).toBe(201);
    later(1);
    expect((await answer(3, c, OFFICE, { ageSeconds: 121 })).status).toBe(201);
    expect((await answer(4, d, null)).status).toBe(201);
    // Four answers, two of them quick, two from the office of three whose network is known.
    expect(await counted()).toEqual(['so-a officer:CB-01: 4 2 2 3']);
  });

  test('are counted once, however often sent, at once or after, changed or erased', async () => {
    const token = await link(0);
    const sent = await Promise.all(Array.from({ length: 5 }, () => answer(1, token, OFFICE)));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    const receipt = sent[0]?.body.receipt ?? '';
    expect((await answer(1, token, OFFICE)).status).toBe(200);
    // Another answer through the same link is none.
    expect((await answer(2, token, OFFICE)).status).toBe(409);
    const changed = responseOf(1, { token, answers: { overall: 's1' } });
    expect((await call('PUT', `/v1/responses/${idOf(1)}`, changed, OFFICE, { 'x-dvc-receipt': receipt })).status).toBe(
      200,
    );
    expect((await call('DELETE', `/v1/responses/${idOf(1)}`, {}, OFFICE, { 'x-dvc-receipt': receipt })).status).toBe(
      204,
    );
    expect(await counted()).toEqual(['so-a officer:CB-01: 1 1 1 1']);
  });

  test('many at once are all counted', async () => {
    const tokens = await Promise.all(Array.from({ length: 12 }, (_, n) => link(n)));
    await Promise.all(tokens.map((token, n) => answer(n + 1, token, n < 5 ? OFFICE : HOME)));
    expect(await counted()).toEqual(['so-a officer:CB-01: 12 12 5 12']);
  });

  test('sent on as a list are each counted', async () => {
    const tokens = [await link(0), await link(1)];
    const list = tokens.map((token, n) => responseOf(n + 1, { token }));
    expect((await call('POST', '/v1/responses', list, HOME)).status).toBe(200);
    expect(await counted()).toEqual(['so-a officer:CB-01: 2 2 0 2']);
  });

  test('of a clock that was set back are not quick', async () => {
    const token = await link(0);
    later(-30);
    expect((await answer(1, token, HOME)).status).toBe(201);
    expect(await counted()).toEqual(['so-a officer:CB-01: 1 0 0 1']);
  });
});

describe('what is no officer’s link', () => {
  test('a portal’s tells nothing of where and when, and is not counted', async () => {
    const token = await link(0, OFFICE, server.credentials.mau.portal);
    expect((await answer(1, token, OFFICE)).status).toBe(201);
    expect(await server.db.all('select minted_at, minted_from from invitations')).toEqual([
      { minted_at: null, minted_from: null },
    ]);
    expect(await counted()).toEqual([]);
  });

  test('a dossier handed to the tablet at the counter is answered there, with an officer beside it', async () => {
    const { officer, kiosk } = server.credentials.mau;
    const handed = { kiosk: KIOSK('mau'), dossier: CODE, stage: 'returned' };
    const over = await server.request<HandOver>('POST', '/v1/kiosk/hand-over', handed, officer);
    const { body } = await server.request<HandOverTaken>(
      'POST',
      '/v1/kiosk/hand-over/take',
      { handOver: over.body.handOver },
      kiosk,
    );
    const given = [responseOf(1, { token: body.token, channel: 'kiosk' })];
    const sent = await server.request<{ outcomes: { outcome: string }[] }>('POST', '/v1/kiosk/responses', given, kiosk);
    expect(sent.body.outcomes.map(({ outcome }) => outcome)).toEqual(['created']);
    expect(await counted()).toEqual([]);
  });
});

test('the seal takes the counts of its period with the links they are of, and no copy made before keeps them', async () => {
  for (const n of [0, 1, 2]) expect((await answer(n + 1, await link(n), HOME)).status).toBe(201);
  await server.db.run(
    "insert into minted_answers (tenant, period, unit, issuer, answers, quick, same_address, address_known) values ('mau', '2027-q1', 'so-a', 'officer:CB-01', 9, 9, 9, 9)",
  );
  await server.db.settle('log');
  const { file } = await takeBackup(join(server.folder, 'a.db'), server.services.keys, {
    ...{ folder: join(server.folder, 'sao-luu'), start: 'thu', at: server.clock.now },
  });
  const copy = openFile(file, { readonly: true });
  expect(copy.prepare("select period from minted_answers where period = '2026-q4'").all([])).toEqual([]);
  copy.close();
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const admin = server.credentials.mau['province-admin'];
  for (const step of ['close', 'seal'])
    expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status).toBe(200);
  expect(await server.db.all('select period, answers from minted_answers')).toEqual([
    { period: '2027-q1', answers: 9 },
  ]);
});

describe('the network of a browser', () => {
  test('is stored of nobody; of the maker a mark that another link or another network does not have', async () => {
    for (const n of [0, 1]) await answer(n + 1, await link(n), HOME);
    const values = [...(await dumped(server)).values()].flat();
    for (const network of [OFFICE, HOME]) expect(values.filter((value) => value.includes(network))).toEqual([]);
    const marks = await server.db.all<{ mark: string }>('select minted_from as mark from invitations');
    expect(new Set(marks.map(({ mark }) => mark)).size).toBe(2);
  });

  test('behind a proxy nobody named it is not known: all callers would be one', async () => {
    app = createApp({ ...server.services, networkOf: () => null });
    expect((await answer(1, await link(0), OFFICE)).status).toBe(201);
    expect(await counted()).toEqual(['so-a officer:CB-01: 1 1 0 0']);
  });
});
