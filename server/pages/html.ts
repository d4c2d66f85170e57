import type { Context } from 'hono';
import { html } from 'hono/html';

/** Markup made by Hono's `html` tag, which escapes every value that is not markup itself. */
export type Markup = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly lang?: 'vi' | 'en';
  readonly status?: number;
  /** More headers: how long to wait. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Kept by caches; without it a page is never stored nor found by search engines, for it shows somebody's own data. */
  readonly cacheControl?: string;
  /** Content of `<body>`. */
  readonly body: Markup;
}

/** Nothing but our own stylesheet, images and form posts: a page without script has no use for more. */
function cspFor(framedBy: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy.length ? framedBy.join(' ') : "'none'"}`,
  ].join('; ');
}

/** A whole no-script page with the headers every page carries. */
export async function htmlPage(c: Context, { title, lang = 'vi', status = 200, headers, cacheControl, body }: Page) {
  const markup = await html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
${body}
</body>
</html>
`;
  return c.html(markup, status as 200, {
    ...headers,
    'content-security-policy': cspFor([]),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': cacheControl ?? 'no-store',
    ...(cacheControl ? {} : { 'x-robots-tag': 'noindex, nofollow' }),
  });
}

/** Lets the pages of `origins`, and no others, show this page in a frame. */
export function framedBy(page: Response, origins: readonly string[]): Response {
  page.headers.set('content-security-policy', cspFor(origins));
  return page;
}
