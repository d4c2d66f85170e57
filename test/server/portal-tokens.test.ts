import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PortalKey } from '#wire/access.ts';
import type { Invitation, InvitationView } from '#wire/invitation.ts';
import type { Problem } from '#wire/problem.ts';
import type { Response as ResponseBody } from '#wire/response.ts';
import { countInvitation } from '../../server/store/invitations.ts';
import { dossierBody } from './dossier-body.ts';
import { filesWith } from './files-with.ts';
import { claimsOf, type PortalToken, portalToken } from './portal-token.ts';
import { NOW, responseOf, type TestServer, testServer } from './test-server.ts';

const codeOf = (n: number) => `H99.01-261102-${String(n).padStart(4, '0')}`;
const OTHERS = 'H99.01-261102-9999';
const SECONDS = NOW.getTime() / 1000;

let server: TestServer;
let own: PortalToken;

async function issue(units: string[] = [], tenant: 'mau' | 'kia' = 'mau'): Promise<PortalToken & { api: string }> {
  const admin = server.credentials[tenant]['province-admin'];
  const { body } = await server.request<PortalKey>('POST', '/v1/portal-keys', { label: 'Cổng', units }, admin);
  return { kid: body.id, key: Buffer.from(body.tokenKey, 'base64url'), api: body.key };
}
const put = (...codes: string[]) =>
  server.request(
    'POST',
    '/v1/dossiers',
    codes.map((code) => dossierBody({ code })),
    server.credentials.mau.officer,
  );
const open = (token: string) => server.request<InvitationView & Problem>('GET', `/v1/invitations/${token}`);
const send = (n: number, token: string, more: Partial<ResponseBody> = {}) =>
  server.request<Problem & { receipt: string }>('POST', '/v1/responses', responseOf(n, { token, ...more }));
const lastProof = async () =>
  (await server.db.all<{ proof: string }>("select proof from responses where tenant = 'mau' order by seq desc"))[0]
    ?.proof;

beforeAll(async () => {
  server = await testServer();
  own = await issue();
  await put(codeOf(1), codeOf(2), codeOf(3), codeOf(4));
  const elsewhere = dossierBody({ code: OTHERS, unit: 'so-b' });
  await server.request('POST', '/v1/dossiers', [elsewhere], server.credentials.mau['province-admin']);
});
beforeEach(() => {
  server.clock.now = NOW;
});
afterAll(() => server.close());

describe('a token a portal makes by itself', () => {
  test('opens the same form as a link of this server, by both ways in', async () => {
    const token = portalToken(claimsOf(codeOf(1)), own);
    const { status, body } = await open(token);
    expect([status, body.dossier, body.unit, body.expires]).toEqual([200, codeOf(1), 'so-a', '2027-01-09']);
    const page = await server.request('GET', `/k/${token}`);
    expect([page.status, page.text.includes(`Hồ sơ ${codeOf(1)}`)]).toEqual([200, true]);
    expect((await send(1, token)).status).toBe(201);
    expect(await lastProof()).toBe('portal');
  });

  test('is for one answer of its dossier and stage, however many tokens and links name it', async () => {
    const { portal, officer } = server.credentials.mau;
    const tokens = [portalToken(claimsOf(codeOf(2), { jti: '1' }), own), portalToken(claimsOf(codeOf(2)), own)];
    const asked = { dossier: codeOf(2), unit: 'so-a', procedure: '1.001612', stage: 'returned' };
    const { body: link } = await server.request<Invitation>('POST', '/v1/invitations', asked, portal);
    const { body: handed } = await server.request<Invitation>('POST', '/v1/invitations', asked, officer);
    const first = await send(2, tokens[0] ?? '');
    expect([first.status, (await send(2, tokens[0] ?? '')).status]).toEqual([201, 200]);
    for (const token of [...tokens, link.token]) {
      expect((await send(3, token)).body.code).toBe('token.used');
      expect((await open(token)).body.code).toBe('token.used');
    }
    // The officer's own voice is another one; the other stage another question.
    expect((await send(4, handed.token)).status).toBe(201);
    const filed = portalToken(claimsOf(codeOf(2), { stage: 'submitted' }), own);
    expect((await send(5, filed, { stage: 'submitted', answers: { overall: 's4' } })).status).toBe(201);
  });

  test('says what is printed on a slip, which is official evidence as well', async () => {
    expect((await send(6, portalToken(claimsOf(codeOf(3), { printed: true }), own))).status).toBe(201);
    expect(await lastProof()).toBe('receipt');
  });

  test('for dossiers nobody has on record brings open answers: a key never has more official ones than there are dossiers', async () => {
    for (const n of [70, 71]) expect((await send(n, portalToken(claimsOf(`H99.BIA-${n}`), own))).status).toBe(201);
    expect(await lastProof()).toBe('open');
  });

  test('shows the code of the dossier to nobody who reads it on the way, and is stored nowhere', async () => {
    const token = portalToken(claimsOf(codeOf(4)), own);
    const readable = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(readable.join('|')).toContain(own.kid);
    expect(readable.join('|')).not.toContain(codeOf(4));
    expect((await send(8, token)).status).toBe(201);
    expect(filesWith(server.folder, [token, token.slice(-60), own.key.toString('base64url')])).toEqual([]);
    expect(await server.db.all('select 1 from invitations where dossier = ?', [codeOf(4)])).toEqual([]);
  });
});

