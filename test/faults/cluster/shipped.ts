import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SHIPPED_FOLDER = join(import.meta.dirname, '../../../server/deploy/cluster');

/**
 * The text of a file as it is handed out in `server/deploy/cluster`, with other places instead of those of the example: what is tried is
 * what a province installs. @throws when a place is not named in it.
 */
export function shipped(name: string, instead: readonly (readonly [place: string, other: string])[]): string {
  return instead.reduce(
    (text, [place, other]) => {
      if (!text.includes(place)) throw new Error(`${name} does not name ${place}`);
      return text.replaceAll(place, other);
    },
    readFileSync(join(SHIPPED_FOLDER, name), 'utf8'),
  );
}

/** `KEY=value` lines of a file of variables. */
export function variablesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]),
  );
}
