import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackBundle } from '#rules/packs/pack-bundle.ts';
import { type PackKey, packKey } from '#wire/packs.ts';
import { localDay } from '../clock.ts';
import { makeFolder } from '../make-folder.ts';
import { withAudit } from '../store/audit.ts';
import { insertPackFile, newestPackFile } from '../store/pack-files.ts';
import { type Command, readArgs, type Terminal, WrongCall } from './command.ts';
import { bundleIn, fingerprint, openSigned, publicKeyOf, signBundle } from './pack-signature.ts';
import { PACKS_EXAMPLE } from './packs-example.ts';
import { readJson } from './read-json.ts';
import { TENANT_DETAIL, withDatabase } from './with-database.ts';

const USAGE =
  'example | keygen THƯ_MỤC | sign TỆP --key KHÓA_KÝ [--previous TỆP_TRƯỚC] | verify TỆP --key KHÓA_CÔNG_KHAI | publish TỆP --key KHÓA_CÔNG_KHAI [--new-key] [--tenant MÃ]';
const OPTIONS = {
  key: { type: 'string' },
  previous: { type: 'string' },
  'new-key': { type: 'boolean' },
  tenant: { type: 'string' },
} as const;

interface Call {
  readonly path: string;
  readonly key: string;
  readonly previous: string | undefined;
  readonly newKey: boolean;
  readonly tenant: string | undefined;
  readonly terminal: Terminal;
}

function keygen({ path, terminal }: Call): number {
  const [secret, open] = [join(path, 'khoa-ky.pem'), join(path, 'khoa-cong-khai.json')];
  for (const file of [secret, open])
    if (existsSync(file)) throw new WrongCall(`Đã có ${file}. Khóa không được ghi đè; chọn thư mục khác.`);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = publicKeyOf(privateKey);
  makeFolder(path, 0o700);
  writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  writeFileSync(open, `${JSON.stringify(key)}\n`, { flag: 'wx' });
  terminal.out(
    `Khóa ký: ${secret}. Giữ ngoài máy chủ và ngoài mạng; ai có khóa này thì ký được thay tỉnh.\n` +
      `Khóa công khai: ${open}. Dấu vân khóa: ${fingerprint(key)}\n`,
  );
  return 0;
}

async function readKey({ key, terminal }: Call): Promise<PackKey> {
  const parsed = packKey.safeParse(await readJson(key, terminal.read));
  if (!parsed.success) throw new WrongCall(`${key}: không phải khóa công khai do «packs keygen» tạo.`);
  return parsed.data;
}

async function textIn(path: string, { read }: Terminal): Promise<string> {
  const text = await read(path).catch(() => null);
  if (text === null) throw new WrongCall(`${path}: không mở được tệp. Kiểm tra đường dẫn.`);
  return text.trim();
}

/** @throws WrongCall where browsers that hold `before` would refuse `bundle`, or go on with what they have. */
function mustFollow(before: PackBundle, bundle: PackBundle): void {
  if (bundle.tenant !== before.tenant)
    throw new WrongCall(`Tệp trước là của tỉnh «${before.tenant}». Kiểm tra lại «tenant».`);
  if (bundle.sequence <= before.sequence)
    throw new WrongCall(`Tệp trước có số thứ tự ${before.sequence}. Đặt «sequence» lớn hơn rồi ký lại.`);
  for (const pack of bundle.packs) {
    const old = before.packs.find(({ id }) => id === pack.id);
    if (old && pack.version <= old.version && JSON.stringify(old) !== JSON.stringify(pack))
      throw new WrongCall(`Gói «${pack.id}» đã đổi. Đặt «version» lớn hơn ${old.version} rồi ký lại.`);
  }
}

async function sign(call: Call): Promise<number> {
  const { path, key, previous, terminal } = call;
  const bundle = bundleIn(await readJson(path, terminal.read));
  let secret: ReturnType<typeof createPrivateKey>;
  try {
    secret = createPrivateKey(await textIn(key, terminal));
    publicKeyOf(secret);
  } catch (error) {
    throw error instanceof WrongCall ? error : new WrongCall(`${key}: không phải khóa ký do «packs keygen» tạo.`);
  }
  if (previous !== undefined)
    mustFollow(await openSigned(await textIn(previous, terminal), publicKeyOf(secret)), bundle);
  terminal.out(`${await signBundle(bundle, secret)}\n`);
  return 0;
}

