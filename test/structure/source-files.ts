import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

export const ROOT = new URL('../../', import.meta.url).pathname;

export interface Import {
  /** As written. */
  readonly from: string;
  /** File in the repository, or `null` for a package or a Node module. */
  readonly file: string | null;
  /** Disappears when built: `import type`, `export type`. */
  readonly typeOnly: boolean;
}

/** Files of the repository, also those not committed yet, without what `.gitignore` names. */
export function repositoryFiles(): string[] {
  const out = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const gone = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: ROOT, encoding: 'utf8' });
  const deleted = new Set(gone.split('\0'));
  return out.split('\0').filter((file) => file && !deleted.has(file));
}

export function textOf(file: string): string {
  return readFileSync(`${ROOT}${file}`, 'utf8');
}

/** The source without comments, so that words about code are not taken for code. */
export function codeOf(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(),])\/\/[^\n]*/g, '$1');
}

function resolve(importer: string, from: string): string | null {
  if (from.startsWith('#rules/') || from.startsWith('#wire/')) return `server/${from.slice(1)}`;
  if (!from.startsWith('.')) return null;
  return posix.join(posix.dirname(importer), from.replace(/\?.*$/, ''));
}

/** Every import and re-export of a module, static or dynamic. */
export function importsOf(file: string, source = textOf(file)): Import[] {
  // A script kept as text for a browser has imports of its own.
  const code = codeOf(source).replace(/`(?:\\[\s\S]|[^`\\])*`/g, '``');
  const statements = [
    ...code.matchAll(/^\s*(?:import|export)\s+(type\s+)?(?:[\w*$\s{},]+?\s+from\s*)['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*()['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\s*()\(\s*['"]([^'"]+)['"]/g),
  ];
  return statements.map(([, type, from = '']) => ({ from, file: resolve(file, from), typeOnly: Boolean(type) }));
}
