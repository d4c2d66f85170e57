import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { standingSelfScores } from '../../server/store/self-scores.ts';
import { anotherOfficer } from './another-officer.ts';
import { dossierBody } from './dossier-body.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, idOf, type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const VALUES = { '1': { shown: 10, points: 10 } };
const SCORE = { id: idOf(1), dossier: CODE, values: VALUES };
const BACK = { id: idOf(2), dossier: CODE, withdraws: SCORE.id };

let server: TestServer;
let as: TestServer['credentials']['mau'];
beforeEach(async () => {
  server = await testServer();
  as = server.credentials.mau;
  const dossier = dossierBody({ code: CODE, officer: null, state: 'ready', ready: '2026-11-09T10:00' });
  await server.request('POST', '/v1/dossiers', [dossier], as['province-admin']);
});
afterEach(() => server.close());

const score = (items: readonly object[], by: As = as.officer) => outcomesOf(server, '/v1/self-scores', items, by);
const withdraw = (items: readonly object[], by: As = as.officer) =>
  outcomesOf(server, '/v1/self-scores/withdrawals', items, by);
const standing = async () => (await standingSelfScores(server.db, 'mau', [CODE])).get(CODE);
const officerOf = async () => (await server.db.all('select officer from dossiers where code = ?', [CODE]))[0];

test('one confirmed with others unseen takes the place of none, not even of the same officer’s from another browser', async () => {
  const note = 'Ngày có kết quả nhập muộn.';
  const own = { ...SCORE, values: { '1': { shown: 10, points: 20, note, evidence: 'Sổ 12' } } };
  expect(await score([own])).toEqual(['created']);
  const unseen = { ...SCORE, id: idOf(5), first: true };
  expect(await score([unseen])).toEqual(['score.stands']);
  expect((await standing())?.values).toEqual(own.values);
  await withdraw([BACK]);
  expect(await score([unseen])).toEqual(['created']);
  expect(await score([unseen])).toEqual(['repeated']);
});

describe('a self-score taken back', () => {
  test('leaves the dossier without one and without the officer it had named; both revisions stay on record', async () => {
    expect(await score([SCORE])).toEqual(['created']);
    expect(await officerOf()).toEqual({ officer: 'CB-01' });
    expect(await withdraw([BACK])).toEqual(['created']);
    expect(await withdraw([BACK])).toEqual(['repeated']);
    expect(await standing()).toBeUndefined();
    expect(await officerOf()).toEqual({ officer: null });
    expect(await server.db.all('select revision, points from self_scores order by revision')).toEqual([
      { revision: 1, points: JSON.stringify(VALUES) },
      { revision: 2, points: '{}' },
    ]);
    expect(await server.db.all("select actor from audit where action = 'self-scores.withdraw'")).toEqual([
      { actor: 'officer:CB-01' },
    ]);
  });

  test('frees the dossier for another officer, who could not score it before', async () => {
    const other = await anotherOfficer(server);
    await score([SCORE]);
    const theirs = { ...SCORE, id: idOf(3) };
    expect(await score([theirs], other)).toEqual(['score.conflict']);
    expect(await withdraw([{ ...BACK, id: idOf(4) }], other)).toEqual(['score.own']);
    await withdraw([BACK]);
    expect(await score([theirs], other)).toEqual(['created']);
    expect((await standing())?.officer).toBe('CB-07');
  });

  test('lets the one before it stand again, and not when a newer one took its place', async () => {
    const second = { ...SCORE, id: idOf(3), values: { '1': { shown: 10, points: null, note: 'Chưa đủ hồ sơ giấy.' } } };
    await score([SCORE, second]);
    expect(await withdraw([BACK])).toEqual(['score.superseded']);
    expect(await withdraw([{ ...BACK, withdraws: second.id }])).toEqual(['created']);
    expect((await standing())?.values).toEqual(VALUES);
    // The copy that stands again keeps the officer the first one had named.
    expect(await officerOf()).toEqual({ officer: 'CB-01' });
  });

  test('is none the server never had, none of a closed period, and none without a value', async () => {
    expect(await withdraw([BACK])).toEqual(['score.unknown']);
    await score([SCORE]);
    expect(await withdraw([{ ...BACK, id: idOf(9, 'kia') }])).toEqual(['tenant.mismatch']);
    await server.db.run("update periods set state = 'closed', snapshot = 'x' where tenant = 'mau'");
    expect(await withdraw([BACK])).toEqual(['period.closed']);
    expect(await score([{ ...SCORE, id: idOf(3), values: {} }])).toEqual(['body.invalid']);
  });
});
