import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Route } from './route.ts';
import { sendAsset } from './send-asset.ts';

/** In cascade order; small files so that each can be read at once. */
const SHEETS = ['tokens', 'base', 'forms', 'tables', 'public', 'chart', 'report', 'print', 'sheet'];

function readSheets(): { bytes: Uint8Array<ArrayBuffer>; etag: string } {
  const folder = new URL('../pages/style/', import.meta.url);
  const text = SHEETS.map((name) => readFileSync(new URL(`${name}.css`, folder), 'utf8')).join('\n');
  // Weak: the same sheet travels in several encodings.
  return {
    bytes: new TextEncoder().encode(text),
    etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
  };
}

let sheets: ReturnType<typeof readSheets> | undefined;

/** The one stylesheet of the no-script pages and the admin app; revalidated by its hash. */
export const styleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/style.css',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: 'Stylesheet shared by the HTML pages',
    answer: ['text/css'],
    handle(c) {
      sheets ??= readSheets();
      const headers = {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=300, must-revalidate',
        etag: sheets.etag,
      };
      if (c.req.header('if-none-match') === sheets.etag)
        return c.body(null, 304, { ...headers, vary: 'accept-encoding' });
      return sendAsset(c, sheets.bytes, headers);
    },
  },
  {
    method: 'GET',
    path: '/favicon.ico',
    who: ['anyone'],
    scope: 'public',
    rate: 'asset',
    summary: 'No icon, said once so that browsers stop asking',
    answer: null,
    handle: (c) => c.body(null, 204, { 'cache-control': 'public, max-age=86400' }),
  },
];
