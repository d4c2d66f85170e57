import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDays } from '#rules/calendar/date.ts';
import type { PackBundle } from '#rules/packs/pack-bundle.ts';
import type { PackFile } from '#wire/packs.ts';
import { run } from '../../server/cli/run.ts';
import { localDay } from '../../server/clock.ts';
import { PACK } from '../rules/packs/pack-of.ts';
import { urlOf } from './test-database.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
/** The shell has the machine's own clock. */
const TODAY = localDay(new Date());
const at = (name: string) => join(server.folder, name);

async function packs(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await run(['packs', ...args], {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    read: (path) => Promise.resolve(readFileSync(path, 'utf8')),
  });
  return { code, ...said };
}

function bundle(change: Partial<PackBundle> = {}): PackBundle {
  const taken = { killedPacks: [], killedFeatures: [{ id: 'apology-owed', reason: 'Chờ hướng dẫn.' }] };
  const days = { issued: TODAY, expires: addDays(TODAY, 200) };
  return { format: 'dvc-packs/1', tenant: 'mau', sequence: 1, ...days, packs: [PACK], ...taken, ...change };
}

/** Signs a bundle with the first key; returns the path of the signed file. */
async function signed(name: string, change: Partial<PackBundle> = {}, key = 'khoa'): Promise<string> {
  writeFileSync(at(`${name}.json`), JSON.stringify(bundle(change)));
  const { code, out, err } = await packs('sign', at(`${name}.json`), '--key', at(`${key}/khoa-ky.pem`));
  expect([code, err]).toEqual([0, '']);
  writeFileSync(at(`${name}.jws`), out);
  return at(`${name}.jws`);
}
const publish = (path: string, ...more: string[]) =>
  packs('publish', path, '--key', at('khoa/khoa-cong-khai.json'), '--tenant', 'mau', ...more);
const served = async (who: 'device' | 'officer' = 'device', tenant: 'mau' | 'kia' = 'mau') =>
  (await server.request<PackFile>('GET', '/v1/packs', undefined, server.credentials[tenant][who])).body;

