import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clientId } from '#rules/client-id.ts';
import type { Invitation } from '#wire/invitation.ts';
import type { Problem } from '#wire/problem.ts';
import type { Response as ResponseBody } from '#wire/response.ts';
import { counted } from './counts.ts';
import { dossierBody } from './dossier-body.ts';
import { type As, idOf, NOW, responseOf, type TestServer, testServer } from './test-server.ts';

const CODE = 'H99.01-261102-0001';
const DAY = 86_400;

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  await server.request('POST', '/v1/dossiers', [dossierBody({ code: CODE })], server.credentials.mau.officer);
});
afterEach(() => server.close());

async function link(more: object = {}, as: As = server.credentials.mau.portal) {
  const body = { dossier: CODE, unit: 'so-a', procedure: '1.001612', stage: 'returned', ...more };
  return (await server.request<Invitation>('POST', '/v1/invitations', body, as)).body.token;
}
const send = (n: number, more: Partial<ResponseBody> = {}) =>
  server.request<Problem & { receipt: string }>('POST', '/v1/responses', responseOf(n, more));
const change = (n: number, receipt: string, more: Partial<ResponseBody> = {}) =>
  server.request<Problem>('PUT', `/v1/responses/${idOf(n)}`, responseOf(n, more), { 'x-dvc-receipt': receipt });
const act = (step: string) =>
  server.request('POST', `/v1/periods/2026-q4/${step}`, {}, server.credentials.mau['province-admin']);
const rows = () => server.db.all("select proof, day, aged from responses where tenant = 'mau' order by seq");

describe('a dossier has one answer of its citizen at a stage', () => {
  test('that may be changed to the end of the fifteenth day, and no second one beside it', async () => {
    const [token, other] = [await link(), await link()];
    const { body } = await send(1, { token });
    for (const again of [token, other]) expect((await send(2, { token: again })).body.code).toBe('token.used');
    const answers = { overall: 's1' };
    server.clock.now = new Date('2026-11-25T16:59:00Z');
    expect((await change(1, body.receipt, { token, answers })).status).toBe(200);
    // 26/11/2026 00:00 in Viet Nam.
    server.clock.now = new Date('2026-11-25T17:00:00Z');
    const late = await change(1, body.receipt, { token, answers: { overall: 's5' } });
    expect([late.status, late.body.code]).toEqual([410, 'receipt.late']);
    // The same change once more is what it was, and the answer is still there to be read.
    expect((await change(1, body.receipt, { token, answers })).status).toBe(200);
    const read = await server.request<{ answers: object }>('GET', `/v1/receipts/${body.receipt}`);
    expect([read.status, read.body.answers]).toEqual([200, answers]);
    expect(await counted(server.db)).toMatchObject({ rows: 1, links: 1, overall: 1, negative: 0 });
  });

  test('beside which the officer’s own and open ones stand apart', async () => {
    await send(1, { token: await link() });
    await send(2, { token: await link({}, server.credentials.mau.officer) });
    await send(3);
    await send(4);
    expect((await rows()).map((row) => (row as { proof: string }).proof)).toEqual([
      'portal',
      'officerLink',
      'open',
      'open',
    ]);
  });

  test('through a link made before its key was taken back; the key makes no more', async () => {
    const token = await link();
    const admin = server.credentials.mau['province-admin'];
    expect((await server.request('DELETE', '/v1/portal-keys/cong', undefined, admin)).status).toBe(204);
    const asked = { dossier: CODE, unit: 'so-a', stage: 'returned' };
    const refused = await server.request<Problem>('POST', '/v1/invitations', asked, server.credentials.mau.portal);
    expect([refused.status, refused.body.code]).toEqual([401, 'key.revoked']);
    expect((await send(1, { token })).status).toBe(201);
  });

  test('of its own province: a link of another opens nothing here', async () => {
    const token = await link({}, server.credentials.kia.portal);
    const { status, body } = await send(1, { token });
    expect([status, body.code, body.issues?.[0]?.path]).toEqual([422, 'tenant.mismatch', 'token']);
    expect(await rows()).toEqual([]);
  });

  test('until its period closes, and after the seal never again', async () => {
    const [token, unused] = [await link(), await link({ dossier: 'H99.01-261102-0002' })];
    const { body } = await send(1, { token });
    // The period's last day is 31/12/2026; both links run to 09/01/2027.
    server.clock.now = new Date('2027-01-04T02:00:00Z');
    expect((await act('close')).status).toBe(200);
    const day = 5 * DAY;
    const late = await send(2, { token: unused, ageSeconds: day });
    expect([late.status, late.body.code]).toEqual([410, 'period.late']);
    expect((await change(1, body.receipt, { token, answers: { overall: 's1' } })).body.code).toBe('receipt.late');
    expect((await server.request('GET', `/v1/receipts/${body.receipt}`)).status).toBe(200);
    expect((await act('seal')).status).toBe(200);
    expect((await server.request<Problem>('GET', `/v1/receipts/${body.receipt}`)).body.code).toBe('receipt.bad');
    for (const gone of [token, unused]) {
      expect((await send(3, { token: gone })).body.code).toBe('token.bad');
      expect((await server.request('GET', `/k/${gone}`)).status).toBe(404);
    }
    expect((await change(1, body.receipt, { token })).body.code).toBe('receipt.bad');
  });
});

describe('a clock that is wrong by years at the sender loses nothing and sets no day of its own', () => {
  // [seconds told, day stored, marked]; it is 10/11/2026 09:00, the period began on 01/10/2026.
  const told: readonly (readonly [number, string, number])[] = [
    [0, '2026-11-10', 0],
    [3600, '2026-11-10', 0],
    [DAY, '2026-11-09', 1],
    [30 * DAY, '2026-10-11', 1],
    [31 * DAY, '2026-10-11', 1],
    [56 * 365 * DAY, '2026-10-11', 1],
    [-1, '2026-11-10', 1],
    [-30 * 365 * DAY, '2026-11-10', 1],
    [Number.MAX_SAFE_INTEGER, '2026-10-11', 1],
  ];
  test('whatever it says has passed', async () => {
    for (const [n, [ageSeconds, day, aged]] of told.entries()) {
      expect((await send(n, { ageSeconds })).status).toBe(201);
      expect([ageSeconds, (await rows()).at(-1)]).toEqual([ageSeconds, { proof: 'open', day, aged }]);
    }
  });

  test('nor does the time in the id it makes', async () => {
    for (const [n, ms] of [0, 1, NOW.getTime() + 100 * 365 * DAY * 1000, 2 ** 50 - 1].entries()) {
      const id = clientId('mau', ms, new Uint8Array(10).fill(n));
      const first = await send(1, { id });
      expect([ms, first.status, (await send(1, { id })).status]).toEqual([ms, 201, 200]);
      const changed = { ...responseOf(1, { id }), answers: { overall: 's1' } };
      const put = await server.request('PUT', `/v1/responses/${id}`, changed, { 'x-dvc-receipt': first.body.receipt });
      expect(put.status).toBe(200);
    }
    expect(await rows()).toEqual(Array(4).fill({ proof: 'open', day: '2026-11-10', aged: 0 }));
  });

  test('and no fraction of a second, nor words, are taken for a time', async () => {
    for (const ageSeconds of [1.5, '3600', null, 2 ** 60])
      expect((await send(1, { ageSeconds } as object)).body.issues?.[0]?.path).toBe('ageSeconds');
  });
});
