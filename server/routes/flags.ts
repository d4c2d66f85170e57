import type { Context } from 'hono';
import * as z from 'zod';
import { CHECKS } from '#rules/checks/index.ts';
import { type FlagsPage, flagState, flagsPage } from '#wire/flag.ts';
import { officerCode, periodId, unitCode } from '#wire/ids.ts';
import { type FlagsAsked, flagsView } from '../figures/flags-view.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { flagListing } from '../reports/flags.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { insertFlagReader } from '../store/flag-readers.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { periodNamed } from './period-named.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';
import { LISTING_FORMATS, LISTING_TYPES, type ListingFormat, sendListing } from './send-listing.ts';

const query = z.object({
  period: periodId,
  unit: unitCode.optional(),
  officer: officerCode.optional(),
  check: z.enum(CHECKS.map(({ id }) => id)).optional(),
  state: flagState.optional(),
  after: z.string().max(140).default(''),
});

interface Asked {
  readonly tenant: string;
  readonly period: StoredPeriod;
  readonly of: FlagsAsked;
  readonly after: string;
}

/**
 * What a user asks for, within his unit.
 * @throws Refusal 403 `scope.denied`, 422 `period.unknown` `unit.unknown`.
 */
async function askedBy(c: Context, db: Db, principal: Principal): Promise<Asked> {
  const { tenant, unit: scope } = requireUser(principal);
  const {
    period: id,
    unit = null,
    officer = null,
    check: only = null,
    state = null,
    after,
  } = check(query, c.req.query());
  const period = await periodNamed(db, tenant, id);
  if (unit !== null) await requireUnit(db, principal, tenant, unit);
  return { tenant, period, of: { scope, unit, officer, check: only, state }, after };
}

const subjectOf = ({ period, of: { scope, unit, officer } }: Asked) =>
  [period.period, unit ?? scope ?? '*', officer].filter((part) => part !== null).join('/');

/** Whether one flag was asked for, and not a list it stands in. */
const isOpened = ({ check: only, unit, officer }: FlagsAsked, flag: FlagsPage['flags'][number]) =>
  only === flag.check && (unit ?? '') === flag.unit && officer === flag.officer;

/** Logs who read which flags; who opens one is counted among its readers. @returns whether one was opened. */
async function noteReading(db: Db, at: Date, principal: Principal, asked: Asked, found: FlagsPage): Promise<boolean> {
  const { tenant, period, of } = asked;
  const actor = actorOf(principal);
  const opened = found.flags.filter((flag) => isOpened(of, flag)).map(({ id }) => id);
  const detail = { n: found.flags.length, ...(opened.length > 0 && { opened }) };
  await withAudit(
    db,
    tenant,
    at,
    { actor, action: 'flags.read', subject: subjectOf(asked), detail },
    opened.map((flag) => insertFlagReader(tenant, period.period, flag, actor)),
  );
  return opened.length > 0;
}

function exportRoute(format: ListingFormat): Route {
  return {
    method: 'GET',
    path: `/v1/flags.${format}`,
    who: READERS,
    scope: 'unit',
    summary: `The flags of a period as ${format.toUpperCase()}: sentence, evidence, explanations, answers, verdicts. Query as \`/v1/flags\`. Logged.`,
    query,
    answer: [LISTING_TYPES[format]],
    async handle(c, { db, now }, principal) {
      const asked = await askedBy(c, db, principal);
      const { tenant, period, of } = asked;
      const entry = { actor: actorOf(principal), action: 'flags.export', subject: subjectOf(asked) };
      await withAudit(db, tenant, now(), { ...entry, detail: { check: of.check, state: of.state, format } });
      async function* pages() {
        for (let after: string | null = ''; after !== null; ) {
          const page: FlagsPage = await flagsView(db, tenant, period, of, after);
          yield page.flags;
          after = page.next;
        }
      }
      const name = ['can-xem-lai', period.period, of.unit ?? undefined, of.officer ?? undefined];
      return sendListing(c, format, name, flagListing, pages());
    },
  };
}

export const flagRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/flags',
    who: ['officer', ...READERS],
    scope: 'unit',
    summary:
      "What the checks ask of a closed period: an officer's own flags, or those of the caller's units. Query: `period`, `unit`, `officer`, `check`, `state`, `after`. Logged.",
    query,
    answer: flagsPage,
    async handle(c, { db, now }, principal) {
      const noStore = { 'cache-control': 'private, no-store' };
      if (principal.kind === 'officer') {
        const { tenant, officer } = principal;
        const { period: id, check: only = null, state = null, after } = check(query, c.req.query());
        const own = { scope: null, unit: null, officer, check: only, state };
        const found = await flagsView(db, tenant, await periodNamed(db, tenant, id), own, after);
        return c.json({ ...found, judged: [] } satisfies FlagsPage, 200, noStore);
      }
      const asked = await askedBy(c, db, principal);
      const view = () => flagsView(db, asked.tenant, asked.period, asked.of, asked.after);
      const found = await view();
      if (found.flags.length === 0) return c.json(found satisfies FlagsPage, 200, noStore);
      const isCounted = await noteReading(db, now(), principal, asked, found);
      return c.json((isCounted ? await view() : found) satisfies FlagsPage, 200, noStore);
    },
  },
  ...LISTING_FORMATS.map(exportRoute),
];
