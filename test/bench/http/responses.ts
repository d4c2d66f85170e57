import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '../../../server/env.ts';
import { openServices } from '../../../server/open-services.ts';
import { insertUnit } from '../../../server/store/units.ts';
import { counted } from '../../server/counts.ts';
import { NOW, seed } from '../../server/test-server.ts';
import { median } from '../measure.ts';
import type { Loaded, LoadOrder } from './load.ts';
import { node, program, start, stop } from './process.ts';

const UNITS = 150;
/** Counters and phones of a province that send at the same moment; a group shares one commit. */
const AT_ONCE = 256;

/** A province of as many units as one has, in a folder of its own. */
async function province() {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-bench-'));
  const variables = { DATABASE_URL: `file:${join(folder, 'a.db')}`, KEY_DIR: join(folder, 'keys') };
  const open = () => openServices(readEnv({ ...variables, LOG_LEVEL: 'silent' }), () => NOW);
  const services = await open();
  await seed(services.db, 'mau');
  const unit = { level: 'commune', parent: null, from: '2026-01-01', to: null } as const;
  await services.db.batch(
    Array.from({ length: UNITS }, (_, i) => insertUnit('mau', { ...unit, unit: `dv-${i}`, name: `Đơn vị ${i}` })),
  );
  await services.close();
  return { variables, open, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function load(order: LoadOrder): Promise<Loaded> {
  const [command, ...args] = [...node, program('load.ts'), JSON.stringify(order)];
  const child = spawn(command ?? '', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout?.on('data', (part: Buffer) => {
    out += part.toString();
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the load ended with ${code}`);
  return JSON.parse(out.trim().split('\n').at(-1) ?? '') as Loaded;
}

/** One way of sending responses. */
interface Way {
  readonly name: string;
  readonly store: boolean;
  readonly together: number;
  /** More at once than fit in the queue would be asked to wait. */
  readonly connections: number;
  readonly responses: number;
}

export interface Rate {
  readonly name: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** The ways in turn, `runs` times after one that warms up; afterwards as many responses are there as were acknowledged. */
export async function responsesOverHttp(runs: number, responses: number): Promise<readonly Rate[]> {
  const ways: readonly Way[] = [
    { name: 'one a request, no store', store: false, together: 1, connections: AT_ONCE, responses },
    { name: 'one a request', store: true, together: 1, connections: AT_ONCE, responses },
    { name: '100 a request', store: true, together: 100, connections: 16, responses: responses * 2 },
    { name: '500 a request', store: true, together: 500, connections: 16, responses: responses * 2 },
  ];
  const { variables, open, remove } = await province();
  const [stored, bare] = [await start(variables), await start({ ...variables, STORE: 'none' })];
  const rates = ways.map(({ name }) => ({ name, perSecond: [] as number[], p50: [] as number[], p99: [] as number[] }));
  let [from, acknowledged] = [1, 0];
  for (let run = 0; run <= runs; run += 1) {
    for (const [i, way] of ways.entries()) {
      const requests = Math.ceil(way.responses / way.together);
      const server = way.store ? stored : bare;
      const order = { connections: way.connections, requests, together: way.together, from, units: UNITS };
      const loaded = await load({ url: server.url, ...order });
      if (loaded.acknowledged !== requests)
        throw new Error(`${way.name}: ${loaded.acknowledged} of ${requests} were acknowledged`);
      from += (requests + 2 * way.connections) * way.together;
      if (way.store) acknowledged += requests * way.together;
      if (run === 0) continue;
      rates[i]?.perSecond.push((requests * way.together) / loaded.seconds);
      rates[i]?.p50.push(loaded.p50);
      rates[i]?.p99.push(loaded.p99);
    }
  }
  await Promise.all([stop(stored.child), stop(bare.child)]);
  const after = await open();
  const there = await counted(after.db);
  await after.close();
  remove();
  const { rows, receipts, overall, byDay } = there;
  if ([rows, receipts, overall, byDay].some((n) => n !== acknowledged))
    throw new Error(`${acknowledged} were acknowledged, there are ${JSON.stringify(there)}`);
  return rates.map(({ name, perSecond, p50, p99 }) => ({
    ...{ name, perSecond: median(perSecond), p50: median(p50), p99: median(p99) },
  }));
}
