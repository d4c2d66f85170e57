import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';

const BYTES = 32;

/** One secret for each tenant in the folder of keys, which no seal destroys. */
export interface LastingSecrets {
  /** 32 bytes. @throws when the file is not there or no such secret. */
  read(tenant: string): Buffer;
  exists(tenant: string): boolean;
  /** Makes it unless it is there; durable before it returns. */
  create(tenant: string): void;
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** @param name of the file, e.g. `_cases.key`: no period can have it, a period's begins with a letter or digit. */
export function openLastingSecrets(dir: string, name: `_${string}.key`): LastingSecrets {
  const cache = new Map<string, Buffer>();
  const file = (tenant: string) => join(dir, tenant, name);

  function read(tenant: string): Buffer {
    const known = cache.get(tenant);
    if (known) return known;
    const secret = readFileSync(file(tenant));
    if (secret.length !== BYTES) throw new Error(`${name}: ${secret.length} byte`);
    cache.set(tenant, secret);
    return secret;
  }

  return {
    read,
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
