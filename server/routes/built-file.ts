import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** One file of a built program. */
export interface BuiltFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Built names carry a hash of their content; the page that names them does not. */
  readonly cacheControl: string;
}

/** The file below `folder` that `path` names, or `null` when it names none or leads out of the folder. */
export async function builtFileOrNull(folder: string, path: string): Promise<BuiltFile | null> {
  const root = resolve(folder);
  const file = resolve(root, path);
  const type = TYPES[extname(file)];
  if (!file.startsWith(root + sep) || !type) return null;
  try {
    const cacheControl = path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return { bytes: new Uint8Array(await readFile(file)), type, cacheControl };
  } catch {
    return null;
  }
}
