import { join } from 'node:path';
import type { Context } from 'hono';
import { adminMissingPage } from '../pages/admin-missing-page.ts';
import { htmlPage } from '../pages/html.ts';
import type { Services } from '../services.ts';
import { builtFileOrNull } from './built-file.ts';
import type { Route } from './route.ts';
import { sendAsset } from './send-asset.ts';

const HEADERS = {
  'content-security-policy': "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

async function serve(c: Context, { outputDir }: Services): Promise<Response> {
  const asked = c.req.path.replace(/^\/admin\/?/, '') || 'index.html';
  const file = await builtFileOrNull(join(outputDir, 'admin'), asked);
  if (!file) {
    if (asked !== 'index.html')
      return c.json({ code: 'not.found', message: 'Không có tệp này.' }, 404, {
        ...HEADERS,
        'cache-control': 'no-store',
      });
    return htmlPage(c, { title: 'Trang quản trị', status: 503, body: adminMissingPage() });
  }
  return sendAsset(c, file.bytes, { ...HEADERS, 'content-type': file.type, 'cache-control': file.cacheControl });
}

export const adminAppRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/admin',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: 'To the admin app',
    answer: ['text/html'],
    handle(c) {
      c.header('cache-control', 'no-cache');
      return c.redirect('/admin/', 308);
    },
  },
  {
    method: 'GET',
    path: '/admin/*',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: 'Files of the admin app, which talks HTTP like any client',
    answer: ['text/html', 'text/javascript', 'text/css', 'image/svg+xml', 'image/png'],
    handle: serve,
  },
];
