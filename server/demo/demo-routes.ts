import { readFileSync } from 'node:fs';
import type { Context } from 'hono';
import * as z from 'zod';
import { localDay, localTime } from '../clock.ts';
import { htmlPage } from '../pages/html.ts';
import { check } from '../routes/read-json.ts';
import type { Route } from '../routes/route.ts';
import { newInvitation } from '../store/invitations.ts';
import { backOfficeRow } from './back-office-rows.ts';
import type { Demo } from './fill.ts';
import { homePage } from './home-page.ts';
import { motCuaPage, motCuaScripts, motCuaStyle } from './mot-cua/page.ts';
import { portalPage } from './portal-page.ts';
import { TENANT } from './province.ts';

/** What a portal with a strict policy sends: the widget must work under it, Trusted Types included. */
const PORTAL_CSP = "default-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

const PORTAL_STYLE = readFileSync(new URL('./portal.css', import.meta.url), 'utf8');

const rowsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(15),
  q: z.string().max(100).default(''),
});

function text(c: Context, body: string, type: string): Response {
  return c.body(body, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
}

const open = { method: 'GET', who: ['anyone'], scope: 'public' } as const;

/** The demo's own pages: portal, back office and where to find them. `nextDay` moves the demo's clock. */
export function demoRoutes({ unanswered, listed, publishers }: Demo, nextDay: () => void): readonly Route[] {
  let visits = 0;
  return [
    {
      ...open,
      path: '/demo/portal',
      summary: 'Demo portal with the survey embedded for a finished dossier.',
      answer: ['text/html'],
      async handle(c, { db, now }) {
        const wanted = c.req.query('ho-so');
        const dossier = unanswered.find((d) => d.code === wanted) ?? unanswered[visits++ % unanswered.length];
        if (!dossier) return c.text('Không còn hồ sơ nào chưa được đánh giá.', 404);
        const invited = {
          dossier: dossier.code,
          unit: dossier.unit,
          procedure: dossier.procedure,
          stage: 'returned',
          proof: 'portal',
        } as const;
        const { token, statement } = newInvitation(TENANT, invited, 'portal:demo', localDay(now()));
        await db.batch([statement]);
        return c.html(await portalPage(dossier, token), 200, {
          'content-security-policy': PORTAL_CSP,
          'cache-control': 'no-store',
        });
      },
    },
    {
      ...open,
      path: '/demo/mot-cua',
      summary: 'Demo back office, shaped like the list real offices use.',
      answer: ['text/html'],
      handle: (c) =>
        c.html(
          motCuaPage({
            rows: '/demo/mot-cua/dossiers',
            script: '/demo/mot-cua/back-office.js',
            style: '/demo/mot-cua/style.css',
          }),
          200,
          {
            'content-security-policy': "default-src 'self'",
          },
        ),
    },
    ...Object.entries(motCuaScripts).map(
      ([name, script]): Route => ({
        ...open,
        path: `/demo/mot-cua/${name}`,
        summary: 'Script of the demo back office.',
        answer: ['text/javascript'],
        handle: (c) => text(c, script, 'text/javascript'),
      }),
    ),
    {
      ...open,
      path: '/demo/mot-cua/style.css',
      summary: 'Style of the demo back office.',
      answer: ['text/css'],
      handle: (c) => text(c, motCuaStyle, 'text/css'),
    },
    {
      ...open,
      path: '/demo/mot-cua/dossiers',
      summary: 'Rows of the demo back office under the host’s field names.',
      answer: z.object({ total: z.int(), data: z.array(z.unknown()) }),
      handle(c, { now }) {
        const { page, size, q } = check(rowsQuery, c.req.query());
        const found = listed.filter((d) => d.code.includes(q));
        const data = found
          .slice((page - 1) * size, page * size)
          .map((d) => backOfficeRow(d, listed.indexOf(d), localTime(now())));
        return c.json({ total: found.length, data });
      },
    },
    {
      ...open,
      path: '/demo/portal/style.css',
      summary: 'Style of the demo portal.',
      answer: ['text/css'],
      handle: (c) => text(c, PORTAL_STYLE, 'text/css'),
    },
    {
      ...open,
      path: '/',
      summary: 'Where to look in the demo.',
      answer: ['text/html'],
      handle: (c, { now }) =>
        htmlPage(c, { title: 'Đánh giá DVC – trình diễn', body: homePage(publishers, localDay(now())) }),
    },
    {
      ...open,
      method: 'POST',
      path: '/demo/ngay-mai',
      summary: 'Moves the demo’s clock to five past the next midnight.',
      answer: null,
      handle(c) {
        nextDay();
        return c.redirect('/', 303);
      },
    },
  ];
}
