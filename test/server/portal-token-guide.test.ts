import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InvitationView } from '#wire/invitation.ts';
import { insertPortalKey } from '../../server/store/portal-keys.ts';
import { newSecret } from '../../server/store/secret.ts';
import { insertUnit } from '../../server/store/units.ts';
import { textOf } from '../structure/source-files.ts';
import { portalToken } from './portal-token.ts';
import { NOW, type TestServer, testServer } from './test-server.ts';

/** The lines `name value` of the guide's vector. */
const vector = Object.fromEntries(
  [...textOf('widget/README.md').matchAll(/^(kid|khóa|iv|JSON|token) {2,}(\S.*)$/gm)].map(([, name, value]) => [
    name,
    value,
  ]),
);
const { kid = '', khóa: key = '', iv = '', JSON: claims = '', token = '' } = vector;

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  const folder = join(server.folder, 'keys', 'mau');
  mkdirSync(folder, { recursive: true });
  // The secret the guide's key is made from.
  writeFileSync(join(folder, '_tokens.key'), Buffer.alloc(32, 1));
  const unit = { unit: 'so-xay-dung', name: 'Sở Xây dựng', parent: null, level: 'province' } as const;
  await server.db.batch([
    insertUnit('mau', { ...unit, from: '2026-01-01', to: null }),
    insertPortalKey('mau', { id: kid, label: 'Cổng', units: [] }, newSecret('mau', 'pk'), NOW),
  ]);
});
afterAll(() => server.close());

test('the key of the guide is the one this server derives', () => {
  expect(server.services.tokenKeys.of('mau', kid).toString('base64url')).toBe(key);
});

test('the steps of the guide make its token, byte for byte', () => {
  const made = portalToken(JSON.parse(claims), {
    kid,
    key: Buffer.from(key, 'base64url'),
    iv: Buffer.from(iv, 'base64url'),
  });
  expect(made).toBe(token);
});

test('the token of the guide opens its dossier', async () => {
  const { status, body } = await server.request<InvitationView>('GET', `/v1/invitations/${token}`);
  expect([status, body.dossier, body.unit, body.stage]).toEqual([200, 'H99.01-261110-9942', 'so-xay-dung', 'returned']);
  // 30 days after 10/11/2026.
  expect(body.expires).toBe('2026-12-10');
});

test('each language of the guide names the same cipher, sizes and header', () => {
  const code = [...textOf('widget/README.md').matchAll(/```(php|java|csharp)\n([\s\S]*?)```/g)];
  expect(code.map(([, language]) => language)).toEqual(['php', 'java', 'csharp']);
  for (const [, language, text = ''] of code) {
    expect(text, language).toMatch(/aes-256-gcm|AES\/GCM\/NoPadding|AesGcm/);
    expect(text.replaceAll('\\"', '"').replaceAll("'", '"'), language).toMatch(/"alg"\s*(?::|=>)\s*"dir"/);
    expect(text, language).toMatch(/\b(?:16|128)\b/);
  }
});
