import type { Context } from 'hono';
import { periodView } from '../figures/period-view.ts';
import { publicResults } from '../figures/public-results.ts';
import { isShown } from '../figures/shown-snapshots.ts';
import { type Catalogue, type Catalogued, catalogueOf, toJsonLd, toTurtle } from '../pages/dcat.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { periodsOf } from '../store/periods.ts';
import { tenantOrNull } from '../store/tenants.ts';
import type { Route } from './route.ts';

/** Only periods that are shown now: an embargoed or withdrawn one is not even named. */
async function catalogue(c: Context, { db, now, baseUrl }: Services): Promise<Catalogue> {
  const found = await tenantOrNull(db, c.req.param('tenant') ?? '');
  if (!found) throw new Refusal(404, 'tenant.unknown', 'Không có tỉnh này. Kiểm tra lại mã tỉnh.');
  const { tenant, name, watermark } = found;
  const at = now();
  const periods: Catalogued[] = [];
  for (const period of await periodsOf(db, tenant)) {
    const results = isShown(period, at) ? await publicResults(db, tenant, period.period, at) : null;
    if (results) periods.push({ period: periodView(period, at), results });
  }
  return { base: baseUrl, tenant, tenantName: name, watermark, periods };
}

const FORMS = [
  ['jsonld', 'application/ld+json', toJsonLd],
  ['ttl', 'text/turtle', toTurtle],
] as const;

export const dcatRoutes: readonly Route[] = FORMS.map(([end, type, print]) => ({
  method: 'GET',
  path: `/cong-khai/:tenant/dcat.${end}`,
  who: ['anyone'],
  scope: 'public',
  cors: 'any',
  summary: `Catalogue of the published data by DCAT 3, ${type}; only periods that are shown now.`,
  answer: [type],
  async handle(c, services) {
    const body = print(catalogueOf(await catalogue(c, services)));
    // A withdrawal must show at once.
    return c.body(body, 200, { 'cache-control': 'public, no-cache', 'content-type': `${type}; charset=utf-8` });
  },
}));
