import type { Context } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import type { Dossier } from '#rules/dossier.ts';
import { localDay } from '../clock.ts';
import { check } from '../routes/read-json.ts';
import type { Route } from '../routes/route.ts';
import { newInvitation } from '../store/invitations.ts';
import { backOfficeRow } from './back-office-rows.ts';
import { motCuaPage, motCuaScript, motCuaStyle } from './mot-cua/page.ts';
import { portalPage } from './portal-page.ts';
import { TENANT } from './province.ts';

/** What a portal with a strict policy sends: the widget must work under it, Trusted Types included. */
const PORTAL_CSP = "default-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

const rowsQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(15),
  q: z.string().max(100).default(''),
});

function text(c: Context, body: string, type: string): Response {
  return c.body(body, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
}

const open = { method: 'GET', who: ['anyone'], scope: 'public' } as const;

/**
 * The demo's own pages. `unanswered` are finished dossiers for the portal to show, one after another; `listed` are the
 * dossiers of the unit whose back office is shown.
 */
export function demoRoutes(unanswered: readonly Dossier[], listed: readonly Dossier[]): readonly Route[] {
  let visits = 0;
  return [
    {
      ...open,
      path: '/demo/portal',
      summary: 'Demo portal with the survey embedded for a finished dossier.',
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
      handle: (c) =>
        c.html(
          motCuaPage({
            rows: '/demo/mot-cua/dossiers',
            script: '/demo/mot-cua/script.js',
            style: '/demo/mot-cua/style.css',
          }),
          200,
          {
            'content-security-policy': "default-src 'self'",
          },
        ),
    },
    {
      ...open,
      path: '/demo/mot-cua/script.js',
      summary: 'Script of the demo back office.',
      handle: (c) => text(c, motCuaScript, 'text/javascript'),
    },
    {
      ...open,
      path: '/demo/mot-cua/style.css',
      summary: 'Style of the demo back office.',
      handle: (c) => text(c, motCuaStyle, 'text/css'),
    },
    {
      ...open,
      path: '/demo/mot-cua/dossiers',
      summary: 'Rows of the demo back office under the host’s field names.',
      handle(c, { now }) {
        const { page, size, q } = check(rowsQuery, c.req.query());
        const found = listed.filter((d) => d.code.includes(q));
        const data = found
          .slice((page - 1) * size, page * size)
          .map((d) => backOfficeRow(d, listed.indexOf(d), localDay(now())));
        return c.json({ total: found.length, data });
      },
    },
    {
      ...open,
      path: '/',
      summary: 'Where to look in the demo.',
      handle: (c) =>
        c.html(html`<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Đánh giá DVC – trình diễn</title><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>Đánh giá DVC – trình diễn</h1><p>Mọi số liệu của Tỉnh Mẫu là giả định.</p><ul>
<li><a href="/demo/portal">Cổng dịch vụ công: người dân đánh giá</a></li>
<li><a href="/demo/mot-cua">Một cửa điện tử: mở cùng phần mở rộng trình duyệt</a></li>
<li><a href="/admin/">Trang quản trị</a></li>
<li><a href="/cong-khai/mau">Trang công khai của Tỉnh Mẫu</a></li>
<li><a href="/cong-khai/binhthuan">Bình Thuận 2020, 2021</a> · <a href="/cong-khai/tayninh">Tây Ninh 2020</a> · <a href="/cong-khai/phutho">Phú Thọ 2018</a> · <a href="/cong-khai/binhdinh">Bình Định 2021</a></li>
<li><a href="/docs">Tài liệu giao tiếp máy – máy</a></li>
</ul></main></body></html>`),
    },
  ];
}
