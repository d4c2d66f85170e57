import { readFileSync } from 'node:fs';
import { closePeriod } from '../../server/close/close.ts';
import { sealPeriod } from '../../server/close/seal.ts';
import { readEnv } from '../../server/env.ts';
import { openServices } from '../../server/open-services.ts';
import { Refusal } from '../../server/refusal.ts';
import { oneOrNull } from '../../server/store/db.ts';
import { periodOrNull } from '../../server/store/periods.ts';
import { PERIOD, TENANT } from '../server/bulk-province.ts';

/** What a process that closed the period says of it, as its last line. */
export interface Closed {
  /** Code of the refusal, or null. */
  readonly refused: string | null;
  readonly factsHash: string | null;
  readonly contentHash: string | null;
  readonly seconds: number;
  readonly processorSeconds: number;
  /** Most memory the process ever held. */
  readonly megabytes: number;
}

/** Of this program alone: what the system counts for a process begins with the most its parent held. */
function mostHeld(): number {
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}

/** Closes the period of the large province in a process of its own. The database is the one of `DATABASE_URL`, else a file in the folder. Arguments: folder, seconds its clock is ahead, `seal` to seal it then. */
const [folder = '', ahead = '0', then = ''] = process.argv.slice(2);
const env = readEnv({
  DATABASE_URL: process.env.DATABASE_URL ?? `file:${folder}/a.db`,
  KEY_DIR: `${folder}/keys`,
  OUTPUT_DIR: `${folder}/output`,
});
const services = await openServices(env, () => new Date(Date.now() + Number(ahead) * 1000));
const begun = performance.now();
const before = process.cpuUsage();
let refused: string | null = null;
try {
  await closePeriod(services, TENANT, { period: PERIOD.id }, 'operator');
  const closed = await periodOrNull(services.db, TENANT, PERIOD.id);
  if (then === 'seal' && closed) await sealPeriod(services, TENANT, closed, 'operator');
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  refused = error.code;
}
const { user, system } = process.cpuUsage(before);
const made = await oneOrNull<Pick<Closed, 'factsHash' | 'contentHash'>>(
  services.db,
  'select facts_hash as "factsHash", content_hash as "contentHash" from snapshots where tenant = ? and period = ?',
  [TENANT, PERIOD.id],
);
const closed: Closed = {
  ...{ refused, factsHash: made?.factsHash ?? null, contentHash: made?.contentHash ?? null },
  ...{ seconds: (performance.now() - begun) / 1000, processorSeconds: (user + system) / 1e6 },
  megabytes: mostHeld(),
};
await services.close();
console.info(JSON.stringify(closed));
