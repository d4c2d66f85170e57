import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { squeezeZip } from '../../../extension/build/squeeze-zip.ts';

const WORDS = readFileSync(new URL('../../../extension/README.md', import.meta.url), 'utf8');

it('an archive holds the same files afterwards, in fewer bytes', async () => {
  const files = { 'a.js': strToU8(WORDS), 'thư mục/b.js': strToU8('x'), 'empty.txt': new Uint8Array() };
  const zip = Buffer.from(zipSync(files, { level: 9 }));
  const squeezed = await squeezeZip(zip);
  const found = Object.entries(unzipSync(squeezed)).map(([name, data]) => [name, strFromU8(data)]);
  expect(found).toEqual([
    ['a.js', WORDS],
    ['thư mục/b.js', 'x'],
    ['empty.txt', ''],
  ]);
  expect(squeezed.length).toBeLessThan(zip.length);
});

it('what is no archive is refused', async () => {
  await expect(squeezeZip(Buffer.alloc(100))).rejects.toThrow('not an archive');
});
