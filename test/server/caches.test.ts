import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { routes } from '../../server/routes/index.ts';
import { codeOf, repositoryFiles, textOf } from '../structure/source-files.ts';
import { MARK } from './provinces/planted-copy.ts';
import { twoProvinces } from './provinces/two-provinces.ts';
import { CALLERS, type Names, pathNaming, queryNaming } from './route-calls.ts';
import type { TestServer } from './test-server.ts';

/** Whatever a process remembers from one request to the next, and by what it tells provinces apart. */
const REMEMBERED: Readonly<Record<string, string>> = {
  'server/figures/public-distributions.ts WORDS': 'words of a form, the same for every province',
  'server/imports/kinds/paper-columns.ts codesOfText': 'questions of all forms, the same for every province',
  'server/clock.ts lastDay': 'the day that was asked for last',
  'server/routes/kept-answer.ts SERVERS': 'public answers, by tenant and address; none by who asks',
  'server/routes/note-sighting.ts noted': 'when a site was noted last, by tenant and site; nothing is answered from it',
  'server/routes/send-asset.ts encoded': 'built files and forms, by the hash of their content',
  'server/routes/style.ts sheets': 'the style sheet of all pages',
  'server/routes/openapi.ts document': 'the document itself',
  'server/portal-sites.ts lists':
    'sites that may ask, by tenant; an answer says no more than that the site may read it',
  'server/routes/body-room.ts taken': 'bytes of all bodies that are being read',
  'server/single-sign-on.ts found': 'settings of the provider of the one tenant it was made for',
  'server/store/places.ts asked': 'look-ups of one turn of the event loop, by tenant and day',
  'server/store/postgres-sql.ts known': 'texts of statements',
  'server/store/secret.ts pool': 'random bytes nobody has had yet',
  'server/store/together.ts known': 'texts of statements',
  'server/store/in-line.ts ends':
    'who waits for whom, by the key of the line, which begins with the tenant; no answer is in it',
  'server/store/link-draw.ts asked': 'filers of one run of survey links, gone with the run',
  'server/store/link-draw.ts drawn': 'links of one run, gone with it',
  'server/store/link-draw.ts chosen': 'links of one run, gone with it',
  'server/store/intake.ts draining': 'that writes are under way',
  'server/store/intake.ts closed': 'that the server stops',
  'server/store/lasting-secret.ts cache': 'keys of cases and tokens, by tenant',
  'server/store/people-keys.ts opened': 'keys of how people sign in, by generation and then by tenant',
  'server/store/password.ts nobody': 'hash of the password of nobody',
  'server/store/period-keys.ts cache': 'keys of periods, by tenant and period',
  'server/store/sqlite.ts opened': 'that the file is open',
  'server/jobs/daily.ts stopping': 'that the server stops',
  'server/jobs/job.ts running': 'that the work runs',
  'server/jobs/renew-timeliness.ts renewedAt': 'when figures were counted last, for all provinces',
};

/** Counters of the limits: by address and link, salted; a province is in none of them. */
const LIMITERS = ['server/call-limit.ts', 'server/try-limit.ts'];

test('whatever a process remembers is on the list, with what tells provinces apart in it', () => {
  const files = repositoryFiles().filter(
    (file) =>
      /^server\/.*\.ts$/.test(file) &&
      !/^server\/(admin|cli|demo|rules|simulate|wire)\/|sqlite-backup/.test(file) &&
      !LIMITERS.includes(file),
  );
  const found = files.flatMap((file) => {
    const code = codeOf(textOf(file));
    const top = [...code.matchAll(/^(?:let (\w+)|const (\w+)[^\n]*= new (?:Weak)?Map(?:<[^\n]*>)?\(\);)/gm)];
    // Within a function that makes a part of the server, what stands at its top outlives a request.
    const makers = [
      ...code.matchAll(
        /^export (?:async )?function (?:create\w+|open\w*(?:Keys|Secrets)|openSqlite|openapiRoutes|start\w+)[\s\S]*?^\}/gm,
      ),
    ].flatMap(([text]) => [
      ...text.matchAll(/^ {2}(?:let (\w+)|const (\w+)[^\n]*= new (?:Weak)?Map(?:<[^\n]*>)?\(\);)/gm),
    ]);
    return [...top, ...makers].map(([, variable, constant]) => `${file} ${variable ?? constant}`);
  });
  expect(found.length).toBeGreaterThan(8);
  expect(found.filter((each) => !(each in REMEMBERED))).toEqual([]);
  const named = Object.keys(REMEMBERED).map((each) => each.split(' '));
  for (const [file = '', variable = ''] of named) expect(textOf(file), file).toContain(variable);
});

describe('what a browser or a proxy may keep', () => {
  const names: Names = {
    ...{ tenant: 'mau', unit: 'so-a', officer: 'CB-01', dossier: 'H99.01-261102-0001', code: 'H99.01-261102-0001' },
    ...{ period: '2026-q4', procedure: '1.001612', device: 'may-1', login: 'viewer', kiosk: 'mau.0000000001' },
    ...{ survey: 'danhgia-2026', version: '1', question: 'q1', kind: 'dossiers', id: 'danhgia-2026' },
    ...{ '?after': '2026-q4', '?q': 'so', '?step': 'units', '?kind': 'unscored' },
  };
  const asked = routes.filter(({ method }) => method === 'GET');
  let server: TestServer;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    server = await twoProvinces();
    app = createApp(server.services);
  }, 180_000);
  afterAll(() => server.close());

  async function answer(route: (typeof routes)[number], as: Readonly<Record<string, string>>) {
    const response = await app.request(pathNaming(route.path, names) + queryNaming(route, names), { headers: as });
    const control = response.headers.get('cache-control') ?? '';
    return { status: response.status, control, vary: response.headers.get('vary') ?? '', text: await response.text() };
  }

  for (const route of asked)
    test(`${route.method} ${route.path}`, async () => {
      const open = route.who.includes('anyone');
      const callers = open
        ? (['anyone', 'viewer', 'officer', 'portal'] as const)
        : CALLERS.filter((each) => route.who.includes(each));
      const answers = [];
      for (const caller of callers) {
        const as = caller === 'anyone' ? {} : server.credentials.mau[caller];
        answers.push(await answer(route, as));
        if (caller !== 'anyone') answers.push(await answer(route, server.credentials.kia[caller]));
      }
      const kept = answers.filter(({ control }) => !/no-store/.test(control));
      // What is for one caller, or opened by a token, is kept by nobody.
      if (!open || route.scope === 'token') expect(kept.filter(({ status }) => status < 300)).toEqual([]);
      // What is kept is the same for whoever asks, so that an address alone is its key.
      for (const each of kept) {
        const { vary: _, ...same } = each;
        const { vary: __, ...first } = kept[0] ?? each;
        expect(same).toEqual(first);
        expect(each.control, 'kept without a word on it').not.toBe('');
        expect(each.text).not.toContain(MARK);
      }
    });
});