beforeAll(async () => {
  server = await testServer();
  vi.stubEnv('DATABASE_URL', urlOf(server.database));
  vi.stubEnv('KEY_DIR', join(server.folder, 'keys'));
  vi.stubEnv('BASE_URL', 'https://danhgia.mau.vn');
  for (const folder of ['khoa', 'khoa-khac']) expect((await packs('keygen', at(folder))).code).toBe(0);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test('the signing key is for its owner alone and is never written over', async () => {
  expect(statSync(at('khoa/khoa-ky.pem')).mode & 0o077).toBe(0);
  const before = readFileSync(at('khoa/khoa-ky.pem'), 'utf8');
  expect(await packs('keygen', at('khoa'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('không được ghi đè'),
  });
  expect(readFileSync(at('khoa/khoa-ky.pem'), 'utf8')).toBe(before);
  expect(readFileSync(at('khoa/khoa-cong-khai.json'), 'utf8')).not.toContain('"d"');
});

test('the fingerprint is the thumbprint of RFC 7638, in groups', async () => {
  const { crv, kty, x, y } = JSON.parse(readFileSync(at('khoa/khoa-cong-khai.json'), 'utf8'));
  const text = `{"crv":"${crv}","kty":"${kty}","x":"${x}","y":"${y}"}`;
  const bits = [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const letters = (bits.slice(0, 120).match(/.{5}/g) ?? []).map(
    (five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)],
  );
  const { out } = await packs('verify', await signed('dau-van'), '--key', at('khoa/khoa-cong-khai.json'));
  expect(out).toContain((letters.join('').match(/.{4}/g) ?? []).join('-'));
  expect(out).toContain('motcua-mau phiên bản 3');
  expect(out).toContain('Tắt tính năng apology-owed');
});

describe('a browser is given', () => {
  test('nothing before something is published', async () => {
    expect(await served()).toEqual({ file: null, key: null });
  });

  test('the file exactly as it was signed, with the public key; each province its own', async () => {
    const path = await signed('mot');
    expect(await publish(path)).toMatchObject({ code: 0, out: expect.stringContaining('tệp số 1') });
    const key = JSON.parse(readFileSync(at('khoa/khoa-cong-khai.json'), 'utf8'));
    expect(await served()).toEqual({ file: readFileSync(path, 'utf8').trim(), key });
    expect(await served('officer')).toEqual(await served());
    expect(await served('device', 'kia')).toEqual({ file: null, key: null });
  });

  test('the newest; what was published stands in the log', async () => {
    expect((await publish(await signed('hai', { sequence: 2 }))).code).toBe(0);
    expect((await served()).file).toBe(readFileSync(at('hai.jws'), 'utf8').trim());
    const rows = await server.db.all<{ detail: string }>(
      "select detail from audit where tenant = 'mau' and action = 'packs.publish' order by seq",
    );
    expect(rows.map(({ detail }) => JSON.parse(detail).sequence)).toEqual([1, 2]);
  });

  test('and nobody else: not a portal, not an admin, not a stranger', async () => {
    for (const who of ['portal', 'kiosk', 'province-admin'] as const)
      expect((await server.request('GET', '/v1/packs', undefined, server.credentials.mau[who])).status).toBe(403);
    expect((await server.request('GET', '/v1/packs')).status).toBe(401);
  });
});

describe('is not published', () => {
  test.each([
    ['a file that goes back', 'lui', { sequence: 1 }, [], 'sequence'],
    ['the same number again with other content', 'trung', { sequence: 2, packs: [] }, [], 'sequence'],
    ['a file of another province', 'tinh-khac', { tenant: 'kia', sequence: 9 }, [], 'kia'],
  ] as const)('%s', async (_, name, change, more, said) => {
    const before = await served();
    const { code, err } = await publish(await signed(name, change), ...more);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(await served()).toEqual(before);
  });

  test('a file with one letter changed', async () => {
    const [head, payload = '', signature] = readFileSync(await signed('sua', { sequence: 9 }), 'utf8')
      .trim()
      .split('.');
    const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('"sequence":9', '"sequence":8'));
    writeFileSync(at('sua.jws'), [head, forged.toString('base64url'), signature].join('.'));
    expect(await publish(at('sua.jws'))).toMatchObject({ code: 2, err: expect.stringContaining('Chữ ký không đúng') });
  });

  test('a file signed with another key, until the operator says that the key is new', async () => {
    const path = await signed('khoa-moi', { sequence: 9 }, 'khoa-khac');
    expect(await publish(path)).toMatchObject({ code: 2, err: expect.stringContaining('Chữ ký không đúng') });
    const other = ['publish', path, '--key', at('khoa-khac/khoa-cong-khai.json'), '--tenant', 'mau'];
    expect(await packs(...other)).toMatchObject({ code: 2, err: expect.stringContaining('--new-key') });
    expect((await packs(...other, '--new-key')).code).toBe(0);
  });

  test('an unsigned file, or one signed with no algorithm', async () => {
    const none = [{ alg: 'none', typ: 'dvc-packs' }, bundle({ sequence: 99 })];
    const parts = none.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    writeFileSync(at('khong-ky.jws'), `${parts.join('.')}.`);
    expect((await publish(at('khong-ky.jws'))).code).toBe(2);
  });
});

describe('is not signed', () => {
  test('a bundle with a fault; each is named', async () => {
    writeFileSync(at('hong.json'), JSON.stringify({ ...bundle(), expires: '2020-01-01', extra: 1 }));
    const { code, err } = await packs('sign', at('hong.json'), '--key', at('khoa/khoa-ky.pem'));
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/extra: mục không có trong mẫu[\s\S]*expires: ngày hết hạn trước/),
    ]);
  });

  test('what does not follow the file before: a number that does not grow, a pack changed under its old version', async () => {
    const previous = await signed('truoc', { sequence: 5 });
    const [one] = [PACK];
    for (const [change, said] of [
      [{ sequence: 5 }, '«sequence» lớn hơn'],
      [{ sequence: 6, packs: [{ ...one, name: 'Tên khác' }] }, '«version» lớn hơn 3'],
      [{ sequence: 6, tenant: 'kia' }, 'tỉnh «mau»'],
    ] as const) {
      writeFileSync(at('sau.json'), JSON.stringify(bundle(change)));
      const { code, err } = await packs(
        'sign',
        at('sau.json'),
        '--key',
        at('khoa/khoa-ky.pem'),
        '--previous',
        previous,
      );
      expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    }
  });

  test('with the public half, or without a key', async () => {
    const path = at('mot.json');
    for (const args of [['--key', at('khoa/khoa-cong-khai.json')], []])
      expect((await packs('sign', path, ...args)).code).toBe(2);
  });
});

test('the example can be signed as it is', async () => {
  writeFileSync(at('mau.json'), (await packs('example')).out);
  expect((await packs('sign', at('mau.json'), '--key', at('khoa/khoa-ky.pem'))).code).toBe(0);
});

test('an expired file verifies as signed, and says that it has expired', async () => {
  const path = await signed('cu', { issued: '2025-01-01', expires: '2025-06-30' });
  const { code, err } = await packs('verify', path, '--key', at('khoa/khoa-cong-khai.json'));
  expect([code, err]).toEqual([1, expect.stringContaining('hết hạn ngày 2025-06-30')]);
});

test('no signing key is on the server', async () => {
  const rows = await server.db.all<{ public_key: string }>('select public_key from pack_files');
  expect(rows.length).toBeGreaterThan(0);
  for (const { public_key } of rows)
    expect(Object.keys(JSON.parse(public_key)).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  expect(existsSync(join(server.folder, 'keys', 'khoa-ky.pem'))).toBe(false);
});
