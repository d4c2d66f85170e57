import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { htmlPage } from '../pages/html.ts';
import { notFoundPage } from '../pages/not-found-page.ts';
import type { Services } from '../services.ts';
import { tenantOrNull } from '../store/tenants.ts';

/** 404 `not.found` for an address nobody serves: a page for a browser, JSON for everybody else. */
export async function notFound(c: Context, { db }: Services): Promise<Response> {
  const type = accepts(c, {
    header: 'Accept',
    supports: ['application/json', 'text/html'],
    default: 'application/json',
  });
  if (type !== 'text/html')
    return c.json({ code: 'not.found', message: 'Không có địa chỉ này. Xem danh sách tại /openapi.json.' }, 404, {
      'cache-control': 'no-store',
    });
  // Addresses of citizens name their province second.
  const [, area = '', tenant = ''] = c.req.path.split('/');
  const owner = area === 'cong-khai' || area === 'k' ? await tenantOrNull(db, tenant) : null;
  return htmlPage(c, { title: 'Không có trang này', status: 404, body: notFoundPage(owner?.tenant ?? null) });
}
