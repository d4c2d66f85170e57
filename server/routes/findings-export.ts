import * as z from 'zod';
import type { IndicatorId } from '#rules/finding.ts';
import { officerCode } from '#wire/ids.ts';
import type { FindingsPage } from '#wire/results.ts';
import { ownedDossiers } from '../figures/owned-dossiers.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { findings as listing } from '../reports/findings.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { findingsPage } from '../store/findings.ts';
import { snapshotOrNull } from '../store/snapshots.ts';
import { periodAt } from './period-at.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';
import { LISTING_FORMATS, LISTING_TYPES, type ListingFormat, sendListing } from './send-listing.ts';

const query = z.object({
  series: z.enum(['computed', 'self']),
  indicator: z.coerce.number().int().min(1).max(9),
  officer: officerCode.optional(),
});

/** Findings read at once; a thousand rows cost one page of the database's time. */
const TOGETHER = 1000;

function findingsRoute(format: ListingFormat): Route {
  return {
    method: 'GET',
    path: `/v1/periods/:period/units/:unit/findings.${format}`,
    who: READERS,
    scope: 'unit',
    summary: `All that stands behind one cell of computed or self as ${format.toUpperCase()}: points, reason, article, evidence. Query: \`series\`, \`indicator\`, \`officer\` = only what is the result of that officer. Logged.`,
    query,
    answer: [LISTING_TYPES[format]],
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const unit = c.req.param('unit') ?? '';
      await requireUnit(db, principal, tenant, unit);
      const { series, indicator, officer } = check(query, c.req.query());
      const { snapshot } = period;
      const made = snapshot ? await snapshotOrNull(db, tenant, snapshot) : null;
      if (!snapshot || !made) throw new Refusal(409, 'period.open', 'Kỳ này chưa chốt nên chưa có kết luận để xem.');
      await withAudit(db, tenant, now(), {
        ...{
          actor: actorOf(principal),
          action: 'findings.export',
          subject: [period.period, unit, officer].filter(Boolean).join('/'),
        },
        detail: { series, indicator, ...(officer && { officer }), format },
      });
      async function hisOf(findings: FindingsPage['findings']): Promise<FindingsPage['findings']> {
        if (officer === undefined || !made) return findings;
        const codes = findings.flatMap(({ dossier }) => dossier ?? []);
        const owning = { officer, indicator: indicator as IndicatorId, choices: made.choices };
        const owned = await ownedDossiers(services, tenant, period, codes, owning);
        return findings.filter(({ dossier }) => dossier !== null && owned.has(dossier));
      }
      async function* pages() {
        let after: string | null = '';
        while (after !== null) {
          const page = await findingsPage(db, tenant, made?.snapshot ?? '', unit, series, indicator, after, TOGETHER);
          yield await hisOf(page.findings);
          after = page.next;
        }
      }
      return sendListing(c, format, ['ket-luan', period.period, unit, officer, series, indicator], listing, pages());
    },
  };
}

export const findingsExportRoutes: readonly Route[] = LISTING_FORMATS.map(findingsRoute);
