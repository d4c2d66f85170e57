import type { StoredContent } from '../messages.ts';
import type { Database } from './database.ts';
import { settings } from './settings.ts';

/** Everything kept on this computer, as it is, without the two secrets: the device's key and the token of the person's session. */
export async function storedContent(db: Database): Promise<StoredContent> {
  const { key: _key, ...device } = (await settings.kept('device')) ?? { key: '' };
  const queue = await db.getAll('queue');
  return {
    dossiers: await db.getAll('dossiers'),
    queue: queue.map((item) => ({ id: item.id, kind: item.kind, state: item.state, body: item.body })),
    scores: await db.getAll('scores'),
    settings: {
      server: await settings.kept('server'),
      device,
      office: await settings.kept('settings'),
      sites: await settings.kept('sites'),
      consent: await settings.kept('consent'),
      preferences: await settings.kept('preferences'),
      taught: await settings.kept('taught'),
      packFile: await settings.kept('packFile'),
      health: await settings.kept('health'),
    },
  };
}
