import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { questionsOf } from '#rules/surveys/questions-of.ts';
import { UNKNOWN } from '#rules/surveys/survey.ts';
import { DEFAULT_SURVEY } from '../../../widget/default-survey.ts';

/** The last release of which both parts are in the registry. */
const SURVEYJS = '2.5.38';

/** One way to put the same questions on a page. */
export interface Contender {
  readonly name: string;
  /** What the page holds of it. */
  readonly html: string;
  /** Content by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Expression for the first question in its place, once it is there. */
  readonly first: string;
}

const { words } = DEFAULT_SURVEY;
const QUESTIONS = questionsOf(DEFAULT_SURVEY, 'returned').map(({ code, options, followUp }) => ({
  code,
  title: words[`${code}@returned`] ?? words[code] ?? '',
  options: options.map((option) => [option.code, words[`${code}.${option.code}`] ?? words[UNKNOWN] ?? ''] as const),
  ...(followUp && { followUp }),
}));

async function bareElement(): Promise<Contender> {
  const plain = readFileSync(join(import.meta.dirname, 'bare-element.js'), 'utf8');
  const data = JSON.stringify(QUESTIONS.map(({ code, title, options }) => ({ code, title, options })));
  const { code = '' } = await minify(
    plain.replace(/\bQUESTIONS(?=\))/, () => data),
    { module: true },
  );
  return {
    name: 'bare custom element',
    html: '<bare-survey></bare-survey><script type="module" src="/bare.js"></script>',
    files: new Map([['/bare.js', code]]),
    first: "document.querySelector('bare-survey')?.shadowRoot?.querySelector('legend')",
  };
}

function ours(): Contender {
  return {
    name: '<dvc-survey>',
    html: `<dvc-survey tenant="mau" unit="so-a" stage="returned"></dvc-survey><script type="module" src="/widget.js"></script>`,
    files: new Map([['/widget.js', readFileSync('.output/widget/widget.js', 'utf8')]]),
    first: "document.querySelector('dvc-survey')?.shadowRoot?.querySelector('legend')",
  };
}

/** SurveyJS as its makers pack it, fetched once. */
function surveyJs(): Contender {
  const folder = '.output/bench';
  const packed = (name: string) => join(folder, `${name}-${SURVEYJS}.tgz`);
  mkdirSync(folder, { recursive: true });
  for (const name of ['survey-core', 'survey-js-ui'])
    if (!existsSync(packed(name)))
      execFileSync('npm', ['pack', '--silent', `${name}@${SURVEYJS}`], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
  const file = (name: string, path: string) =>
    execFileSync('tar', ['xzOf', packed(name), `package/${path}`], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const elements = QUESTIONS.map(({ code, title, options, followUp }) => ({
    ...{ type: options.length ? 'radiogroup' : 'comment', name: code, title },
    ...(options.length && { choices: options.map(([value, text]) => ({ value, text })) }),
    ...(followUp && { visibleIf: followUp.when.map((when) => `{${followUp.of}} = '${when}'`).join(' or ') }),
  }));
  return {
    name: `SurveyJS ${SURVEYJS}`,
    html: `<link rel="stylesheet" href="/core.css"><div id="survey"></div>
<script defer src="/core.js"></script><script defer src="/ui.js"></script><script defer src="/start.js"></script>`,
    files: new Map([
      ['/core.css', file('survey-core', 'survey-core.min.css')],
      ['/core.js', file('survey-core', 'survey.core.min.js')],
      ['/ui.js', file('survey-js-ui', 'survey-js-ui.min.js')],
      ['/start.js', `new Survey.Model(${JSON.stringify({ elements })}).render(document.getElementById('survey'))`],
    ]),
    first: "document.querySelector('#survey .sd-question__title, #survey .sd-element__title')",
  };
}

export const contenders = async (): Promise<readonly Contender[]> => [await bareElement(), ours(), surveyJs()];

/** Bytes of all files after gzip, each by itself. */
export const gzipped = ({ files }: Contender): number =>
  [...files.values()].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);

/** Serves `/0`, `/1`, …: a page of each contender, and their files, compressed. */
export async function servePages(all: readonly Contender[]) {
  const kinds = { js: 'text/javascript', css: 'text/css' } as const;
  const bodies = new Map<string, readonly [type: string, body: Buffer]>();
  for (const [n, { html, files }] of all.entries()) {
    const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Cổng</title><main><h1>Hồ sơ của tôi</h1>${html}</main></html>`;
    bodies.set(`/${n}`, ['text/html; charset=utf-8', brotliCompressSync(page)]);
    for (const [path, text] of files)
      bodies.set(path, [kinds[path.split('.')[1] as keyof typeof kinds], brotliCompressSync(text)]);
  }
  const server = createServer((request, response) => {
    const [type, body] = bodies.get(request.url ?? '') ?? [];
    if (!type) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'content-length': body?.length });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
