import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '#rules/surveys/survey.ts';
import { makeFolder } from '../make-folder.ts';
import { decrypt, derivedKey, encrypt } from './cipher.ts';
import type { Voice } from './links.ts';

/** How every mark of a receipt begins, and no plain SHA-256 in hex: those of an earlier version are told by it. */
export const MARKED = 'k.';

/** One secret per tenant and period, in its own folder outside database and backup. Destroyed at the seal. */
export interface PeriodKeys {
  /** `HMAC-SHA256(K, stage ‖ voice ‖ code)` in hex: joins a response to its dossier while K exists. */
  link(tenant: string, period: string, stage: Stage, voice: Voice, code: string): string;
  /** What stands for a receipt: `HMAC-SHA256` under a key of its own made from K, so that a stolen database cannot be tried out. */
  receiptMark(tenant: string, period: string, receipt: string): string;
  /** `text` for the column of row `id`, readable while K exists. */
  hide(tenant: string, period: string, id: string, text: string): string;
  /** What `hide` was given. @throws when it was hidden under another K or in another row. */
  reveal(tenant: string, period: string, id: string, hidden: string): string;
  /** Whether K is there now, also where it was read before; after the seal it is not and no link can be made again. */
  exists(tenant: string, period: string): boolean;
  /** Makes K unless it is there. Durable before it returns: what is stored under a key must not outlive it by a power cut. */
  create(tenant: string, period: string): void;
  /** Whatever is left of K. @throws when that cannot be told: a folder that does not answer holds the key still. */
  destroy(tenant: string, period: string): void;
}

/** Makes names entered into or removed from `folder` durable. */
function flush(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function openPeriodKeys(dir: string): PeriodKeys {
  const cache = new Map<string, { readonly secret: Buffer; readonly forText: Buffer; readonly forReceipts: Buffer }>();
  const folder = (tenant: string) => join(dir, tenant);
  const file = (tenant: string, period: string) => join(folder(tenant), `${period}.key`);

  function read(tenant: string, period: string) {
    const path = file(tenant, period);
    const known = cache.get(path);
    if (known) return known;
    const secret = readFileSync(path);
    const key = {
      secret,
      forText: derivedKey(secret, 'receipt'),
      forReceipts: derivedKey(secret, 'receipt mark'),
    };
    cache.set(path, key);
    return key;
  }

  const place = (tenant: string, period: string, id: string) => `${tenant}\u2016${period}\u2016${id}`;

  return {
    link: (tenant, period, stage, voice, code) =>
      createHmac('sha256', read(tenant, period).secret).update(`${stage}\u2016${voice}\u2016${code}`).digest('hex'),
    receiptMark: (tenant, period, receipt) =>
      `${MARKED}${createHmac('sha256', read(tenant, period).forReceipts).update(receipt).digest('hex')}`,
    hide: (tenant, period, id, text) => encrypt(read(tenant, period).forText, place(tenant, period, id), text),
    reveal: (tenant, period, id, hidden) => decrypt(read(tenant, period).forText, place(tenant, period, id), hidden),
    exists(tenant, period) {
      try {
        // What nobody could read again after a restart must not go on taking answers, nor pass for destroyed.
        return statSync(file(tenant, period)).size === 32 && read(tenant, period).secret.length === 32;
      } catch {
        cache.delete(file(tenant, period));
        return false;
      }
    },
    create(tenant, period) {
      makeFolder(folder(tenant), 0o700);
      // Written whole before it gets its name, which is never overwritten: of several processes the first one's stands, and the
      // answers of all are under it.
      const draft = join(folder(tenant), `_${randomBytes(8).toString('hex')}.draft`);
      writeFileSync(draft, randomBytes(32), { mode: 0o600, flag: 'wx', flush: true });
      try {
        linkSync(draft, file(tenant, period));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      } finally {
        rmSync(draft);
      }
      flush(folder(tenant));
      flush(dir);
    },
    destroy(tenant, period) {
      const path = file(tenant, period);
      cache.delete(path);
      // Overwritten first: on a disk that keeps old blocks this is best effort, and the guide says so.
      try {
        writeFileSync(path, randomBytes(32), { flag: 'r+', flush: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
        throw error;
      }
      // Of two processes at it one comes second.
      rmSync(path, { force: true });
      flush(folder(tenant));
    },
  };
}
