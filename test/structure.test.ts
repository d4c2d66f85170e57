import { describe, expect, test } from 'vitest';
import { arrowFault } from './structure/arrows.ts';
import { codeOf, importsOf, repositoryFiles, textOf } from './structure/source-files.ts';

const files = repositoryFiles();
const modules = files.filter((file) => /\.(ts|tsx|mjs|js)$/.test(file));
const isBuilding = (file: string) => /\.config\.ts$/.test(file) || importsOf(file).some((one) => one.from === 'vite');
/** What runs for people; tests, build settings and their plugins may reach anywhere. */
const sources = modules.filter((file) => /^(extension|widget|server)\//.test(file) && !isBuilding(file));

/** Lists of the house: a file that declares `shape` in `folder` must be imported by its list. */
const LISTS = [
  { folder: 'server/routes/', list: 'server/routes/index.ts', shape: /export const \w+: readonly Route\[\] = / },
  {
    folder: 'server/rules/rulesets/',
    list: 'server/rules/rulesets/index.ts',
    shape: /export const \w+: \w*Ruleset = |satisfies \w*Ruleset;/,
  },
  {
    folder: 'server/rules/surveys/',
    list: 'server/rules/surveys/index.ts',
    shape: /export const \w+: Survey = |satisfies Survey;/,
  },
  {
    folder: 'extension/features/',
    list: 'extension/features/index.ts',
    also: 'extension/features/panel-features.ts',
    shape: /export const \w+: Feature = |satisfies Feature;/,
  },
  { folder: 'extension/hosts/', list: 'extension/hosts/index.ts', shape: /export const \w+: Host = |satisfies Host;/ },
];

const TOP_LEVEL = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'wxt.config.ts',
  'extension',
  'widget',
  'server',
  'test',
  'README.md',
];

