import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import * as z from 'zod';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { noteScript } from './note-sighting.ts';
import type { Route } from './route.ts';
import { sendAsset } from './send-asset.ts';

/** Written by the widget's build. */
const built = z.object({
  file: z.string().regex(/^widget-[\w-]+\.js$/),
  integrity: z.string(),
  bytes: z.number(),
});

/** What a portal with a strict policy sends, so that the page tries the same. */
const CHECK_CSP =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const missing = () =>
  new Refusal(503, 'widget.missing', 'Chưa có bản dựng của widget. Chạy npm run build:widget rồi thử lại.');

async function readBuilt({ outputDir }: Services) {
  try {
    return built.parse(JSON.parse(await readFile(join(outputDir, 'widget', 'widget.json'), 'utf8')));
  } catch {
    throw missing();
  }
}

async function sendCheck(c: Context, { outputDir }: Services, file: string, type: string): Promise<Response> {
  const bytes = await readFile(join(outputDir, 'widget', file)).catch(() => null);
  if (bytes === null) throw missing();
  return sendAsset(c, new Uint8Array(bytes), {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
    'content-security-policy': CHECK_CSP,
  });
}

async function sendScript(
  c: Context,
  { outputDir }: Services,
  file: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const script = await readFile(join(outputDir, 'widget', file)).catch(() => null);
  if (script === null)
    throw new Refusal(404, 'widget.gone', 'Không còn bản widget này. Dùng /widget.js hoặc tên trong /widget.json.');
  return sendAsset(c, new Uint8Array(script), { ...headers, 'content-type': 'text/javascript; charset=utf-8' });
}

export const widgetRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/widget.js',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: 'The current widget; for pages that do not pin a version.',
    cors: 'any',
    answer: ['text/javascript'],
    async handle(c, services) {
      await noteScript(c, services);
      const { file } = await readBuilt(services);
      // A redirect to the file's own name would cost each first visit a round trip.
      const kept = { etag: `W/"${file}"`, 'cache-control': 'public, max-age=300' };
      if (c.req.header('if-none-match')?.includes(kept.etag)) return c.body(null, 304, kept);
      return sendScript(c, services, file, kept);
    },
  },
  {
    method: 'GET',
    path: '/widget.json',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: 'Name, integrity hash and size of the current widget; for pages that pin it.',
    cors: 'any',
    answer: z.object({ file: z.string(), integrity: z.string(), bytes: z.int() }),
    async handle(c, services) {
      const { file, integrity, bytes } = await readBuilt(services);
      return c.json({ file, integrity, bytes }, 200, { 'cache-control': 'public, max-age=300' });
    },
  },
  {
    method: 'GET',
    path: '/widget-check',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary:
      'A page for integrators: shows the widget in test mode with the attributes of the query, and says what stands in its way.',
    answer: ['text/html'],
    handle: (c, services) => sendCheck(c, services, 'widget-check.html', 'text/html'),
  },
  {
    method: 'GET',
    path: '/widget-check.js',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: 'The script of that page, for a copy of it on a portal.',
    cors: 'any',
    answer: ['text/javascript'],
    handle: (c, services) => sendCheck(c, services, 'widget-check.js', 'text/javascript'),
  },
  {
    method: 'GET',
    path: '/:file{widget-[A-Za-z0-9_-]+\\.js}',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: 'One version of the widget, never changed; older ones too while their file is kept.',
    cors: 'any',
    answer: ['text/javascript'],
    handle: (c, services) =>
      // Hono has matched the name against the pattern above, so it cannot leave the folder.
      sendScript(c, services, c.req.param('file') ?? '', { 'cache-control': 'public, max-age=31536000, immutable' }),
  },
];
