import * as z from 'zod';
import { docsPage } from '../pages/docs-page.ts';
import { htmlPage } from '../pages/html.ts';
import { openapiDocument } from './openapi-document.ts';
import type { Route } from './route.ts';

/** The routes that describe `others` and themselves. */
export function openapiRoutes(others: readonly Route[]): readonly Route[] {
  let document: ReturnType<typeof openapiDocument> | undefined;
  const own: readonly Route[] = [
    {
      method: 'GET',
      path: '/openapi.json',
      who: ['anyone'],
      scope: 'public',
      rate: 'asset',
      summary: 'This list as OpenAPI 3.1, with a working example for every request body.',
      cors: 'any',
      answer: z.looseObject({ openapi: z.string() }),
      handle(c, { baseUrl }) {
        document ??= openapiDocument([...others, ...own], baseUrl);
        return c.json(document, 200, { 'cache-control': 'public, max-age=300' });
      },
    },
    {
      method: 'GET',
      path: '/docs',
      who: ['anyone'],
      scope: 'public',
      rate: 'asset',
      summary: 'This list as a page.',
      answer: ['text/html'],
      handle: (c) =>
        htmlPage(c, {
          title: 'Đánh giá DVC: HTTP',
          cacheControl: 'public, max-age=300',
          body: docsPage([...others, ...own]),
        }),
    },
  ];
  return own;
}
