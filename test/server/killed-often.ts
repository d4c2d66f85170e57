import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { mixedLoad } from './mixed-load.ts';
import { startServer } from './start-server.ts';
import { newDatabase, urlOf } from './test-database.ts';
import { NOW, seed } from './test-server.ts';

/** A province in a folder of its own, or its keys there and all else in the database at `url`, with the settings a server process needs. */
export async function seededFolder(url?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-faults-'));
  const variables = { DATABASE_URL: url ?? urlOf(await newDatabase(folder)), KEY_DIR: join(folder, 'keys') };
  const services = await openServices(readEnv({ ...variables, LOG_LEVEL: 'silent' }), () => NOW);
  const credentials = await seed(services.db, 'mau');
  await services.close();
  return {
    folder,
    variables,
    credentials,
    /** The database opened as the server opens it, for one look; nothing else may have it open to write. */
    async look(work: (services: Awaited<ReturnType<typeof openServices>>) => Promise<void>): Promise<void> {
      const opened = await openServices(readEnv({ ...variables, LOG_LEVEL: 'silent' }), () => NOW);
      await work(opened);
      // PostgreSQL sums its pages itself whenever it reads one.
      if (variables.DATABASE_URL.startsWith('file:'))
        expect(await opened.db.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      await opened.close();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** How many acknowledgements the next kill waits for: at once, or amid many. */
const WAITS = [1, 40, 7, 90, 150, 3];

/**
 * Kills a loaded server `times` times with SIGKILL, each time after some more acknowledgements, and starts it anew; afterwards
 * everybody sends again what nobody answered, and everything acknowledged is looked for.
 */
export async function killedOften(times: number): Promise<{ acknowledged: number; unanswered: number }> {
  const { variables, credentials, look, remove } = await seededFolder();
  const load = mixedLoad(credentials);
  for (let kill = 0; kill < times; kill += 1) {
    const { url, child, ended } = await startServer(variables);
    // Half of the time what was cut off is settled first, so that settling is cut off as well.
    const goal = load.seen.acknowledged + (WAITS[kill % WAITS.length] ?? 1);
    const killer = setInterval(() => {
      if (load.seen.acknowledged >= goal) child.kill('SIGKILL');
    }, 1);
    if (kill % 2 === 1) await load.settle(url);
    await load.run(url, () => child.killed);
    clearInterval(killer);
    child.kill('SIGKILL');
    await ended;
  }
  const { url, child, ended } = await startServer(variables);
  while (!(await load.settle(url)));
  child.kill('SIGTERM');
  await ended;
  await look(({ db }) => load.check(db));
  remove();
  return { acknowledged: load.seen.acknowledged, unanswered: load.seen.unanswered };
}
