import { type AuditVerdict, auditPage, auditQuery, auditVerdict, auditVerifyRequest } from '#wire/audit.ts';
import { changedSnapshots } from '../close/content-hash.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { auditHasHash, auditHead, verifyAudit, withAudit } from '../store/audit.ts';
import { auditLength, auditPageOf } from '../store/audit-pages.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };

export const auditRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/audit',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'The audit log, newest first, 50 entries a page; each look is logged itself. Query: `before`, `actor`, `action` (a whole one or its first part).',
    query: auditQuery,
    answer: auditPage,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const filter = check(auditQuery, c.req.query());
      const page = await auditPageOf(db, tenant, filter);
      const entry = { actor: actorOf(principal), action: 'audit.read', subject: 'audit', detail: { ...filter } };
      await withAudit(db, tenant, now(), entry);
      return c.json(page, 200, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: '/v1/audit/verify',
    who: ['province-admin'],
    scope: 'tenant',
    rate: 'costly',
    summary:
      'Walks the whole chain and the content of each snapshot; with `head`, also looks for the hash printed on a report, which a cut log no longer holds. Logged.',
    body: auditVerifyRequest,
    example: {},
    answer: auditVerdict,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { head } = check(auditVerifyRequest, await readJson(c, 1024));
      const verdict: AuditVerdict = {
        entries: await auditLength(db, tenant),
        head: await auditHead(db, tenant),
        brokenAt: await verifyAudit(db, tenant),
        headFound: head === undefined ? null : await auditHasHash(db, tenant, head),
        changedSnapshots: [...(await changedSnapshots(db, tenant))],
      };
      const { brokenAt, headFound, changedSnapshots: changed } = verdict;
      const detail = { brokenAt, headFound, changedSnapshots: changed };
      await withAudit(db, tenant, now(), {
        actor: actorOf(principal),
        action: 'audit.verify',
        subject: 'audit',
        detail,
      });
      return c.json(verdict, 200, NO_STORE);
    },
  },
];
