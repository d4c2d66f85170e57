import { stream } from 'hono/streaming';
import * as z from 'zod';
import { officerCode } from '#wire/ids.ts';
import { type TimedDossier, timePart } from '#wire/timeliness.ts';
import { localTime } from '../clock.ts';
import { timedDossiers } from '../figures/timed-dossiers.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { evidenceCsv, evidenceXlsx } from '../reports/evidence.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { periodAt } from './period-at.ts';
import { check } from './read-json.ts';
import { READERS, type Route } from './route.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const query = z.object({
  unit: z.string().min(1).max(40),
  part: timePart.optional(),
  step: z.string().min(1).max(120).optional(),
  officer: officerCode.optional(),
});

function evidenceRoute(format: 'csv' | 'xlsx'): Route {
  return {
    method: 'GET',
    path: `/v1/periods/:period/timeliness/evidence.${format}`,
    who: READERS,
    scope: 'unit',
    summary: `Dossiers of a unit whose time counts in the period, with the days it is told by, as ${format.toUpperCase()}: codes and days, no applicant. Query: \`unit\`, \`part\`, \`step\`, \`officer\` = only those whose time is the result of that officer. Logged.`,
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
      const name = `${['ho-so', period.period, unit, officer, part].filter(Boolean).join('-')}.${format}`;
      c.header('cache-control', 'private, no-store');
      c.header('content-disposition', `attachment; filename="${name}"`);
      if (format === 'xlsx') {
        c.header('content-type', XLSX);
        return c.body(await evidenceXlsx(`Hồ sơ ${period.period} ${unit}`, pages()));
      }
      c.header('content-type', 'text/csv; charset=utf-8');
      return stream(c, async (out) => {
        for await (const text of evidenceCsv(pages())) await out.write(text);
      });
    },
  };
}

export const timelinessEvidenceRoutes: readonly Route[] = [evidenceRoute('csv'), evidenceRoute('xlsx')];
