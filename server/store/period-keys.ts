import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '#rules/surveys/survey.ts';
import type { Voice } from './links.ts';

/** One secret per tenant and period, in its own folder outside database and backup. Destroyed at the seal. */
export interface PeriodKeys {
  /** `HMAC-SHA256(K, stage ‖ voice ‖ code)` in hex: joins a response to its dossier while K exists. */
  link(tenant: string, period: string, stage: Stage, voice: Voice, code: string): string;
  /** Whether K exists; after the seal it does not and no link can be made again. */
  exists(tenant: string, period: string): boolean;
  create(tenant: string, period: string): void;
  destroy(tenant: string, period: string): void;
}

export function openPeriodKeys(dir: string): PeriodKeys {
  const cache = new Map<string, Buffer>();
  const file = (tenant: string, period: string) => join(dir, tenant, `${period}.key`);

  function read(tenant: string, period: string): Buffer {
    const path = file(tenant, period);
    const known = cache.get(path);
    if (known) return known;
    const key = readFileSync(path);
    cache.set(path, key);
    return key;
  }

  return {
    link: (tenant, period, stage, voice, code) =>
      createHmac('sha256', read(tenant, period)).update(`${stage}\u2016${voice}\u2016${code}`).digest('hex'),
    exists(tenant, period) {
      try {
        return read(tenant, period).length === 32;
      } catch {
        return false;
      }
    },
    create(tenant, period) {
      mkdirSync(join(dir, tenant), { recursive: true, mode: 0o700 });
      // `wx`: a key is never overwritten, that would silently unlink every answer so far.
      writeFileSync(file(tenant, period), randomBytes(32), { mode: 0o600, flag: 'wx', flush: true });
    },
    destroy(tenant, period) {
      const path = file(tenant, period);
      cache.delete(path);
      // Overwritten first: on a disk that keeps old blocks this is best effort, and the guide says so.
      writeFileSync(path, randomBytes(32));
      rmSync(path);
    },
  };
}
