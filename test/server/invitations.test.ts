import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Invitation, InvitationView } from '#wire/invitation.ts';
import type { Problem } from '#wire/problem.ts';
import { type As, NOW, responseOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  await server.db.run("insert into procedures (tenant, procedure, name) values ('mau', '1.001612', 'Cấp giấy phép')");
});
beforeEach(() => {
  server.clock.now = NOW;
});
afterAll(() => server.close());

const request = (n: number, more: object = {}) => ({
  dossier: `H99.01-261110-${String(n).padStart(4, '0')}`,
  unit: 'so-a',
  procedure: '1.001612',
  stage: 'returned',
  ...more,
});

function invite<Body = Invitation>(body: unknown, as: As = server.credentials.mau.portal) {
  return server.request<Body>('POST', '/v1/invitations', body, as);
}
const open = <Body = InvitationView & Problem>(token: string) =>
  server.request<Body>('GET', `/v1/invitations/${token}`);
const answer = (n: number, token: string, more: object = {}) =>
  server.request<Problem>('POST', '/v1/responses', { ...responseOf(n), token, ...more });

describe('a survey link', () => {
  test('shows place, procedure, dossier and the survey in force to whoever holds it', async () => {
    const { status, body } = await invite(request(1));
    expect(status).toBe(201);
    // 10/11/2026 and 60 days.
    expect(body).toMatchObject({ url: `http://127.0.0.1:8787/k/${body.token}`, expires: '2027-01-09' });
    expect((await open(body.token)).body).toEqual({
      unit: 'so-a',
      unitName: 'Đơn vị so-a',
      procedure: '1.001612',
      procedureName: 'Cấp giấy phép',
      dossier: 'H99.01-261110-0001',
      stage: 'returned',
      survey: 'danhgia-2026',
      version: 1,
      expires: '2027-01-09',
    });
  });

  test('is kept as a hash alone', async () => {
    const { body } = await invite(request(2));
    const rows = await server.db.all('select * from invitations');
    expect(JSON.stringify(rows)).not.toContain(body.token);
    expect(JSON.stringify(rows)).not.toContain(body.token.slice(4));
  });

  test('from a portal is official evidence; from an officer it is shown apart', async () => {
    const { body: official } = await invite(request(3));
    const { body: handed } = await invite(request(4), server.credentials.mau.officer);
    await answer(3, official.token, { unit: 'so-a' });
    await answer(4, handed.token);
    await answer(5, '', { token: undefined });
    const rows = await server.db.all('select proof from responses order by seq');
    expect(rows).toEqual([{ proof: 'portal' }, { proof: 'officerLink' }, { proof: 'open' }]);
  });

  test('is used once; afterwards it says when and until when the answer may be changed', async () => {
    const { body } = await invite(request(6));
    const first = await answer(6, body.token);
    expect(first.status).toBe(201);
    const { status, body: refusal } = await open(body.token);
    expect([status, refusal.code]).toEqual([409, 'token.used']);
    expect(refusal.message).toBe(
      'Hồ sơ này đã được đánh giá ngày 10/11/2026. Có mã phiếu, Ông/Bà sửa được đến hết ngày 25/11/2026.',
    );
    expect((await answer(7, body.token)).body.code).toBe('token.used');
    // The same response again is a repeat, not a second use; a second link to the same dossier opens nothing new.
    expect((await answer(6, body.token)).status).toBe(200);
    const { body: second } = await invite(request(6));
    expect((await answer(8, second.token)).status).toBe(409);
  });

  test('opens again once the answer was erased by its giver', async () => {
    const { body } = await invite(request(9));
    const { body: kept } = await server.request<{ id: string; receipt: string }>('POST', '/v1/responses', {
      ...responseOf(9),
      token: body.token,
    });
    await server.request('DELETE', `/v1/responses/${kept.id}`, undefined, { 'x-dvc-receipt': kept.receipt });
    expect((await open(body.token)).status).toBe(200);
    expect((await answer(10, body.token)).status).toBe(201);
  });

  test("from an officer neither takes the citizen's place nor tells whether the citizen has answered", async () => {
    const { officer } = server.credentials.mau;
    const { body: handed } = await invite(request(16), officer);
    const { body: official } = await invite(request(16));
    expect((await answer(16, handed.token)).status).toBe(201);
    expect((await open(official.token)).status).toBe(200);
    expect((await answer(17, official.token)).status).toBe(201);

    const { body: asked } = await invite(request(18));
    expect((await answer(18, asked.token)).status).toBe(201);
    const { body: fresh } = await invite(request(18), officer);
    expect((await open(fresh.token)).status).toBe(200);
    expect((await server.request('GET', `/k/${fresh.token}`)).status).toBe(200);
    // Each kind still answers once.
    const { body: again } = await invite(request(16), officer);
    expect((await open(again.token)).status).toBe(409);
    expect((await answer(19, again.token)).body.code).toBe('token.used');
  });

  test('asks once at each stage', async () => {
    const { body: filed } = await invite(request(11, { stage: 'submitted' }));
    const { body: returned } = await invite(request(11));
    const answers = { overall: 's4' };
    expect((await answer(11, filed.token, { stage: 'submitted', answers })).status).toBe(201);
    expect((await answer(12, returned.token)).status).toBe(201);
  });

  test('expires at the end of its last day; what was answered in time counts when sent late', async () => {
    const { body } = await invite(request(13, { stage: 'submitted' }));
    server.clock.now = new Date('2027-01-09T16:59:00Z');
    expect((await open(body.token)).status).toBe(200);
    // 10/01/2027 00:00 in Viet Nam.
    server.clock.now = new Date('2027-01-09T17:00:00Z');
    const late = await open(body.token);
    expect([late.status, late.body.code]).toEqual([410, 'token.expired']);
    expect(late.body.message).toContain('hết hạn ngày 09/01/2027');
    const sent = { stage: 'submitted', answers: { overall: 's4' } };
    expect((await answer(13, body.token, sent)).body.code).toBe('token.expired');
    // Answered on 31/12/2026, in quarter IV, sent ten days later.
    expect((await answer(14, body.token, { ...sent, ageSeconds: 10 * 86_400 })).status).toBe(201);
  });

  test('was answered neither before it was made nor more than 30 days ago, whatever the sender says', async () => {
    const daysOf = (procedure: string) =>
      server.db.all('select day, aged from responses where procedure = ?', [procedure]);
    const made = await invite(request(31, { procedure: '1.000031' }));
    const other = await invite(request(32, { procedure: '1.000032' }));
    server.clock.now = new Date('2026-11-12T02:00:00Z');
    // Two days after the link was made, said to be five days old.
    await answer(31, made.body.token, { procedure: '1.000031', ageSeconds: 5 * 86_400 });
    expect(await daysOf('1.000031')).toEqual([{ day: '2026-11-10', aged: 1 }]);
    // 09/01/2027 is the last day. Sent on 09/02/2027, 31 days later: 30 days back is 10/01/2027, out of time.
    server.clock.now = new Date('2027-02-09T02:00:00Z');
    const late = await answer(32, other.body.token, { procedure: '1.000032', ageSeconds: 300 * 86_400 });
    expect([late.status, late.body.code]).toEqual([410, 'token.expired']);
  });

  test('nobody issued is not found', async () => {
    for (const token of ['mau.K7M29QXD4TWZ8R3F', 'mau.sai', 'khong.K7M29QXD4TWZ8R3F'])
      expect((await open(token)).body.code, token).toBe('token.bad');
  });

  test('answers for its own unit, stage and procedure alone', async () => {
    const { body } = await invite(request(15));
    for (const [path, more] of [
      ['unit', { unit: 'so-b' }],
      ['stage', { stage: 'submitted', answers: { overall: 's4' } }],
      ['procedure', { procedure: '2.000111' }],
    ] as const) {
      const { status, body: refusal } = await answer(15, body.token, more);
      expect([status, refusal.code, refusal.issues?.[0]?.path]).toEqual([422, 'token.mismatch', path]);
    }
    const { body: none } = await answer(15, body.token, { answers: { overall: 's4', q1: 'none' } });
    expect(none.issues?.[0]?.path, 'a returned result is not still awaited').toBe('answers.q1');
  });
});

