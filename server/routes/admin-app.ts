import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { Context } from 'hono';
import { adminMissingPage } from '../pages/admin-missing-page.ts';
import { htmlPage } from '../pages/html.ts';
import type { Services } from '../services.ts';
import type { Route } from './route.ts';
import { sendAsset } from './send-asset.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const HEADERS = {
  'content-security-policy': "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** The file below `folder` that `path` names, or `null` when it names none or leads out of the folder. */
async function fileOrNull(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = resolve(folder, path);
  if (!file.startsWith(folder + sep) || !TYPES[extname(file)]) return null;
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}

async function serve(c: Context, { outputDir }: Services): Promise<Response> {
  const folder = resolve(join(outputDir, 'admin'));
  const asked = c.req.path.replace(/^\/admin\/?/, '') || 'index.html';
  const file = await fileOrNull(folder, asked);
  if (!file) {
    if (asked !== 'index.html') return c.json({ code: 'not.found', message: 'Không có tệp này.' }, 404, HEADERS);
    return htmlPage(c, { title: 'Trang quản trị', status: 503, body: adminMissingPage() });
  }
  return sendAsset(c, file, {
    ...HEADERS,
    'content-type': TYPES[extname(asked)] ?? 'application/octet-stream',
    // Built names carry a hash of their content; the page that names them does not.
    'cache-control': asked.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}

export const adminAppRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/admin',
    who: ['anyone'],
    scope: 'public',
    summary: 'To the admin app',
    handle: (c) => c.redirect('/admin/', 308),
  },
  {
    method: 'GET',
    path: '/admin/*',
    who: ['anyone'],
    scope: 'public',
    summary: 'Files of the admin app, which talks HTTP like any client',
    handle: serve,
  },
];
