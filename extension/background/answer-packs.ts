import { isKilled } from '#rules/packs/pack-bundle.ts';
import { packsInForce } from '#rules/packs/signed-file.ts';
import { localNow } from '../clock.ts';
import type { Reply } from '../messages.ts';
import type { PackAct, PackMessage, PackState, ProvinceFile } from '../pack-messages.ts';
import { packSay, refusalSentence } from '../pack-words.ts';
import { broadcast } from './broadcast.ts';
import { keyFingerprint } from './open-signed-file.ts';
import { currentPreferences } from './preferences.ts';
import { heldBundle, heldKey, refreshPacks, takeFile } from './province-packs.ts';
import { settings } from './settings.ts';
import { enabledSites } from './sites.ts';

const DONE: Reply = { ok: true };
const failed = (message: string): Reply => ({ ok: false, message });

async function provinceFile(): Promise<ProvinceFile | null> {
  const [held, bundle] = [await settings.kept('packFile'), await heldBundle()];
  if (!held || !bundle) return null;
  const { sequence, expires, killedPacks, killedFeatures } = bundle;
  const today = localNow().slice(0, 10);
  const packs = packsInForce(bundle, today).map(({ id, name, version, origins }) => ({ id, name, version, origins }));
  return { sequence, expires, expired: expires < today, taken: held.taken, packs, killedPacks, killedFeatures };
}

async function packState(): Promise<PackState> {
  const key = await heldKey();
  return {
    taught: (await settings.kept('taught')) ?? {},
    province: await provinceFile(),
    key: key && { fingerprint: await keyFingerprint(key.key), since: key.since, by: key.by },
    trouble: await settings.kept('packTrouble'),
    health: (await settings.kept('health')) ?? {},
  };
}

/** Forgets how a site is read and how well: both begin anew. */
async function forget(origin: string): Promise<void> {
  const { [origin]: _pack, ...taught } = (await settings.kept('taught')) ?? {};
  const { [origin]: _health, ...health } = (await settings.kept('health')) ?? {};
  await settings.keep('taught', taught);
  await settings.keep('health', health);
}

async function perform(act: PackAct): Promise<Reply> {
  switch (act.type) {
    case 'panel.pack-keep': {
      const { origin, pack } = act;
      if (!(await enabledSites()).includes(origin) || !pack.origins.includes(origin))
        return failed(packSay('otherSite'));
      const killed = isKilled(pack, (await heldBundle())?.killedPacks ?? []);
      if (killed) return failed(packSay('killed', { reason: killed.reason }));
      await forget(origin);
      await settings.keep('taught', { ...(await settings.kept('taught')), [origin]: pack });
      return DONE;
    }
    case 'panel.pack-forget':
      await forget(act.origin);
      return DONE;
    case 'panel.pack-file': {
      const refusal = await takeFile(act.file.trim());
      return refusal ? failed(refusalSentence(refusal)) : DONE;
    }
    case 'panel.pack-ask': {
      const refusal = await refreshPacks();
      return refusal ? failed(refusalSentence(refusal)) : DONE;
    }
    case 'panel.pack-unpin':
      for (const key of ['packKey', 'packFile', 'packTrouble'] as const) await settings.keep(key, null);
      return DONE;
  }
}

/** Answers a page of the extension about how pages are read; open back offices are read anew after each deed. */
export async function answerPacks(message: PackMessage): Promise<PackState | Reply> {
  if (message.type === 'panel.packs') return packState();
  // Refusals are said in the officer's language.
  await currentPreferences();
  const reply = await perform(message);
  await broadcast({ tabsOf: await enabledSites() });
  return reply;
}