describe('is refused', () => {
  const refused = async (token: string, more: Partial<ResponseBody> = {}) => {
    const opened = await open(token);
    const sent = await send(90, token, more);
    expect(sent.body.code).toBe(opened.body.code);
    expect(sent.body.issues).toEqual(opened.body.issues);
    return [sent.status, sent.body.code, sent.body.issues?.[0]?.path];
  };
  const UNKNOWN = [422, 'token.bad', 'token'];

  test('sealed with any other key, header or text', async () => {
    const claims = claimsOf(codeOf(1));
    const kia = await issue([], 'kia');
    for (const [what, token] of Object.entries({
      'a made-up key': portalToken(claims, { ...own, key: randomBytes(32) }),
      'a key nobody issued': portalToken(claims, { ...own, kid: 'mau.7K2M9QXD4T' }),
      'the key of another province': portalToken(claims, { kid: own.kid, key: kia.key }),
      'a changed text': portalToken(claims, own).replace(/.{3}\.([^.]+)$/, 'AAA.$1'),
      'another algorithm': portalToken(claims, { ...own, header: { alg: 'A256KW' } }),
      'a compressed text': portalToken(claims, { ...own, header: { zip: 'DEF' } }),
      'a header of its own': portalToken(claims, { ...own, header: { crit: ['exp'] } }),
      'no claims': portalToken('mau', own).replace(/\.[^.]+\.([^.]+)$/, '.AAAA.$1'),
    }))
      expect([what, (await send(90, token)).body.code]).toEqual([
        what,
        what === 'no claims' ? 'body.invalid' : 'token.bad',
      ]);
    expect(await refused(portalToken(claims, { ...own, key: randomBytes(32) }))).toEqual(UNKNOWN);
  });

  test('with a claim out of bounds, which its maker is told by name', async () => {
    for (const [claim, more] of [
      ['tenant', { tenant: 'kia' }],
      ['unit', { unit: 'so-a/../x' }],
      ['dossier', { dossier: 'H 1' }],
      ['stage', { stage: 'later' }],
      ['exp', { exp: SECONDS + 60 * 86_400 + 1 }],
      ['exp', { exp: SECONDS }],
      ['exp', { exp: '2027' }],
      ['iat', { iat: SECONDS * 1000, exp: SECONDS * 1000 + 60 }],
      ['unit', { unit: 'khong-co' }],
      ['iat', { iat: SECONDS + 601, exp: SECONDS + 700 }],
      ['name', { name: 'Nguyễn Văn An' }],
    ] as const)
      expect(await refused(portalToken(claimsOf(codeOf(1), more), own))).toEqual([422, 'token.bad', `token.${claim}`]);
    expect((await open(portalToken(claimsOf('H99.X-1', { iat: SECONDS + 600, exp: SECONDS + 700 }), own))).status).toBe(
      200,
    );
  });

  test('for a unit the key is not for, or that the dossier is not of', async () => {
    const narrow = await issue(['so-b']);
    expect(await refused(portalToken(claimsOf(codeOf(1)), narrow))).toEqual([422, 'token.bad', 'token.unit']);
    expect(await refused(portalToken(claimsOf(OTHERS), own))).toEqual([422, 'token.bad', 'token.unit']);
  });

  test('for another unit, stage or procedure than it says', async () => {
    const token = portalToken(claimsOf('H99.X-2'), own);
    for (const [path, more] of [
      ['unit', { unit: 'so-b' }],
      ['stage', { stage: 'submitted', answers: { overall: 's4' } }],
      ['procedure', { procedure: '2.000111' }],
    ] as const) {
      const { status, body } = await send(91, token, more);
      expect([status, body.code, body.issues?.[0]?.path]).toEqual([422, 'token.mismatch', path]);
    }
    const abroad = await send(91, token, { id: responseOf(91).id.replace('mau.', 'kia.') });
    expect([abroad.status, abroad.body.code]).toEqual([422, 'tenant.mismatch']);
  });

  test('before anything is asked when the survey in force asks nothing at its step', async () => {
    await server.db.run("update tenants set survey = 'tt32-3' where tenant = 'mau'");
    const token = portalToken(claimsOf('H99.X-8', { stage: 'submitted' }), own);
    const opened = await open(token);
    expect([opened.status, opened.body.code]).toEqual([422, 'stage.unknown']);
    const page = await server.request('GET', `/k/${token}`);
    expect([page.status, page.text.includes('Phiếu đang dùng không hỏi ở bước này. Mời Ông/Bà báo')]).toEqual([
      422,
      true,
    ]);
    await server.db.run("update tenants set survey = 'danhgia-2026' where tenant = 'mau'");
    expect((await open(token)).status).toBe(200);
  });

  test('after its last day; what was answered in time and sent late is taken', async () => {
    const ended = portalToken(claimsOf('H99.X-3', { exp: SECONDS + 86_400 }), own);
    // 11/11/2026 is its last day, to the end of it in Viet Nam.
    server.clock.now = new Date('2026-11-11T16:59:00Z');
    expect((await open(ended)).status).toBe(200);
    server.clock.now = new Date('2026-11-12T02:00:00Z');
    expect(await refused(ended)).toEqual([410, 'token.expired', 'token']);
    expect((await send(92, ended, { ageSeconds: 86_400 })).status).toBe(201);
  });

  test('once its key is taken back, all of them at once, and the page offers the form without a code', async () => {
    const key = await issue();
    const token = portalToken(claimsOf('H99.X-4'), key);
    expect((await open(token)).status).toBe(200);
    const admin = server.credentials.mau['province-admin'];
    expect((await server.request('DELETE', `/v1/portal-keys/${key.kid}`, undefined, admin)).status).toBe(204);
    expect(await refused(token)).toEqual([410, 'token.revoked', 'token']);
    const page = await server.request('GET', `/k/${token}`);
    expect([page.status, page.text.includes('Đường dẫn này đã bị thu hồi.')]).toEqual([410, true]);
    expect(page.text).toContain('href="/k/mau/so-a">Góp ý không kèm mã hồ sơ</a>');
    const english = await server.request('GET', `/k/${token}?lang=en`);
    expect(english.text).toContain('This link was taken back.');
    // With a key nobody issued nothing is said of keys.
    expect((await send(93, portalToken(claimsOf('H99.X-4'), { ...key, key: own.key }))).body.code).toBe('token.bad');
  });

  test('when its key has had its answers of the day, until the next one', async () => {
    const key = await issue();
    await server.db.batch([countInvitation('mau', `portal:${key.kid}`, '2026-11-10', 4999)]);
    expect((await send(94, portalToken(claimsOf('H99.X-5'), key))).status).toBe(201);
    const full = await send(95, portalToken(claimsOf('H99.X-6'), key));
    // 09:00 in Viet Nam: 15 hours to midnight.
    expect([full.status, full.body.code, full.headers.get('retry-after')]).toEqual([429, 'busy', '54000']);
    server.clock.now = new Date('2026-11-11T02:00:00Z');
    expect((await send(95, portalToken(claimsOf('H99.X-6'), key))).status).toBe(201);
  });
});

test('no token older than the end of a sealed period opens anything after the seal', async () => {
  const admin = server.credentials.mau['province-admin'];
  const [old, young] = [portalToken(claimsOf('H99.X-7'), own), claimsOf('H99.X-7')];
  server.clock.now = new Date('2027-01-04T02:00:00Z');
  for (const step of ['close', 'seal'])
    expect((await server.request('POST', `/v1/periods/2026-q4/${step}`, {}, admin)).status).toBe(200);
  expect((await open(old)).body.code).toBe('period.late');
  expect((await server.request('GET', `/k/${old}`)).status).toBe(410);
  const iat = Date.parse('2027-01-02T02:00:00Z') / 1000;
  expect((await open(portalToken({ ...young, iat, exp: iat + 86_400 * 30 }, own))).status).toBe(200);
  const known = portalToken({ ...claimsOf(codeOf(1)), iat, exp: iat + 86_400 * 30 }, own);
  expect((await open(known)).body.code).toBe('period.late');
});