describe('the house keeps its plan', () => {
  test('the top level holds the fixed entries and hidden ones', () => {
    const others = new Set(files.map((file) => file.split('/')[0] ?? ''));
    for (const entry of TOP_LEVEL) others.delete(entry);
    const strangers = [...others].filter((entry) => !entry.startsWith('.'));
    expect(strangers, 'Put these inside extension, widget, server or test.').toEqual([]);
  });

  test('every arrow between files runs down or sideways', () => {
    const faults = sources.flatMap((file) =>
      importsOf(file).flatMap((one) => {
        const fault = arrowFault(file, one);
        return fault ? [`${file} imports '${one.from}': ${fault}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  test('every imported file of ours is named with its ending and exists', () => {
    const known = new Set(files);
    const faults = sources.flatMap((file) =>
      importsOf(file).flatMap((one) =>
        one.file !== null && !known.has(one.file) ? [`${file} imports '${one.from}', which is no file`] : [],
      ),
    );
    expect(faults, 'Write the path as the file is called, with .ts or .tsx.').toEqual([]);
  });

  test('rules and the simulator read no clock and no chance', () => {
    const clock =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.|\bMath\.random\b|\bcrypto\b|\bprocess\./;
    const faults = sources.filter(
      (file) => /^server\/(rules|simulate)\//.test(file) && clock.test(codeOf(textOf(file))),
    );
    expect(faults, 'Take `now`, `today` or random bytes as a parameter.').toEqual([]);
  });

  test('in rules, Date is known to the calendar alone', () => {
    const faults = sources.filter(
      (file) =>
        file.startsWith('server/rules/') &&
        !file.startsWith('server/rules/calendar/') &&
        /\bDate\b(?!\w)/.test(codeOf(textOf(file)).replace(/'[^'\n]*'/g, "''")),
    );
    expect(faults, 'Use the day arithmetic of server/rules/calendar/date.ts on IsoDate text.').toEqual([]);
  });

  test('no file is longer than 250 lines', () => {
    const long = files
      .filter((file) => /\.(ts|tsx|mjs|js|css)$/.test(file))
      .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long, 'Split it: one noun or one verb per file.').toEqual([]);
  });

  test('every write in a browser holds the whole database', () => {
    const places = ['extension/background/database.ts', 'widget/kiosk/database.ts', 'widget/store.ts'];
    const writers = sources.filter((file) => textOf(file).includes("'readwrite'"));
    expect(writers.sort(), 'Two writers killed at once cost Chromium the database: write through these.').toEqual(
      places,
    );
  });

  test('every file is called after what it holds', () => {
    const vague = files.filter((file) =>
      /(^|[/.-])(utils?|helpers?|types|constants|common|misc)\.(ts|tsx|mjs|js)$/.test(file),
    );
    expect(vague, 'Name the file after its one noun or verb.').toEqual([]);
  });

  test('every route, ruleset, survey, feature and host stands in its list', () => {
    const missing = LISTS.flatMap(({ folder, list, also, shape }) => {
      const members = sources.filter((file) => file.startsWith(folder) && file !== list && shape.test(textOf(file)));
      const listed = new Set([list, ...(also ? [also] : [])].flatMap((file) => importsOf(file)).map((one) => one.file));
      return members
        .filter((file) => !listed.has(file))
        .map((file) => `${file}: add its import and its line to ${list}`);
    });
    expect(missing).toEqual([]);
  });

  test('each list has members, so the check above cannot pass by finding none', () => {
    for (const { folder, list, shape } of LISTS)
      expect(
        sources.filter((file) => file.startsWith(folder) && file !== list && shape.test(textOf(file))),
        `Nothing in ${folder} looks like ${shape}; correct the shape in this test.`,
      ).not.toEqual([]);
  });

  test('clients build pages without markup text', () => {
    // How an element is written may be read, to compare two; never set.
    const markup =
      /\b(innerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|unsafeHTML)\b|\bouterHTML\s*\+?=(?!=)/;
    const faults = sources.filter(
      (file) => /^(extension|widget|server\/admin)\//.test(file) && markup.test(codeOf(textOf(file))),
    );
    expect(faults, 'Use elements, lit templates or preact; text from elsewhere never becomes markup.').toEqual([]);
  });
});

describe('the check of arrows finds', () => {
  const fault = (file: string, source: string) => importsOf(file, source).map((one) => arrowFault(file, one))[0];

  for (const [what, file, source] of [
    ['a package in rules', 'server/rules/grade.ts', "import * as z from 'zod';"],
    ['a Node module in rules', 'server/rules/grade.ts', "import { readFileSync } from 'node:fs';"],
    ['rules that reach out', 'server/rules/grade.ts', "import { localDay } from '../clock.ts';"],
    ['a package in the simulator', 'server/simulate/random.ts', "import { randomInt } from 'node:crypto';"],
    ['a close of invented rows', 'server/close/close.ts', "import { simulate } from '../simulate/simulate.ts';"],
    ['a second address of rules', 'server/close/seal.ts', "import { grade } from '../rules/grade.ts';"],
    ['another package in wire', 'server/wire/user.ts', "import { Hono } from 'hono';"],
    ['wire that reaches into the store', 'server/wire/user.ts', "import type { Db } from '../store/db.ts';"],
    ['a store that knows a route', 'server/store/db.ts', "import { routes } from '../routes/index.ts';"],
    ['an arrow hidden in an export', 'server/store/db.ts', "export { routes } from '../routes/index.ts';"],
    ['an arrow made at run time', 'server/store/db.ts', "const app = await import('../app.ts');"],
    ['an arrow over several lines', 'server/store/db.ts', "import {\n  routes,\n} from '../routes/index.ts';"],
    ['a schema bundled into the widget', 'widget/send.ts', "import { response } from '#wire/response.ts';"],
    ['a client that calls the store', 'server/admin/api.ts', "import type { Db } from '../store/db.ts';"],
    ['a client that imports another', 'extension/ui/mark.ts', "import { post } from '../../widget/send.ts';"],
    ['a server that imports a client', 'server/pages/home.ts', "import { place } from '../admin/place.ts';"],
    ['a program that leans on the demo', 'server/main.ts', "import { seeds } from './demo/seeds/index.ts';"],
    ['a new server file without a floor', 'server/cache.ts', "import type { Db } from './store/db.ts';"],
  ] as const)
    test(what, () => {
      expect(fault(file, source)).toEqual(expect.any(String));
    });

  for (const [what, file, source] of [
    ['types of wire in a client', 'widget/send.ts', "import type { Response } from '#wire/response.ts';"],
    ['rules in a client', 'extension/ui/mark.ts', "import { punctuality } from '#rules/punctuality.ts';"],
    ['the store in a route', 'server/routes/users.ts', "import { usersOf } from '../store/users.ts';"],
    ['everything below in the demo', 'server/demo/main.ts', "import { createApp } from '../app.ts';"],
    ['an arrow that is only talked about', 'server/store/db.ts', "// import { routes } from '../routes/index.ts';"],
  ] as const)
    test(`nothing against ${what}`, () => {
      expect(fault(file, source) ?? null).toBeNull();
    });
});
