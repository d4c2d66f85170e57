import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';

/** One secret per tenant beside the period keys. It outlives them: a reply is read by receipt after the seal too. */
export interface CaseKeys {
  /** `HMAC-SHA256(K, receipt)` in hex. @throws when K is not there. */
  hash(tenant: string, receipt: string): string;
  exists(tenant: string): boolean;
  /** Makes K unless it is there; durable before it returns. */
  create(tenant: string): void;
}

/** No period can have this name: a period's begins with a letter or digit. */
const NAME = '_cases.key';
const BYTES = 32;

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function openCaseKeys(dir: string): CaseKeys {
  const cache = new Map<string, Buffer>();
  const file = (tenant: string) => join(dir, tenant, NAME);

  function read(tenant: string): Buffer {
    const known = cache.get(tenant);
    if (known) return known;
    const secret = readFileSync(file(tenant));
    if (secret.length !== BYTES) throw new Error(`${NAME}: ${secret.length} byte`);
    cache.set(tenant, secret);
    return secret;
  }

  return {
    hash: (tenant, receipt) => createHmac('sha256', read(tenant)).update(receipt).digest('hex'),
    exists(tenant) {
      try {
        return read(tenant).length === BYTES;
      } catch {
        return false;
      }
    },
    create(tenant) {
      const folder = join(dir, tenant);
      makeFolder(folder, 0o700);
      // Written whole before it gets its name; of two processes the first one's stands.
      const draft = join(folder, `_${randomBytes(8).toString('hex')}.draft`);
      writeFileSync(draft, randomBytes(BYTES), { mode: 0o600, flag: 'wx', flush: true });
      try {
        linkSync(draft, file(tenant));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      } finally {
        rmSync(draft);
      }
      flush(folder);
      flush(dir);
    },
  };
}