describe('issuing', () => {
  test('is for portals and officers, each within its units and its own tenant', async () => {
    const { mau, kia } = server.credentials;
    expect((await invite(request(20), {})).status).toBe(401);
    expect((await invite(request(20), mau.device)).status).toBe(403);
    expect((await invite(request(20), mau['province-admin'])).status).toBe(403);
    expect((await invite<Problem>(request(20, { unit: 'so-b' }), mau.officer)).body.code).toBe('scope.denied');
    expect((await invite<Problem>(request(20, { unit: 'khong-co' }))).body.code).toBe('unit.unknown');
    // Another tenant's key makes a link of that tenant, never of this one.
    expect((await invite(request(20), kia.portal)).body.token).toMatch(/^kia\./);
  });

  test('for a dossier of another unit is refused', async () => {
    const facts = { ...dossierOf('H99.01-261110-0021'), unit: 'so-b' };
    await server.request('POST', '/v1/dossiers', [facts], server.credentials.mau['province-admin']);
    const { status, body } = await invite<Problem>(request(21), server.credentials.mau.officer);
    expect([status, body.code, body.issues?.[0]?.path]).toEqual([422, 'dossier.unit', 'dossier']);
  });
});

function dossierOf(code: string) {
  const none = { ready: null, returned: null, officer: null, channel: null, supplements: null, limitDays: null };
  const dates = { received: '2026-11-02T08:15', promised: '2026-11-24T17:00', reappointed: [], pauses: [] };
  return { code, unit: 'so-a', procedure: '1.001612', state: 'processing', ...dates, ...none };
}
