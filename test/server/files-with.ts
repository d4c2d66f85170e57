import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the files in `folder` whose bytes hold any of `texts`, as they stand on the disk now. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ name }) => name)
    .filter((name) => {
      const bytes = readFileSync(join(folder, name));
      return texts.some((text) => bytes.includes(text));
    });
}
