import type { StoredContent } from '../messages.ts';
import type { Database } from './database.ts';
import { settings } from './settings.ts';

const KEPT = [
  ...(['server', 'enrolledWith', 'revoked', 'settings', 'sites', 'consent', 'preferences', 'summarised'] as const),
  ...(['taught', 'packKey', 'packFile', 'packTrouble', 'health'] as const),
];
/** Until the browser closes. */
const SESSION = [
  ...([
    'left',
    'hidden',
    'offered',
    'selected',
    'count',
    'frames',
    'trouble',
    'handedOver',
    'slip',
    'secondLook',
    'drafts',
  ] as const),
];

async function valuesOf<K extends string>(keys: readonly K[], read: (key: K) => Promise<unknown>) {
  return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await read(key)] as const)));
}

/** Everything kept on this computer, as it is, without the two secrets: the device's key and the token of the person's session. */
export async function storedContent(db: Database): Promise<StoredContent> {
  const { key: _key, ...device } = (await settings.kept('device')) ?? { key: '' };
  const { token: _token, ...person } = (await settings.session('person')) ?? { token: '' };
  const queue = await db.getAll('queue');
  return {
    dossiers: await db.getAll('dossiers'),
    queue: queue.map((item) => ({ id: item.id, kind: item.kind, state: item.state, body: item.body })),
    scores: await db.getAll('scores'),
    settings: {
      device,
      ...(await valuesOf(KEPT, (key) => settings.kept(key))),
      session: { person, ...(await valuesOf(SESSION, (key) => settings.session(key))) },
    },
  };
}
