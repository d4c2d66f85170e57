import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const LIMIT = 60 * 1024;

/**
 * Tells the worker which files make up this version, so that a tablet has all of it before it says it works offline, and
 * fails where the script passes 60 KiB gzip.
 */
export function precache(): Plugin {
  return {
    name: 'precache',
    generateBundle(_options, bundle) {
      const kept = readdirSync(join(import.meta.dirname, 'public'));
      const built = Object.keys(bundle).filter((name) => name !== 'sw.js' && name !== 'index.html');
      const content = createHash('sha256');
      for (const name of kept) content.update(readFileSync(join(import.meta.dirname, 'public', name)));
      for (const name of built) content.update(name);
      content.update(readFileSync(join(import.meta.dirname, 'index.html')));
      const version = content.digest('hex').slice(0, 12);
      const files = ['', ...built, ...kept].map((name) => `/kiosk/${name}`);
      let gzip = 0;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        chunk.code = chunk.code
          .replaceAll('__VERSION__', version)
          .replace(/["'`]__FILES__["'`]/, JSON.stringify(files));
        if (chunk.fileName !== 'sw.js') gzip += gzipSync(chunk.code, { level: 9 }).length;
      }
      console.info(`kiosk ${version}: ${gzip} of ${LIMIT} gzip`);
      if (gzip > LIMIT) this.error(`The kiosk's script is ${gzip} bytes after gzip, the limit is ${LIMIT}.`);
    },
  };
}
