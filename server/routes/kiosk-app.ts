import { join } from 'node:path';
import type { Context } from 'hono';
import { htmlPage } from '../pages/html.ts';
import { kioskMissingPage } from '../pages/kiosk-missing-page.ts';
import type { Services } from '../services.ts';
import { builtFileOrNull } from './built-file.ts';
import type { Route } from './route.ts';
import { sendAsset } from './send-asset.ts';

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html dvc-kiosk",
  'referrer-policy': 'no-referrer',
};

/** Every address that names no file is the one page: which kiosk it is, the tablet itself knows. */
async function serve(c: Context, { outputDir }: Services): Promise<Response> {
  const folder = join(outputDir, 'kiosk');
  const asked = c.req.path.replace(/^\/kiosk\/?/, '');
  const file = (asked && (await builtFileOrNull(folder, asked))) || (await builtFileOrNull(folder, 'index.html'));
  if (!file) return htmlPage(c, { title: 'Ki-ốt', status: 503, body: kioskMissingPage() });
  if (asked.startsWith('assets/') && file.cacheControl === 'no-cache')
    return c.json({ code: 'not.found', message: 'Không có tệp này.' }, 404, {
      ...HEADERS,
      'cache-control': 'no-store',
    });
  return sendAsset(c, file.bytes, { ...HEADERS, 'content-type': file.type, 'cache-control': file.cacheControl });
}

export const kioskAppRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/kiosk',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: 'To the kiosk, whose worker serves addresses below /kiosk/ alone',
    answer: ['text/html'],
    handle(c) {
      c.header('cache-control', 'no-cache');
      return c.redirect('/kiosk/', 308);
    },
  },
  {
    method: 'GET',
    path: '/kiosk/*',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: "Files of the kiosk, a program of its own on a counter's tablet",
    answer: ['text/html', 'text/javascript', 'text/css', 'image/svg+xml', 'image/png', 'application/manifest+json'],
    handle: serve,
  },
];
