import type { Context } from 'hono';
import { htmlPage } from '../pages/html.ts';
import type { PublicHead } from '../pages/public-layout.ts';
import { sentencePage } from '../pages/sentence-page.ts';
import type { Services } from '../services.ts';
import { tenantOrNull } from '../store/tenants.ts';

/** Whose page it is, in the language asked for. @param both whether the page speaks both. */
export async function headOrNull(c: Context, { db }: Services, both = false): Promise<PublicHead | null> {
  const found = await tenantOrNull(db, c.req.param('tenant') ?? '');
  if (!found) return null;
  const lang = both && c.req.query('lang') === 'en' ? 'en' : 'vi';
  const { lang: _, ...asked } = c.req.query();
  const query = new URLSearchParams({ ...asked, ...(lang === 'vi' ? { lang: 'en' } : {}) }).toString();
  const other = both ? `${c.req.path}${query === '' ? '' : `?${query}`}` : null;
  return { tenant: found.tenant, tenantName: found.name, watermark: found.watermark, lang, other };
}

/** 404 for an address of no province. */
export function unknownTenant(c: Context) {
  const body = sentencePage('Không có trang này', 'Địa chỉ không đúng. Kiểm tra lại mã tỉnh ở cuối địa chỉ.');
  return htmlPage(c, { title: 'Không có trang này', status: 404, body });
}
