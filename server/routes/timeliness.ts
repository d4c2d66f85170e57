import * as z from 'zod';
import {
  type TimedDossier,
  type TimedDossiers,
  timeBy,
  timedDossiers as timedDossiersBody,
  timeliness,
  timePart,
} from '#wire/timeliness.ts';
import { localTime } from '../clock.ts';
import { timedDossiers } from '../figures/timed-dossiers.ts';
import { timelinessOf } from '../figures/timeliness.ts';
import { renewSoon } from '../jobs/renew-timeliness.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Place } from '../store/unit-dossiers.ts';
import { periodAt } from './period-at.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };
const PAGE = 50;
/** Dossiers looked at for one page, however few of them are asked for. */
const LOOKED_AT = 10_000;

const query = z.object({
  unit: z.string().min(1).max(40).optional(),
  by: timeBy.default('unit'),
  key: z.string().min(1).max(120).optional(),
});

const listQuery = z.object({
  unit: z.string().min(1).max(40),
  part: timePart.optional(),
  step: z.string().min(1).max(120).optional(),
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

/** A row of an officer is personal: it is read within one unit. */
const ofOneUnit = () =>
  new Refusal(422, 'unit.unknown', 'Chọn một đơn vị để xem theo cán bộ.', {
    issues: [{ path: 'unit', message: 'chọn một đơn vị' }],
  });

export const timelinessRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/timeliness',
    who: READERS,
    scope: 'unit',
    summary:
      'How the time of dossiers was kept, from what was counted at the close or, while the period runs, within the hour. Query: `unit`, `by` unit | procedure | officer | step (its agency) | course (its name), `key` of one procedure, agency or step. By officer: one unit, logged.',
    query,
    answer: timeliness,
    async handle(c, { db, now }, principal) {
      const { tenant, unit: scope } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const { unit, by, key } = check(query, c.req.query());
      const own = unit ?? scope;
      if (own !== null) await requireUnit(db, principal, tenant, own);
      if (by === 'officer' && own === null) throw ofOneUnit();
      const asked = { scope, unit: unit ?? null, by, key: key ?? null };
      const body = await timelinessOf(db, tenant, period, asked);
      if (by === 'officer' && body.rows.length > 0)
        await withAudit(db, tenant, now(), {
          ...{ actor: actorOf(principal), action: 'timeliness.read', subject: `${period.period}/${own}` },
          detail: { by, n: body.rows.length },
        });
      return c.json(body, 200, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: '/v1/periods/:period/timeliness/renewal',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Counts the time of an open period anew; begins it and answers at once.',
    body: z.object({}),
    example: {},
    answer: z.object({ begun: z.literal(true) }),
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const period = await periodAt(services.db, tenant, c.req.param('period'));
      if (period.state !== 'open')
        throw new Refusal(409, 'period.state', 'Kỳ này đã chốt: số liệu tiến độ lấy từ bản chốt, không đếm lại.');
      renewSoon(services, tenant, period);
      return c.json({ begun: true }, 202, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/periods/:period/timeliness/dossiers',
    who: READERS,
    scope: 'unit',
    summary:
      'Dossiers of a unit whose time counts in the period, as on record now. Query: `unit`, `part` early | onTime | overdue | unknown, `step` by name: then the part is that of the step, `after`. A page may hold none and have a next. Logged.',
    query: listQuery,
    answer: timedDossiersBody,
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const { unit, part, step, after } = check(listQuery, c.req.query());
      await requireUnit(db, principal, tenant, unit);
      const at = now();
      const dossiers: TimedDossier[] = [];
      let [seen, next]: [number, string | null] = [0, null];
      const asked = { part: part ?? null, step: step ?? null, officer: null };
      const walk = timedDossiers(services, tenant, period, unit, asked, localTime(at), placeOf(after));
      for await (const { found, place } of walk) {
        const rest = found.slice(0, PAGE - dossiers.length);
        dossiers.push(...rest.map((each) => each.dossier));
        seen += 500;
        const stands = rest.length < found.length ? (rest.at(-1)?.place ?? null) : place;
        if (stands && (dossiers.length === PAGE || seen >= LOOKED_AT)) {
          next = `${stands.key}:${stands.code}`;
          break;
        }
      }
      if (dossiers.length > 0)
        await withAudit(db, tenant, at, {
          ...{ actor: actorOf(principal), action: 'timeliness.read', subject: `${period.period}/${unit}` },
          detail: { ...asked, n: dossiers.length },
        });
      const body: TimedDossiers = { period: period.period, unit, dossiers, next };
      return c.json(body, 200, NO_STORE);
    },
  },
];
