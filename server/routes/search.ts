import * as z from 'zod';
import { dossierPage as dossierPageBody, searchHits } from '#wire/search.ts';
import { dossierPage } from '../figures/dossier-page.ts';
import { search } from '../figures/search.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { dossiersByCode } from '../store/dossiers.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };
const query = z.object({ q: z.string().trim().min(2, 'gõ từ hai ký tự').max(80) });

export const searchRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/search',
    who: READERS,
    scope: 'unit',
    summary: 'Units, officers, procedures and a dossier by its whole code, within the scope of the caller. Query: `q`.',
    query,
    answer: searchHits,
    async handle(c, { db }, principal) {
      const { tenant, unit } = requireUser(principal);
      const { q } = check(query, { q: c.req.query('q') ?? '' });
      return c.json(await search(db, tenant, unit, q), 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/dossiers/:code',
    who: READERS,
    scope: 'unit',
    summary: 'One dossier: its days, and what each closed period found in it with article and evidence. Logged.',
    answer: dossierPageBody,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const code = c.req.param('code') ?? '';
      const [dossier] = await dossiersByCode(db, tenant, [code]);
      if (!dossier) throw new Refusal(404, 'dossier.unknown', `Không có hồ sơ ${code}. Kiểm tra lại mã hồ sơ.`);
      await requireUnit(db, principal, tenant, dossier.unit);
      await withAudit(db, tenant, now(), { actor: actorOf(principal), action: 'findings.read', subject: dossier.code });
      return c.json(await dossierPage(db, tenant, dossier, now()), 200, NO_STORE);
    },
  },
];
