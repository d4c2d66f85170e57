import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { mixedLoad } from '../../server/mixed-load.ts';
import { type StartedServer, startServer } from '../../server/start-server.ts';
import { NOW } from '../../server/test-server.ts';

type Credentials = Parameters<typeof mixedLoad>[0];

/** Clients at each server; together they keep two processors busy without starving the databases beside them. */
const CLIENTS = 6;
/** How long a client told to come again waits. It is told longer, and waits shorter: the more is tried in a fault. */
const PAUSE_MS = 200;

/**
 * `n` processes of the server on one database, each loaded by clients of its own until `end`. All clocks agree. One that ends is started
 * anew, as its supervisor would.
 */
export async function loadedServers(variables: Readonly<Record<string, string>>, credentials: Credentials, n: number) {
  const load = mixedLoad(credentials, PAUSE_MS);
  const begun = Date.now();
  /** What the servers said of faults of their own, which there must be none of. */
  const faults: string[] = [];
  const start = async () => {
    const at = new Date(NOW.getTime() + Date.now() - begun).toISOString();
    const started = await startServer({ ...variables, LOG_LEVEL: 'error', AT: at });
    started.child.stdout?.on('data', (part: Buffer) => {
      faults.push(
        ...part
          .toString()
          .split('\n')
          .filter((line) => line.includes('"status":500')),
      );
    });
    return started;
  };
  const servers: StartedServer[] = await Promise.all(Array.from({ length: n }, start));
  const ready = { yes: 0, no: 0 };
  let over = false;
  let restarts = 0;

  async function keepLoaded(place: number): Promise<void> {
    while (!over) {
      const server = servers[place];
      if (!server) throw new Error(`no server ${place}`);
      await load.run(
        server.url,
        () => over || server.child.exitCode !== null || server.child.killed,
        CLIENTS,
        place === 0,
      );
      if (over) return;
      // A single answer may be cut off while the server lives on.
      const ended = await Promise.race([server.ended.then(() => true), sleep(100).then(() => false)]);
      if (!ended) continue;
      restarts += 1;
      servers[place] = await start();
    }
  }
  async function watch(): Promise<void> {
    while (!over) {
      for (const { url } of servers) {
        const told = await fetch(`${url}/readyz`).then(
          ({ status }) => status,
          () => 0,
        );
        if (told === 200) ready.yes += 1;
        else if (told !== 0) ready.no += 1;
      }
      await sleep(300);
    }
  }
  const work = Promise.all([...servers.map((_, place) => keepLoaded(place)), watch()]);
  // Thrown where it is waited for.
  work.catch(async () => {
    over = true;
    await sleep(500);
    console.error(faults.join('\n'));
  });
  onTestFinished(() => {
    over = true;
    for (const { child } of servers) child.kill('SIGKILL');
  });

  return {
    load,
    ready,
    restarts: () => restarts,
    url: (place = 0) => servers[place]?.url ?? '',
    kill: (place: number) => servers[place]?.child.kill('SIGKILL'),
    /** Resolves once `more` further things were acknowledged. @throws when a client met what it must not. */
    async acknowledged(more: number): Promise<void> {
      const goal = load.seen.acknowledged + more;
      const reached = async () => {
        while (load.seen.acknowledged < goal) await sleep(5);
      };
      await Promise.race([reached(), work.then(() => Promise.reject(new Error('the load ended')))]);
    },
    /** Ends the load, sends again what nobody answered, then ends the servers. */
    async end(): Promise<void> {
      over = true;
      await work;
      const [url = ''] = servers.map((server) => server.url);
      while (!(await load.settle(url)));
      await load.repeat(url);
      for (const { child, ended } of servers) {
        child.kill('SIGTERM');
        await ended;
      }
    },
  };
}
