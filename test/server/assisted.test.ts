import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Invitation } from '#wire/invitation.ts';
import type { Outcome, Problem } from '#wire/problem.ts';
import type { Response as ResponseBody } from '#wire/response.ts';
import { sendFile } from '../imports/send-file.ts';
import { dossierBody } from './dossier-body.ts';
import { type As, idOf, responseOf, type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const BY_OFFICER = { assisted: 'officer', way: 'home' } as const;

let server: TestServer;
let token: string;
beforeEach(async () => {
  server = await testServer();
  const { officer, portal } = server.credentials.mau;
  await server.request('POST', '/v1/dossiers', [dossierBody({ code: CODE })], officer);
  const asked = { dossier: CODE, unit: 'so-a', procedure: '1.001612', stage: 'returned' };
  token = (await server.request<Invitation>('POST', '/v1/invitations', asked, portal)).body.token;
});
afterEach(() => server.close());

const send = (n: number, more: Partial<ResponseBody>, as: As = {}) =>
  server.request<Problem & { receipt: string }>('POST', '/v1/responses', responseOf(n, more), as);
const stored = () =>
  server.db.all("select proof, assisted, way, helper from responses where tenant = 'mau' order by seq");
const alone = { assisted: null, way: null, helper: null };

describe('a form filled in for somebody', () => {
  test('by an officer is shown apart and leaves the citizen the own answer', async () => {
    expect((await send(1, { token, ...BY_OFFICER })).status).toBe(201);
    expect((await server.request('GET', `/k/${token}`)).status).toBe(200);
    expect((await send(2, { token })).status).toBe(201);
    expect((await send(3, { token, ...BY_OFFICER })).body.code).toBe('token.used');
    expect(await stored()).toEqual([
      { proof: 'officerLink', ...BY_OFFICER, helper: null },
      { proof: 'portal', ...alone },
    ]);
  });

  test('names the officer whose key it carries, and nobody the body would name', async () => {
    const { officer, device } = server.credentials.mau;
    await send(1, { ...BY_OFFICER, way: 'counter' }, officer);
    await send(2, BY_OFFICER, device);
    await send(3, { assisted: 'volunteer', way: 'phone' }, officer);
    await send(4, {}, officer);
    expect(await stored()).toEqual([
      { proof: 'open', assisted: 'officer', way: 'counter', helper: 'CB-01' },
      { proof: 'open', ...BY_OFFICER, helper: null },
      { proof: 'open', assisted: 'volunteer', way: 'phone', helper: null },
      { proof: 'open', ...alone },
    ]);
    const named = await send(5, { ...BY_OFFICER, helper: CODE } as object);
    expect([named.status, named.body.issues?.[0]?.path]).toEqual([422, 'helper']);
  });

  test('by a relative, or read out to the citizen, is the citizen’s answer', async () => {
    await send(1, { token, assisted: 'relative', way: 'home' });
    expect(await stored()).toEqual([{ proof: 'portal', assisted: 'relative', way: 'home', helper: null }]);
    await send(2, { assisted: 'self' });
    expect((await stored())[1]).toEqual({ proof: 'open', ...alone, assisted: 'self' });
  });

  test('says how they met only beside who helped', async () => {
    for (const more of [{ way: 'home' }, { way: 'home', assisted: 'self' }] as const) {
      const { status, body } = await send(1, more);
      expect([status, body.issues]).toEqual([
        422,
        [{ path: 'way', message: 'chỉ ghi khi có người điền giúp (assisted)' }],
      ]);
    }
  });

  test('stays what it was told to be when it is changed', async () => {
    const { body } = await send(1, { token, ...BY_OFFICER }, server.credentials.mau.officer);
    const changed = responseOf(1, { token, answers: { overall: 's1' } });
    const put = await server.request('PUT', `/v1/responses/${idOf(1)}`, changed, { 'x-dvc-receipt': body.receipt });
    expect(put.status).toBe(200);
    expect(await stored()).toEqual([{ proof: 'officerLink', ...BY_OFFICER, helper: 'CB-01' }]);
  });
});

test('a paper form filled in by staff is shown apart, and names an officer on record alone', async () => {
  const form = {
    unit: 'so-a',
    dossier: CODE,
    day: '2026-11-06',
    survey: 'danhgia-2026',
    version: 1,
    stage: 'returned',
  };
  const enter = async (no: string, more: object) => {
    const body = [{ ...form, form: no, answers: { overall: 's4' }, ...more }];
    const admin = server.credentials.mau['unit-admin'];
    const answer = await server.request<{ outcomes: Outcome[] }>('POST', '/v1/paper-responses', body, admin);
    const [one] = answer.body.outcomes;
    return one?.outcome === 'refused' ? one.problem.code : one?.outcome;
  };
  expect(await enter('1', { ...BY_OFFICER, helper: 'CB-01' })).toBe('created');
  expect(await enter('2', { ...BY_OFFICER, helper: '0912345678' })).toBe('officer.unknown');
  expect(await enter('3', {})).toBe('created');
  expect(await stored()).toEqual([
    { proof: 'officerLink', ...BY_OFFICER, helper: 'CB-01' },
    { proof: 'paper', ...alone },
  ]);
});

test('after the seal nobody is named who filled a form in, nor how', async () => {
  const { officer } = server.credentials.mau;
  for (let n = 1; n <= 5; n += 1) await send(n, BY_OFFICER, officer);
  await send(6, BY_OFFICER);
  await server.db.run("update responses set helper = 'CB-02' where tenant = 'mau' and seq = 6");
  await send(7, { ...BY_OFFICER, unit: 'so-b', procedure: '1.000009' }, officer);
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  for (const step of ['close', 'seal'])
    expect(
      (await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, server.credentials.mau['province-admin']))
        .status,
    ).toBe(200);
  const rows = await server.db.all(
    "select unit, way, helper, count(*) as n from responses where tenant = 'mau' group by unit, way, helper order by n",
  );
  expect(rows).toEqual([
    { unit: 'so-b', way: null, helper: null, n: 1 },
    { unit: 'so-a', way: null, helper: null, n: 6 },
  ]);
});

test('a file of paper forms tells the same in words', async () => {
  const head = 'Số phiếu,Đơn vị,Ngày ghi phiếu,Mã hồ sơ,Ai ghi giúp,Ghi giúp ở đâu,Mã cán bộ ghi giúp,overall';
  const rows = [
    `P-1,so-a,06/11/2026,${CODE},cán bộ,tại nhà,CB-01,s4`,
    'P-2,so-a,06/11/2026,,Tình nguyện viên,Điện thoại,,s4',
    'P-3,so-a,06/11/2026,,tự ghi,tại quầy,,s4',
    'P-4,so-a,06/11/2026,,cán bộ,tại chợ,,s4',
    'P-5,so-a,06/11/2026,,cán bộ,,CB-99,s4',
  ];
  const { body } = await sendFile(server, 1, { kind: 'paper-forms' }, [head, ...rows].join('\n'));
  expect(body).toMatchObject({ created: 2, refused: 3 });
  expect(await stored()).toEqual([
    { proof: 'officerLink', ...BY_OFFICER, helper: 'CB-01' },
    { proof: 'open', assisted: 'volunteer', way: 'phone', helper: null },
  ]);
});
