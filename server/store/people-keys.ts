import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { derivedKey } from './cipher.ts';
import { type LastingSecrets, openLastingSecrets } from './lasting-secret.ts';

/**
 * The secrets that guard how people sign in, beside the period keys: a stolen database neither gives a second step away nor says from
 * where somebody signed in. They come in generations, so that one can be replaced (`keys people`) while servers run: what was hidden
 * under an older one is read with that until it has been hidden anew.
 */
export interface PeopleKeys {
  /** The generation to hide under now; the first is made when there is none. */
  newest(tenant: string): number;
  /** 32 bytes for one purpose alone. @throws when that generation's secret is not there. */
  of(tenant: string, generation: number, purpose: string): Buffer;
  /** Makes a newer generation, durable before it returns. */
  renew(tenant: string): number;
  /** Forgets a generation nothing is hidden under any more. */
  drop(tenant: string, generation: number): void;
  /** Those that are there, oldest first. */
  generations(tenant: string): number[];
}

export function openPeopleKeys(dir: string): PeopleKeys {
  const opened = new Map<number, LastingSecrets>();
  function secrets(generation: number): LastingSecrets {
    const known = opened.get(generation) ?? openLastingSecrets(dir, `_people-${generation}.key`);
    opened.set(generation, known);
    return known;
  }

  function generations(tenant: string): number[] {
    try {
      const found = readdirSync(join(dir, tenant)).flatMap(
        (name) => /^_people-([1-9]\d{0,5})\.key$/.exec(name)?.[1] ?? [],
      );
      return found.map(Number).sort((a, b) => a - b);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
  function make(tenant: string, generation: number): number {
    secrets(generation).create(tenant);
    return generation;
  }

  return {
    generations,
    newest: (tenant) => generations(tenant).at(-1) ?? make(tenant, 1),
    of: (tenant, generation, purpose) => derivedKey(secrets(generation).read(tenant), `people ${purpose}`),
    renew: (tenant) => make(tenant, (generations(tenant).at(-1) ?? 0) + 1),
    drop(tenant, generation) {
      opened.delete(generation);
      rmSync(join(dir, tenant, `_people-${generation}.key`), { force: true });
    },
  };
}
