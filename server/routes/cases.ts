import * as z from 'zod';
import { type CaseList, caseList, caseSettings, caseState, caseView } from '#wire/case.ts';
import { unitCode } from '#wire/ids.ts';
import { localDay } from '../clock.ts';
import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { CASE_PAGE, casesOf, countCases, OPEN_STATES } from '../store/case-list.ts';
import { putReplyDays, replyDaysOf } from '../store/case-settings.ts';
import { procedureNameOrNull } from '../store/procedures.ts';
import { caseLineOf, caseViewOf, REPLIERS, requireReplier, unitNamesOf } from './case-access.ts';
import { ownCase } from './case-acts.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };

const query = z.object({
  state: z.union([caseState, z.enum(['open', 'late', 'all'])]).default('open'),
  unit: unitCode.optional(),
  after: z.string().max(40).default(''),
  /** `withheld=1`: those of the inspectorate, for who oversees that they are replied to in time. */
  withheld: z.enum(['0', '1']).default('0'),
});

export const caseRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/cases',
    who: REPLIERS,
    scope: 'tenant',
    summary:
      'Opinions whose giver asked for a reply, the oldest deadline first. Query: `state` new | taken | answered | closed | open | late | all, `unit`, `after`; `withheld=1`: when those of the inspectorate are due, for the province admin.',
    query,
    answer: caseList,
    async handle(c, { db, now }, principal) {
      const { tenant, grave, oversees } = requireReplier(principal);
      const { state, unit = null, after, withheld } = check(query, c.req.query());
      const others = withheld === '1' && oversees;
      const today = localDay(now());
      const states =
        state === 'all' ? caseState.options : state === 'open' || state === 'late' ? OPEN_STATES : ([state] as const);
      const of = others ? true : grave;
      // A filter by unit would tell of a withheld case what its line does not.
      const filter = {
        grave: of,
        states,
        unit: others ? null : unit,
        dueBefore: state === 'late' ? today : null,
        after,
      };
      const [found, counted, nameOf] = await Promise.all([
        casesOf(db, tenant, filter),
        countCases(db, tenant, of, today),
        unitNamesOf(db, tenant),
      ]);
      const last = found.length === CASE_PAGE ? found.at(-1) : undefined;
      const body: CaseList = {
        cases: found.map((it) => caseLineOf(it, today, !others, nameOf)),
        next: last ? `${last.due}/${last.id}` : null,
        ...counted,
      };
      return c.json(body, 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/cases/:case',
    who: REPLIERS,
    scope: 'tenant',
    summary:
      'One opinion to be replied to: what was said, in the words of the form, and what was done. Reading it is logged.',
    answer: caseView,
    async handle(c, services, principal) {
      const { db, now } = services;
      const replier = requireReplier(principal);
      const { tenant } = replier;
      const it = await ownCase(services, replier, c.req.param('case') ?? '');
      const [nameOf, procedureName] = await Promise.all([
        unitNamesOf(db, tenant),
        it.procedure === null ? null : procedureNameOrNull(db, tenant, it.procedure),
      ]);
      await withAudit(db, tenant, now(), { actor: actorOf(principal), action: 'case.read', subject: it.id });
      return c.json(caseViewOf(it, localDay(now()), nameOf, procedureName), 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/case-settings',
    who: REPLIERS,
    scope: 'tenant',
    summary: 'Within how many working days a reply is promised.',
    answer: caseSettings,
    async handle(c, { db }, principal) {
      return c.json({ replyDays: await replyDaysOf(db, requireUser(principal).tenant) }, 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/case-settings',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Changes within how many working days a reply is promised; what was promised before stays.',
    body: caseSettings,
    example: { replyDays: 15 },
    answer: caseSettings,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const settings = check(caseSettings, await readJson(c, 4096));
      const entry = { actor: actorOf(principal), action: 'case.settings', subject: tenant, detail: settings };
      await withAudit(db, tenant, now(), entry, [putReplyDays(tenant, settings.replyDays)]);
      return c.json(settings, 200, NO_STORE);
    },
  },
];
