import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Objection, ObjectionsPage } from '#wire/objection.ts';
import { openObjections } from '../../server/store/objections.ts';
import { dossierBody } from './dossier-body.ts';
import { outcomesOf } from './outcomes.ts';
import { type As, idOf, type TestServer, testServer } from './test-server.ts';

const MINE = 'H99.01-261102-0001';
const OTHERS = 'H99.01-261102-0002';
const TEXT = 'Danh sách chưa ghi lần tạm dừng chờ bổ sung.';
const OWN = { id: idOf(1), period: '2026-q4', unit: 'so-a', dossier: MINE, indicator: 1, text: TEXT };

let server: TestServer;
let as: TestServer['credentials']['mau'];
beforeEach(async () => {
  server = await testServer();
  as = server.credentials.mau;
  const dossiers = [
    dossierBody({ code: MINE, officer: 'CB-09', handlers: [{ officer: 'CB-01', from: '2026-11-02T09:00' }] }),
    dossierBody({ code: OTHERS, officer: 'CB-09' }),
    dossierBody({ code: `${MINE}-B`, unit: 'so-b' }),
  ];
  await server.request('POST', '/v1/dossiers', dossiers, as['province-admin']);
  await state("'closed', snapshot = 'x'");
});
afterEach(() => server.close());

const state = (to: string) => server.db.run(`update periods set state = ${to} where tenant = 'mau'`);
const raise = (items: readonly object[], by: As = as.officer) => outcomesOf(server, '/v1/objections', items, by);
const list = async (by: As, query = '') =>
  (await server.request<ObjectionsPage>('GET', `/v1/objections?period=2026-q4${query}`, undefined, by)).body;
const answer = (body: object, id = OWN.id, by: As = as.reviewer) =>
  server.request<Objection & { code?: string }>('POST', `/v1/objections/${id}/answer`, body, by);

describe('an objection', () => {
  test('of an officer is about himself and a dossier he had a part in, while the result is provisional', async () => {
    expect(await raise([OWN])).toEqual(['created']);
    expect(await raise([OWN])).toEqual(['repeated']);
    expect(
      await raise([
        { ...OWN, text: `${TEXT} Khác.` },
        { ...OWN, id: idOf(2), dossier: OTHERS },
        { ...OWN, id: idOf(3), officer: 'CB-09' },
        { ...OWN, id: idOf(4), dossier: `${MINE}-B` },
        { ...OWN, id: idOf(5), unit: 'so-b' },
        { ...OWN, id: idOf(6, 'kia') },
        { ...OWN, id: idOf(7), text: 'Sai.' },
      ]),
    ).toEqual([
      'objection.repeat',
      'dossier.own',
      'officer.own',
      'scope.denied',
      'scope.denied',
      'tenant.mismatch',
      'body.invalid',
    ]);
    const { objections, dueCite } = await list(as.officer);
    // Raised on Tuesday 10/11: five working days end on Tuesday 17/11.
    expect(objections).toMatchObject([
      { officer: 'CB-01', state: 'new', due: '2026-11-17', raisedBy: 'officer:CB-01' },
    ]);
    expect(dueCite).toContain('cách hiểu');
    for (const over of ["'open', snapshot = null", "'sealed', snapshot = 'x'"]) {
      await state(over);
      expect(await raise([{ ...OWN, id: idOf(8) }]), over).toEqual(['period.objections']);
    }
  });

  test('sent twice in one batch is one', async () => {
    expect(await raise([OWN, OWN])).toEqual(['created', 'repeated']);
  });

  test('is seen by its officer, its unit and who answers; another officer of the unit sees none', async () => {
    await raise([OWN]);
    await raise([{ ...OWN, id: idOf(2), officer: 'CB-09', dossier: OTHERS }], as['unit-admin']);
    expect((await list(as.officer)).objections.map(({ id }) => id)).toEqual([idOf(1)]);
    for (const who of ['unit-admin', 'reviewer', 'province-admin'] as const)
      expect(
        (await list(as[who])).objections.map(({ id }) => id),
        who,
      ).toEqual([idOf(1), idOf(2)]);
    const read = await server.db.all("select 1 from audit where tenant = 'mau' and action = 'objections.read'");
    expect(read, 'three people read').toHaveLength(3);
  });

  test('keeps no name or phone of its text', async () => {
    await raise([{ ...OWN, text: 'Ông Nguyễn Văn An, số 0912345678, nộp thiếu giấy.' }]);
    const all = await server.db.all('select * from objections');
    expect(JSON.stringify(all)).not.toMatch(/Nguyễn Văn An|0912345678/);
  });
});

describe('an answer', () => {
  const accepted = {
    state: 'accepted',
    answer: 'Đã kiểm tra, ý kiến đúng.',
    changed: 'Đã ghi lần tạm dừng, tính lại.',
  };
  beforeEach(async () => {
    await raise([OWN]);
  });

  test('that accepts says what was changed; it is given once, and its officer reads it', async () => {
    expect(await openObjections(server.db, 'mau', '2026-q4')).toBe(1);
    expect((await answer({ ...accepted, changed: undefined })).body.code).toBe('body.invalid');
    expect((await answer(accepted)).body).toMatchObject({
      state: 'accepted',
      owner: 'reviewer',
      answeredBy: 'user:reviewer',
      changed: accepted.changed,
    });
    expect((await answer({ state: 'declined', answer: 'Không có căn cứ để sửa.' })).body.code).toBe(
      'objection.answered',
    );
    expect(await openObjections(server.db, 'mau', '2026-q4')).toBe(0);
    expect((await list(as.officer)).objections).toMatchObject([{ state: 'accepted', answer: accepted.answer }]);
    const log = await server.db.all<{ action: string }>(
      "select action from audit where tenant = 'mau' and action like 'objection%' order by seq",
    );
    expect(log.map(({ action }) => action)).toEqual(['objections.raise', 'objection.answer']);
  });

  test('of two given at once is one', async () => {
    const both = await Promise.all([answer(accepted), answer({ state: 'declined', answer: 'Không có căn cứ sửa.' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is asked of somebody who may give it', async () => {
    const ask = (owner: string | null) =>
      server.request<Objection & { code?: string }>('PUT', `/v1/objections/${OWN.id}/owner`, { owner }, as.reviewer);
    expect((await ask('viewer')).body.code).toBe('owner.unknown');
    expect((await ask('province-admin')).body.owner).toBe('province-admin');
    await server.db.run("update units set parent = 'xa-1' where tenant = 'mau' and unit = 'so-a'");
    const reviewOf = (unit: string) =>
      server.db.run('update users set unit = ? where tenant = ? and role = ?', [unit, 'mau', 'reviewer']);
    await reviewOf('so-b');
    expect((await ask('reviewer')).status).toBe(403);
    await reviewOf('xa-1');
    expect((await ask('reviewer')).body.owner, 'of the unit above').toBe('reviewer');
    await ask('province-admin');
    expect((await answer(accepted)).body.owner, 'who was asked stays').toBe('province-admin');
  });

  test('to what does not exist is 404', async () => {
    expect((await answer(accepted, idOf(99))).status).toBe(404);
  });
});
