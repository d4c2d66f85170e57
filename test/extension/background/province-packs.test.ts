import 'fake-indexeddb/auto';
import '../fake-browser.ts';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PackBundle } from '#rules/packs/pack-bundle.ts';
import type { PackKey } from '#wire/packs.ts';
import { answerPacks } from '../../../extension/background/answer-packs.ts';
import { currentPreferences } from '../../../extension/background/preferences.ts';
import { packsFor, refreshPacks } from '../../../extension/background/province-packs.ts';
import { readPackMessage } from '../../../extension/background/read-pack-message.ts';
import { settings } from '../../../extension/background/settings.ts';
import type { PackState } from '../../../extension/pack-messages.ts';
import { fingerprint, publicKeyOf } from '../../../server/cli/pack-signature.ts';
import { type Listening, listen } from '../../../server/listen.ts';
import { insertPackFile } from '../../../server/store/pack-files.ts';
import { PACK, packWith } from '../../rules/packs/pack-of.ts';
import { type TestServer, testServer } from '../../server/test-server.ts';

const SITE = 'https://motcua.example.vn';
const NOW = new Date('2026-11-10T02:00:00Z');
const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const [OURS, OTHER] = [newKey(), newKey()];

let server: TestServer;
let listening: Listening;
let published = 0;

function bundle(change: Partial<PackBundle> = {}): PackBundle {
  const days = { issued: '2026-11-01', expires: '2027-05-31' };
  const taken = { killedPacks: [], killedFeatures: [] };
  return { format: 'dvc-packs/1', tenant: 'mau', sequence: 5, ...days, packs: [PACK], ...taken, ...change };
}
const signed = (value: unknown, key: KeyObject = OURS, header: object = {}) =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'ES256', typ: 'dvc-packs', ...header })
    .sign(key);

/** A server in other hands: it may hand out whatever it likes, with whatever key. */
async function handOut(file: string, key: PackKey = publicKeyOf(OURS)): Promise<void> {
  published += 1;
  const added = { sequence: published, file, key, expires: '2027-05-31' };
  await server.db.batch([insertPackFile('mau', added, 'test', NOW)]);
}
const state = async () => (await answerPacks({ type: 'panel.packs' })) as PackState;
const inForce = async () => (await packsFor(SITE)).map(({ id, version }) => `${id}@${version}`);

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  fakeBrowser.reset();
  server = await testServer();
  listening = await listen(server.app, { host: '127.0.0.1', port: 0, baseUrl: null });
  const key = server.credentials.mau.device.authorization?.replace('Bearer ', '') ?? '';
  await settings.keep('server', listening.url);
  await settings.keep('device', { key, device: 'mau.A', tenant: 'mau', unit: 'so-a', unitName: 'Sở A', officers: [] });
  await settings.keep('sites', [SITE]);
});
afterEach(async () => {
  vi.useRealTimers();
  await listening.close();
  await server.close();
});

it('takes what the province signed, for its own sites alone, and shows the fingerprint the command printed', async () => {
  await handOut(await signed(bundle()));
  expect(await refreshPacks()).toBeNull();
  expect(await packsFor(SITE)).toEqual([PACK]);
  expect(await packsFor('https://khac.example.vn')).toEqual([]);
  expect((await state()).key).toMatchObject({ fingerprint: fingerprint(publicKeyOf(OURS)), by: 'first' });
});

describe('refuses, says why, and goes on with what it has:', () => {
  const other = async (value: unknown, header?: object) => signed(value, OURS, header);
  for (const [what, make, refusal] of [
    ['a forged signature', async () => signed(bundle({ sequence: 6 }), OTHER), 'signature'],
    ['a smaller number', async () => signed(bundle({ sequence: 4 })), 'rolledBack'],
    ['its number with other content', async () => signed(bundle({ packs: [] })), 'changed'],
    ['the file of another province', async () => signed(bundle({ tenant: 'kia', sequence: 6 })), 'tenant'],
    [
      'an expired file',
      async () => signed(bundle({ sequence: 6, issued: '2026-01-01', expires: '2026-11-09' })),
      'expired',
    ],
    ['a signature made for something else', async () => other(bundle({ sequence: 6 }), { typ: 'JWT' }), 'form'],
    [
      'a header with conditions of its own',
      async () => other(bundle({ sequence: 6 }), { kid: 'x', alg: 'ES256', typ: 'dvc-packs2' }),
      'form',
    ],
    [
      'a pack with a script in it',
      async () => signed({ ...bundle({ sequence: 6 }), packs: [packWith('script', 'x')] }),
      'content',
    ],
    ['more than 256 KiB', async () => `${await signed(bundle({ sequence: 6 }))}${'A'.repeat(262_144)}`, 'form'],
    ['a text that is no file', async () => 'xin chào', 'form'],
  ] as const)
    it(what, async () => {
      await handOut(await signed(bundle()));
      await refreshPacks();
      await handOut(await make());
      expect(await refreshPacks()).toBe(refusal);
      expect(await inForce()).toEqual(['motcua-mau@3']);
      expect((await state()).trouble?.refusal).toBe(refusal);
    });

  it('one letter of the file changed', async () => {
    await handOut(await signed(bundle()));
    await refreshPacks();
    const [head, payload = '', signature] = (await signed(bundle({ sequence: 6 }))).split('.');
    const text = Buffer.from(payload, 'base64url').toString().replace('motcua-mau', 'motcua-gia');
    await handOut([head, Buffer.from(text).toString('base64url'), signature].join('.'));
    expect(await refreshPacks()).toBe('signature');
    expect(await inForce()).toEqual(['motcua-mau@3']);
  });

  it('another key, though the server says that it is the province\u2019s', async () => {
    await handOut(await signed(bundle()));
    await refreshPacks();
    await handOut(await signed(bundle({ sequence: 6, packs: [] }), OTHER), publicKeyOf(OTHER));
    expect(await refreshPacks()).toBe('key');
    expect(await inForce()).toEqual(['motcua-mau@3']);
    // Until somebody at this computer says so.
    expect(await answerPacks({ type: 'panel.pack-unpin' })).toEqual({ ok: true });
    expect(await refreshPacks()).toBeNull();
    expect((await state()).key?.fingerprint).toBe(fingerprint(publicKeyOf(OTHER)));
  });

  it('the first key of a server, where the policy of the province names another', async () => {
    await fakeBrowser.storage.managed.set({ packsKey: publicKeyOf(OURS) });
    await handOut(await signed(bundle(), OTHER), publicKeyOf(OTHER));
    expect(await refreshPacks()).toBe('key');
    expect(await inForce()).toEqual([]);
    expect((await state()).key).toMatchObject({ by: 'policy', fingerprint: fingerprint(publicKeyOf(OURS)) });
  });
});

