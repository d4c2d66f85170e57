import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Standings } from '#wire/standing-score.ts';
import { anotherOfficer } from './another-officer.ts';
import { dossierBody } from './dossier-body.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, idOf, type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const note = 'Ngày có kết quả nhập muộn.';
const SCORE = {
  ...{ id: idOf(1), dossier: CODE },
  values: { '1': { shown: 10, points: 20, note, evidence: 'Sổ 12' }, '7': { shown: null, points: null } },
};
const READY = { officer: null, state: 'ready', ready: '2026-11-09T10:00' } as const;

let server: TestServer;
let as: TestServer['credentials']['mau'];
beforeEach(async () => {
  server = await testServer();
  as = server.credentials.mau;
  const bodies = [
    dossierBody({ ...READY, code: CODE }),
    dossierBody({ ...READY, code: 'H99.01-261102-0002', state: 'processing', ready: null }),
    dossierBody({
      ...READY,
      code: 'H99.01-260302-0003',
      received: '2026-03-02T08:00',
      promised: '2026-03-20T17:00',
      ready: '2026-03-09T10:00',
    }),
    dossierBody({ ...READY, code: 'H99.01-261102-0004', unit: 'so-b' }),
  ];
  await server.request('POST', '/v1/dossiers', bodies, as['province-admin']);
});
afterEach(() => server.close());

const ask = async (dossiers: readonly string[], by: As = as.officer) =>
  (await server.request<Standings>('POST', '/v1/self-scores/standing', { dossiers }, by)).body.dossiers;
const readings = () => server.db.all("select actor, subject, detail from audit where action = 'self-scores.read'");

test('tells before anything is scored whether the server would take it; of another unit it tells nothing', async () => {
  const codes = [CODE, 'H99.01-261102-0002', 'H99.01-260302-0003', 'H99.01-261102-0004', 'H99.01-261102-0099'];
  expect(await ask(codes)).toEqual(
    ['open', 'early', 'closed', 'unknown', 'unknown'].map((takes, i) => ({ dossier: codes[i], takes, score: null })),
  );
});

test('tells who scored it, when and with which points; never the reason or the evidence', async () => {
  await outcomesOf(server, '/v1/self-scores', [SCORE], as.officer);
  const [own] = await ask([CODE]);
  expect(own?.score).toMatchObject({
    id: SCORE.id,
    officer: 'CB-01',
    values: { 1: { shown: 10, points: 20 }, 7: { shown: null, points: null } },
  });
  expect(own?.score?.at).toBe('2026-11-10T09:00');
  expect(JSON.stringify(own)).not.toMatch(/Sổ 12|nhập muộn/);
  // One's own is no reading of another's result.
  expect(await readings()).toEqual([]);
});

test('a colleague’s score is shown to an officer of the unit, and that it was read is logged', async () => {
  await outcomesOf(server, '/v1/self-scores', [SCORE], as.officer);
  const other = await anotherOfficer(server);
  expect(await ask([CODE, 'H99.01-261102-0002'], other)).toMatchObject([
    { score: { officer: 'CB-01' } },
    { score: null },
  ]);
  expect(await readings()).toEqual([{ actor: 'officer:CB-07', subject: 'so-a', detail: '{"n":1}' }]);
});

test('one that was taken back stands no more', async () => {
  await outcomesOf(server, '/v1/self-scores', [SCORE], as.officer);
  const back = { id: idOf(2), dossier: CODE, withdraws: SCORE.id };
  await outcomesOf(server, '/v1/self-scores/withdrawals', [back], as.officer);
  expect(await ask([CODE])).toEqual([{ dossier: CODE, takes: 'open', score: null }]);
});
