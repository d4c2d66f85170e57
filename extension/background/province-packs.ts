import { browser } from 'wxt/browser';
import type { HostPack } from '#rules/packs/host-pack.ts';
import { isKilled, type PackBundle } from '#rules/packs/pack-bundle.ts';
import { bundleFault, packsInForce } from '#rules/packs/signed-file.ts';
import type { PackKey } from '#wire/packs.ts';
import { localNow } from '../clock.ts';
import type { PackRefusal } from '../pack-messages.ts';
import { keyFingerprint, openSignedFile, readPackKey } from './open-signed-file.ts';
import { askServer } from './server-client.ts';
import { settings } from './settings.ts';

const ALARM = 'ask-packs';
const ASK_MINUTES = 360;

/** The key the province's policy sets; it stands above any key a server gives. */
async function policyKey(): Promise<PackKey | null> {
  // Firefox refuses to answer where no policy speaks of the extension.
  const given = await browser.storage.managed.get('packsKey').catch(() => ({}));
  return readPackKey((given as { packsKey?: unknown }).packsKey);
}

/** The key this browser goes by, or `null` before it has seen one. */
export async function heldKey() {
  const [policy, pinned, device] = await Promise.all([policyKey(), settings.kept('packKey'), settings.kept('device')]);
  if (policy) return { key: policy, since: null, by: 'policy' as const };
  return pinned && pinned.tenant === device?.tenant
    ? { key: pinned.key, since: pinned.since, by: 'first' as const }
    : null;
}

/** What the province signed last and this browser took; `null` once it is enrolled with another province. */
export async function heldBundle(): Promise<PackBundle | null> {
  const [held, device] = await Promise.all([settings.kept('packFile'), settings.kept('device')]);
  return held && held.bundle.tenant === device?.tenant ? held.bundle : null;
}

/** Takes a signed file, whoever brought it, when the key this browser holds signed it and it is no step back. */
export async function takeFile(file: string): Promise<PackRefusal | null> {
  const [held, key, device] = await Promise.all([settings.kept('packFile'), heldKey(), settings.kept('device')]);
  if (!key || !device) return 'noKey';
  const opened = await openSignedFile(file, key.key);
  if ('refusal' in opened) return opened.refusal;
  const { bundle } = opened;
  const before =
    held && held.bundle.tenant === device.tenant ? { sequence: held.bundle.sequence, file: held.file } : null;
  const now = localNow();
  const fault = bundleFault(bundle, file, { tenant: device.tenant, today: now.slice(0, 10), held: before });
  if (fault) return fault;
  if (before?.file !== file) await settings.keep('packFile', { file, bundle, taken: now });
  return null;
}

/** The first key a server gives after the enrolment is kept; from then on another one is refused. */
async function takeKey(key: PackKey, tenant: string): Promise<boolean> {
  const held = await heldKey();
  if (held) return (await keyFingerprint(held.key)) === (await keyFingerprint(key));
  await settings.keep('packKey', { tenant, key, since: localNow() });
  return true;
}

/** Asks the server for the newest file. Without an answer everything stays as it is. @returns why it was refused. */
export async function refreshPacks(): Promise<PackRefusal | null> {
  const [server, device, revoked] = await Promise.all([
    settings.kept('server'),
    settings.kept('device'),
    settings.kept('revoked'),
  ]);
  if (!server || !device || revoked) return null;
  const { status, body } = await askServer({ server, path: '/v1/packs', key: device.key });
  const given = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const key = readPackKey(given.key);
  if (status !== 200 || typeof given.file !== 'string' || !key) return null;
  const refusal = (await takeKey(key, device.tenant)) ? await takeFile(given.file.trim()) : 'key';
  await settings.keep('packTrouble', refusal && { refusal, at: localNow() });
  return refusal;
}

/** Packs for one site, the province's first: an officer's own is asked where those are expired, taken back or silent. */
export async function packsFor(origin: string): Promise<readonly HostPack[]> {
  const [bundle, taught] = await Promise.all([heldBundle(), settings.kept('taught')]);
  const own = taught?.[origin];
  const killed = bundle?.killedPacks ?? [];
  return [
    ...packsInForce(bundle, localNow().slice(0, 10)).filter(({ origins }) => origins.includes(origin)),
    ...(own && !isKilled(own, killed) ? [own] : []),
  ];
}

/** Features the province switched off; they stay off when the file has expired. */
export async function killedFeatures(): Promise<Readonly<Record<string, false>>> {
  return Object.fromEntries(((await heldBundle())?.killedFeatures ?? []).map(({ id }) => [id, false as const]));
}

/** Wakes the background several times a day to ask. */
export async function watchPacks(): Promise<void> {
  if (!(await browser.alarms.get(ALARM))) await browser.alarms.create(ALARM, { periodInMinutes: ASK_MINUTES });
}

export const isPackAlarm = (name: string): boolean => name === ALARM;
