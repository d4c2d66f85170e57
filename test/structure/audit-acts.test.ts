import { expect, test } from 'vitest';
import { en } from '../../server/admin/words/en.ts';
import { vi } from '../../server/admin/words/vi.ts';
import { codeOf, repositoryFiles, textOf } from './source-files.ts';

/** What the changing part of a name may be. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'import.${state}': ['import.done', 'import.stopped', 'import.failed'],
  'case.${step}': ['case.taken', 'case.released', 'case.answered', 'case.corrected', 'case.closed'],
};
/** Names handed on from where they are written down, types, conditions of a query and acts of a command line. */
const HANDED_ON = ['entry.action', 'plan.action', 'row.action', 'string', '? ', 'Object.hasOwn(ACTIONS'];

const NAME = /^[a-z0-9-]+(?:\.[a-z-]+)+$/;
const writers = repositoryFiles().filter(
  (file) => /^server\/.*\.ts$/.test(file) && !/^server\/(admin|wire|rules|pages)\//.test(file),
);

/** Names of acts as the server writes them into the log, and what could not be read as one. */
function actsIn(file: string): { readonly acts: string[]; readonly unread: string[] } {
  const code = codeOf(textOf(file));
  const written = [...code.matchAll(/\baction(?::| =) ([^\n]+)/g)].map(([, after]) => (after ?? '').trim());
  const planned = [...code.matchAll(/planItems\(items, '([^']+)'/g)].map(([, name]) => name ?? '');
  const acts = [...planned];
  const unread: string[] = [];
  for (const after of written) {
    const template = /^`([^`]+)`/.exec(after)?.[1];
    const literals = [...after.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '').filter((name) => NAME.test(name));
    if (template !== undefined && PARTS[template]) acts.push(...PARTS[template]);
    else if (literals.length > 0) acts.push(...literals);
    else if (!HANDED_ON.some((known) => after.startsWith(known))) unread.push(`${file}: ${after}`);
  }
  return { acts, unread };
}

const all = writers.map(actsIn);
const named = (words: object) =>
  Object.keys(words).flatMap((key) => (key.startsWith('audit.act.') ? [key.slice('audit.act.'.length)] : []));

test('every act the server writes into the log has a name in both languages', () => {
  const acts = [...new Set(all.flatMap(({ acts }) => acts))].sort();
  expect(acts.length).toBeGreaterThan(100);
  expect(
    acts.filter((act) => !named(vi).includes(act)),
    'Add audit.act.<it> to server/admin/words/audit.*.json.',
  ).toEqual([]);
  expect(named(en).sort()).toEqual(named(vi).sort());
});

test('no act is named that nothing writes any more, and every one was found in the source', () => {
  const acts = new Set(all.flatMap(({ acts }) => acts));
  expect(named(vi).filter((act) => !acts.has(act))).toEqual([]);
  expect(
    all.flatMap(({ unread }) => unread),
    'Say in this file what may stand here.',
  ).toEqual([]);
});
