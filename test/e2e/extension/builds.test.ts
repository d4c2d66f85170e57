import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const RELEASE = '.output/chrome-mv3';
const DEMO = '.output/chrome-mv3-demo';
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

it('what is tested is what is released, but for the right to read pages of this machine', () => {
  const files = filesIn(RELEASE);
  expect(files).toEqual(expect.arrayContaining(['shared.js', 'overlay.js']));
  expect(filesIn(DEMO)).toEqual(files);
  const other = files.filter((file) => !readFileSync(join(RELEASE, file)).equals(readFileSync(join(DEMO, file))));
  expect(other).toEqual(['manifest.json']);
  const manifest = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const { host_permissions: granted, ...same } = manifest(DEMO);
  expect(granted).toEqual(['http://127.0.0.1/*', 'http://localhost/*']);
  expect(manifest(RELEASE)).toEqual(same);
});
