import * as z from 'zod';
import { DUTIES } from '#rules/duties/index.ts';
import {
  type DutiesPage,
  dutiesPage as dutiesPageBody,
  dutyCounts as dutyCountsBody,
  dutyFinding,
} from '#wire/duties.ts';
import { localTime } from '../clock.ts';
import { dutiesPage, dutyCounts } from '../figures/duty-view.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import type { Place } from '../store/unit-dossiers.ts';
import { periodNamed } from './period-named.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };
const IDS = DUTIES.map(({ id }) => id);

const query = z.object({
  period: z.string().max(40).default(''),
  unit: z.string().max(40).default(''),
  duty: z
    .string()
    .optional()
    .refine((id) => id === undefined || IDS.includes(id), `việc là một trong ${IDS.join(', ')}`),
  state: dutyFinding.shape.state.default('breached'),
  counts: z.enum(['0', '1']).default('0'),
  after: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,20}:[A-Za-z0-9./_-]{1,60}$/, 'lấy nguyên giá trị next của trang trước')
    .optional(),
});

function placeOf(after: string | undefined): Place | null {
  if (after === undefined) return null;
  const at = after.indexOf(':');
  return { key: after.slice(0, at), code: after.slice(at + 1) };
}

/** Period and unit of the query, the caller's own. */
async function asked(db: Db, principal: Principal, given: Record<string, string>) {
  const { tenant } = requireUser(principal);
  const read = check(query, given);
  const period = await periodNamed(db, tenant, read.period);
  await requireUnit(db, principal, tenant, read.unit);
  return { ...read, tenant, period };
}

export const dutyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/duties',
    who: READERS,
    scope: 'unit',
    summary:
      'Duties by law a unit breached in a period, has ahead, or of which nothing tells: `period`, `unit`, `duty`, `state`, `after`; `counts=1`: with the counts of the unit. Logged.',
    query,
    answer: dutiesPageBody,
    async handle(c, { db, now }, principal) {
      const { tenant, period, unit, duty = null, state, after, counts } = await asked(db, principal, c.req.query());
      const at = now();
      const page = await dutiesPage(db, tenant, period, unit, { duty, state }, placeOf(after), localTime(at));
      if (page.findings.length)
        await withAudit(db, tenant, at, {
          actor: actorOf(principal),
          action: 'duties.read',
          subject: `${period.period}/${unit}`,
          detail: { duty, state, n: page.findings.length },
        });
      const body: DutiesPage = {
        ...page,
        next: page.next && `${page.next.key}:${page.next.code}`,
        counts: counts === '1' ? await dutyCounts(db, tenant, period, unit, localTime(at)) : null,
      };
      return c.json(body, 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/duties/counts',
    who: READERS,
    scope: 'unit',
    summary:
      'How many dossiers of a unit kept each duty, and how many overdue ones had a letter. Query: `period`, `unit`.',
    query,
    answer: dutyCountsBody,
    async handle(c, { db, now }, principal) {
      const { tenant, period, unit } = await asked(db, principal, c.req.query());
      return c.json(await dutyCounts(db, tenant, period, unit, localTime(now())), 200, NO_STORE);
    },
  },
];
