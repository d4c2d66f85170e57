import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile } from '../../server/store/sqlite-backup/open-file.ts';
import { takeBackup } from '../../server/store/sqlite-backup/take-backup.ts';
import { dossierBody } from './dossier-body.ts';
import { filesWith } from './files-with.ts';
import { dumped } from './sealed-worlds.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

const HOUR = '2026-11-10T09';
const CODE = 'H99.01-261102-0042';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  const { officer, kiosk } = server.credentials.mau;
  await server.request('POST', '/v1/dossiers', [dossierBody({ code: CODE })], officer);
  // A period without an answer is not hidden in a copy.
  expect((await server.request('POST', '/v1/responses', responseOf(1))).status).toBe(201);
  const beacon = { queue: 0, lastAnswer: HOUR, version: 'thu', battery: 80, fault: null };
  expect((await server.request('POST', '/v1/kiosk/beacon', beacon, kiosk)).status).toBe(200);
  const [place] = await server.db.all<{ kiosk: string }>("select kiosk from kiosks where tenant = 'mau'");
  const handed = { kiosk: place?.kiosk, dossier: CODE, stage: 'returned' };
  expect((await server.request('POST', '/v1/kiosk/hand-over', handed, officer)).status).toBe(201);
});
afterAll(() => server.close());

const traces = async () =>
  [...(await dumped(server))].flatMap(([place, values]) =>
    place.startsWith('kiosk') && values.some((value) => value === HOUR || value === CODE) ? [place] : [],
  );

test('no copy says at which hour a tablet was answered, nor which dossier lay before it', async () => {
  const folder = join(server.folder, 'sao-luu');
  const { db, keys } = server.services;
  await db.settle('log');
  const { file } = await takeBackup(join(server.folder, 'a.db'), keys, { folder, start: 'thu', at: server.clock.now });
  expect(filesWith(server.folder, [HOUR])).not.toEqual([]);
  expect(filesWith(folder, [HOUR])).toEqual([]);
  const copy = openFile(file, { readonly: true });
  expect(copy.prepare('select * from kiosk_hand_overs').all([])).toEqual([]);
  copy.close();
});

test('nor does the database after the seal', async () => {
  expect((await traces()).sort()).toEqual(['kiosk_hand_overs.dossier', 'kiosks.last_answer']);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  const { 'province-admin': admin } = server.credentials.mau;
  for (const step of ['close', 'seal'])
    expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status).toBe(200);
  expect(await traces()).toEqual([]);
});
