import * as z from 'zod';
import { officerCode } from '#wire/ids.ts';
import { type TimedDossier, timePart } from '#wire/timeliness.ts';
import { localTime } from '../clock.ts';
import { timedDossiers } from '../figures/timed-dossiers.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { evidence } from '../reports/evidence.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { periodAt } from './period-at.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';
import { LISTING_FORMATS, LISTING_TYPES, type ListingFormat, sendListing } from './send-listing.ts';

const query = z.object({
  unit: z.string().min(1).max(40),
  part: timePart.optional(),
  step: z.string().min(1).max(120).optional(),
  officer: officerCode.optional(),
});

function evidenceRoute(format: ListingFormat): Route {
  return {
    method: 'GET',
    path: `/v1/periods/:period/timeliness/evidence.${format}`,
    who: READERS,
    scope: 'unit',
    summary: `Dossiers of a unit whose time counts in the period, with the days it is told by, as ${format.toUpperCase()}: codes and days, no applicant. Query: \`unit\`, \`part\`, \`step\`, \`officer\` = only those whose time is the result of that officer. Logged.`,
    query,
    answer: [LISTING_TYPES[format]],
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const { unit, part, step, officer } = check(query, c.req.query());
      await requireUnit(db, principal, tenant, unit);
      const at = now();
      const asked = { part: part ?? null, step: step ?? null, officer: officer ?? null };
      await withAudit(db, tenant, at, {
        ...{
          actor: actorOf(principal),
          action: 'timeliness.export',
          subject: [period.period, unit, officer].filter(Boolean).join('/'),
        },
        detail: { ...asked, format },
      });
      async function* pages(): AsyncGenerator<readonly TimedDossier[]> {
        const walk = timedDossiers(services, tenant, period, unit, asked, localTime(at), null);
        for await (const { found } of walk) yield found.map(({ dossier }) => dossier);
      }
      return sendListing(c, format, ['ho-so', period.period, unit, officer, part], evidence, pages());
    },
  };
}

export const timelinessEvidenceRoutes: readonly Route[] = LISTING_FORMATS.map(evidenceRoute);
