import { expect, test } from 'vitest';
import { codeOf, repositoryFiles, textOf } from './source-files.ts';

const CODE = "'([a-z]+(?:\\.[a-zA-Z]+)+|busy)'";
const REFUSED = new RegExp(`new Refusal\\(\\s*[^,']+,\\s*(?:\\w+ \\? ${CODE} : )?${CODE}`, 'g');
const server = repositoryFiles().filter((file) => /^server\/(?!admin\/).*\.ts$/.test(file));

/** Codes of the operator's table: the second cell of the rows that begin with a status. */
function told(): Set<string> {
  const rows = textOf('server/README.md').match(/^\| [1-5]\d\d[^|]*\|[^|]*\|/gm) ?? [];
  return new Set(
    rows.flatMap((row) => [...row.matchAll(/`([a-z]+(?:\.[a-zA-Z]+)*)`/g)].map((found) => found[1] ?? '')),
  );
}

test('every code of a refusal stands in the table of the guide', () => {
  const table = told();
  const faults = server.flatMap((file) =>
    [...codeOf(textOf(file)).matchAll(REFUSED)]
      .flatMap((found) => [found[1], found[2]])
      .filter((code) => code !== undefined && !table.has(code))
      .map((code) => `${file}: ${code}`),
  );
  expect(faults, 'Add it to a row of server/README.md.').toEqual([]);
});

test('every code of the table is given by something', () => {
  const source = server.map((file) => codeOf(textOf(file))).join('\n');
  const gone = [...told()].filter((code) => !source.includes(`'${code}'`));
  expect(told().size).toBeGreaterThan(100);
  expect(gone, 'Take it out of server/README.md.').toEqual([]);
});
