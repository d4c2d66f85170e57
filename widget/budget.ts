import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/**
 * After the build: `widget-<hash>.js` beside `widget.js`, for addresses that never change their content, and `widget.json`
 * `{ file, integrity, bytes, gzip }`. Above `gzip` bytes it fails and writes neither: citizens pay for each of them, often
 * on a weak line.
 */
export function budget(limit: { readonly gzip: number }): Plugin {
  return {
    name: 'budget',
    async writeBundle({ dir = '.' }) {
      const script = await readFile(join(dir, 'widget.js'));
      const digest = (algorithm: string) => createHash(algorithm).update(script);
      const file = `widget-${digest('sha256').digest('hex').slice(0, 12)}.js`;
      const gzip = gzipSync(script, { level: 9 }).length;
      const integrity = `sha384-${digest('sha384').digest('base64')}`;
      console.info(`widget.js: ${script.length} bytes, ${gzip} of ${limit.gzip} gzip`);
      if (gzip > limit.gzip) this.error(`widget.js is ${gzip} bytes after gzip, the limit is ${limit.gzip}.`);
      await copyFile(join(dir, 'widget.js'), join(dir, file));
      await writeFile(join(dir, 'widget.json'), `${JSON.stringify({ file, integrity, bytes: script.length, gzip })}\n`);
    },
  };
}
