import { createHash } from 'node:crypto';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import { BUILD } from './build-options.ts';
import { inlineSurvey } from './inline-survey.ts';
import { shorten } from './shorten.ts';

/** Bytes after gzip. */
interface Limits {
  readonly script: number;
  /** With the survey and the words that come in the same file. */
  readonly whole: number;
}

const zipped = (text: string | Uint8Array) => gzipSync(text, { level: 9 }).length;

/** The same build without survey and words, kept in memory. */
async function withoutSurvey(): Promise<string> {
  const built = await build({
    ...{ configFile: false, logLevel: 'error', root: import.meta.dirname },
    plugins: [inlineSurvey(null), shorten()],
    build: { ...BUILD, write: false },
  });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  return output[0].code;
}

/**
 * After the build: `widget-<hash>.js` beside `widget.js`, for addresses that never change their content, and `widget.json`
 * `{ file, integrity, bytes, gzip }`. Above a limit it fails and writes neither: citizens pay for each byte, often on a weak
 * line.
 */
export function budget(limits: Limits): Plugin {
  return {
    name: 'budget',
    async writeBundle({ dir = '.' }) {
      const script = await readFile(join(dir, 'widget.js'));
      const digest = (algorithm: string) => createHash(algorithm).update(script);
      const file = `widget-${digest('sha256').digest('hex').slice(0, 12)}.js`;
      const gzip = zipped(script);
      const integrity = `sha384-${digest('sha384').digest('base64')}`;
      const sizes = { script: zipped(await withoutSurvey()), whole: gzip };
      for (const part of ['script', 'whole'] as const) {
        console.info(`widget.js, ${part}: ${sizes[part]} of ${limits[part]} bytes after gzip`);
        if (sizes[part] > limits[part]) this.error(`${part} is ${sizes[part]} bytes, the limit is ${limits[part]}.`);
      }
      await copyFile(join(dir, 'widget.js'), join(dir, file));
      await writeFile(join(dir, 'widget.json'), `${JSON.stringify({ file, integrity, bytes: script.length, gzip })}\n`);
    },
  };
}