async function verify(call: Call): Promise<number> {
  const key = await readKey(call);
  const bundle = await openSigned(await textIn(call.path, call.terminal), key);
  const { tenant, sequence, issued, expires, packs, killedPacks, killedFeatures } = bundle;
  const lines = [
    `Chữ ký đúng. Dấu vân khóa: ${fingerprint(key)}`,
    `Tỉnh ${tenant} · số thứ tự ${sequence} · ký ngày ${issued} · dùng đến hết ${expires}`,
    ...packs.map(({ id, version, name, origins }) => `  ${id} phiên bản ${version}: ${name} (${origins.join(', ')})`),
    ...killedPacks.map(({ id, upTo, reason }) => `  Rút gói ${id} đến phiên bản ${upTo}: ${reason}`),
    ...killedFeatures.map(({ id, reason }) => `  Tắt tính năng ${id}: ${reason}`),
  ];
  call.terminal.out(`${lines.join('\n')}\n`);
  const expired = expires < localDay(new Date());
  if (expired) call.terminal.err(`Tệp đã hết hạn ngày ${expires}. Ký lại với ngày mới.\n`);
  return expired ? 1 : 0;
}

async function publish(call: Call): Promise<number> {
  const key = await readKey(call);
  const file = await textIn(call.path, call.terminal);
  const bundle = await openSigned(file, key);
  return withDatabase(call.tenant, async (db, tenant) => {
    if (bundle.tenant !== tenant) throw new WrongCall(`Tệp này của tỉnh «${bundle.tenant}», không phải «${tenant}».`);
    const newest = await newestPackFile(db, tenant);
    if (newest?.file === file) {
      call.terminal.out('Tệp này đang được phát. Không có gì đổi.\n');
      return 0;
    }
    if (newest && bundle.sequence <= newest.sequence)
      throw new WrongCall(
        `Đang phát tệp số ${newest.sequence}. Ký lại với «sequence» lớn hơn; máy cán bộ không nhận tệp lùi.`,
      );
    const print = fingerprint(key);
    if (newest && fingerprint(newest.key) !== print && !call.newKey)
      throw new WrongCall(
        `Khóa khác với khóa đang dùng (${fingerprint(newest.key)}). Máy đã ghim khóa cũ sẽ không nhận tệp này. Chắc chắn thì thêm --new-key.`,
      );
    const { sequence, expires, packs, killedPacks, killedFeatures } = bundle;
    const detail = {
      sequence,
      expires,
      fingerprint: print,
      packs: packs.map(({ id, version }) => `${id}@${version}`),
      killed: [...killedPacks, ...killedFeatures].map(({ id }) => id),
    };
    const entry = { actor: 'operator', action: 'packs.publish', subject: String(sequence), detail };
    const added = { sequence, file, key, expires };
    const at = new Date();
    await withAudit(db, tenant, at, entry, [insertPackFile(tenant, added, entry.actor, at)]);
    call.terminal.out(`Đang phát tệp số ${sequence}, dùng đến hết ${expires}. Dấu vân khóa: ${print}\n`);
    return 0;
  });
}

const ACTIONS: Readonly<Record<string, (call: Call) => number | Promise<number>>> = { keygen, sign, verify, publish };

/** Files that say how back offices are read: signed away from the server, with a key the server never sees. */
export const packs: Command = {
  name: 'packs',
  usage: USAGE,
  summary: 'Gói đọc trang của tỉnh: tạo khóa, ký, kiểm tra chữ ký, phát cho máy cán bộ.',
  details: [
    ['example', 'In một tệp mẫu đầy đủ: lưu thành tệp, sửa rồi ký.'],
    ['keygen THƯ_MỤC', 'Tạo khóa ký và khóa công khai. Chạy trên máy không nối mạng; khóa ký không chép lên máy chủ.'],
    ['sign TỆP', 'Ký tệp JSON (mẫu: «packs example»), in tệp đã ký ra đầu ra chuẩn. Chạy nơi có khóa ký.'],
    ['verify TỆP', 'Kiểm tra chữ ký và in những gì tệp chứa.'],
    ['publish TỆP', 'Kiểm tra rồi phát cho máy cán bộ. Chạy trên máy chủ; chỉ cần khóa công khai.'],
    ['--key TỆP', 'Với sign: khóa ký (khoa-ky.pem). Với verify, publish: khóa công khai (khoa-cong-khai.json).'],
    ['--previous TỆP', 'Tệp đã ký lần trước: kiểm tra số thứ tự và phiên bản có tăng không.'],
    ['--new-key', 'Phát bằng khóa khác khóa lần trước. Máy đã ghim khóa cũ sẽ không nhận.'],
    TENANT_DETAIL,
  ],
  exits: [['1', 'Chữ ký đúng nhưng tệp đã hết hạn (verify).']],
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, `packs ${USAGE}`, { options: OPTIONS, allowPositionals: true });
    const [verb = '', path, ...more] = positionals;
    if (verb === 'example' && path === undefined) {
      terminal.out(`${JSON.stringify(PACKS_EXAMPLE, null, 2)}\n`);
      return 0;
    }
    const action = Object.hasOwn(ACTIONS, verb) ? ACTIONS[verb] : undefined;
    const { key = '', previous, tenant } = values;
    if (!action || path === undefined || more.length > 0 || (verb !== 'keygen') !== (key !== ''))
      throw new WrongCall(`Cách dùng: packs ${USAGE}`);
    return action({ path, key, previous, newKey: values['new-key'] ?? false, tenant, terminal });
  },
};