it('keeps the last good file without a server, and until its last day', async () => {
  await handOut(await signed(bundle()));
  await refreshPacks();
  await settings.keep('server', 'http://127.0.0.1:9');
  expect(await refreshPacks()).toBeNull();
  vi.setSystemTime(new Date('2027-05-31T09:00:00Z'));
  expect(await inForce()).toEqual(['motcua-mau@3']);
  vi.setSystemTime(new Date('2027-06-01T00:00:00Z'));
  expect(await inForce()).toEqual([]);
  expect((await state()).province?.expired).toBe(true);
});

it('what was taught is asked after the province\u2019s, and alone when that is out', async () => {
  const taught = { ...PACK, id: 'day-o-day', version: 1 };
  expect(await answerPacks({ type: 'panel.pack-keep', origin: SITE, pack: taught })).toEqual({ ok: true });
  expect(await inForce()).toEqual(['day-o-day@1']);
  await handOut(await signed(bundle()));
  await refreshPacks();
  expect(await inForce()).toEqual(['motcua-mau@3', 'day-o-day@1']);
  vi.setSystemTime(new Date('2027-06-01T00:00:00Z'));
  expect(await inForce()).toEqual(['day-o-day@1']);
});

it('what the province took back is not used, from wherever it came, and stays so after the last day', async () => {
  const killedPacks = [{ id: 'motcua-mau', upTo: 3, reason: 'Đọc nhầm ngày hẹn.' }];
  await answerPacks({ type: 'panel.pack-keep', origin: SITE, pack: PACK });
  await handOut(await signed(bundle({ packs: [{ ...PACK, version: 3 }], killedPacks })));
  await refreshPacks();
  expect(await inForce()).toEqual([]);
  vi.setSystemTime(new Date('2027-06-01T00:00:00Z'));
  expect(await inForce()).toEqual([]);
  const again = await answerPacks({ type: 'panel.pack-keep', origin: SITE, pack: PACK });
  expect(again).toEqual({ ok: false, message: expect.stringContaining('Đọc nhầm ngày hẹn.') });
  await answerPacks({ type: 'panel.pack-keep', origin: SITE, pack: { ...PACK, version: 4 } });
  expect(await inForce()).toEqual(['motcua-mau@4']);
});

it('a feature the province switched off is off, whatever the officer chose', async () => {
  await settings.keep('preferences', { ...(await currentPreferences()), features: { 'apology-owed': true } });
  await handOut(await signed(bundle({ killedFeatures: [{ id: 'apology-owed', reason: 'Chờ hướng dẫn.' }] })));
  await refreshPacks();
  expect((await currentPreferences()).features['apology-owed']).toBe(false);
});

it('a file that came by hand is held to the same', async () => {
  expect(await answerPacks({ type: 'panel.pack-file', file: await signed(bundle()) })).toMatchObject({ ok: false });
  await handOut(await signed(bundle()));
  await refreshPacks();
  expect(await answerPacks({ type: 'panel.pack-file', file: await signed(bundle({ sequence: 6 }), OTHER) })).toEqual({
    ok: false,
    message: expect.stringContaining('Chữ ký của gói không đúng'),
  });
  expect(await answerPacks({ type: 'panel.pack-file', file: `${await signed(bundle({ sequence: 8 }))}\n` })).toEqual({
    ok: true,
  });
  expect((await state()).province?.sequence).toBe(8);
});

it('nothing of one province is used after the enrolment with another', async () => {
  await handOut(await signed(bundle()));
  await refreshPacks();
  const device = await settings.kept('device');
  await settings.keep('device', device && { ...device, tenant: 'kia' });
  expect([await inForce(), (await state()).key, (await state()).province]).toEqual([[], null, null]);
});

it('a pack for a site that is not enabled, or not its own, is not kept; a broken one is not even heard', async () => {
  for (const origin of ['https://khac.example.vn', 'https://chua-bat.example.vn'])
    expect(await answerPacks({ type: 'panel.pack-keep', origin, pack: PACK })).toMatchObject({ ok: false });
  expect(readPackMessage({ type: 'panel.pack-keep', origin: SITE, pack: PACK })).not.toBeNull();
  expect(
    readPackMessage({ type: 'panel.pack-keep', origin: SITE, pack: packWith('lists.0.root', 'a:has(b)') }),
  ).toBeNull();
  expect(readPackMessage({ type: 'panel.pack-file', file: 'A'.repeat(262_145) })).toBeNull();
});
