import * as z from 'zod';
import type { ReportBody } from '#wire/report.ts';
import { mau01, PART } from '../figures/report/mau-01.ts';
import { provinceSource } from '../figures/report/province-source.ts';
import type { ReportSource } from '../figures/report/report-source.ts';
import { mau02, mau03, noticeOf } from '../figures/report/unit-forms.ts';
import { totalBefore, unitSource } from '../figures/report/unit-source.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { dossierPoints } from '../store/dossier-points.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { periodAt } from './period-at.ts';
import { check } from './read-json.ts';
import { requireProvince } from './require-province.ts';
import { READERS, type Route } from './route.ts';
import { REPORT_TYPES, type ReportForm, sendReport } from './send-report.ts';

const PRIVATE = 'private, no-store';
const partQuery = z.object({ part: z.coerce.number().int().min(1).max(1_000).default(1) });

interface Asked {
  readonly services: Services;
  readonly tenant: string;
  readonly period: StoredPeriod;
  readonly unit: string;
  readonly query: Record<string, string>;
  readonly actor: string;
}

type Maker = (source: ReportSource, asked: Asked) => Promise<ReportBody>;

async function ofDossiers(
  source: ReportSource,
  { services, tenant, period, unit, query, actor }: Asked,
): Promise<ReportBody> {
  const { part } = check(partQuery, query);
  const { db, now } = services;
  // Dossiers of officers' work: who looked is on record.
  await withAudit(db, tenant, now(), {
    actor,
    action: 'report.dossiers',
    subject: `${period.period}/${unit}`,
    detail: { part },
  });
  const { snapshot } = source.snapshot;
  return mau01(source, await dossierPoints(db, tenant, snapshot, unit, (part - 1) * PART, PART), part);
}

async function notice(source: ReportSource, { services, tenant, period, unit }: Asked): Promise<ReportBody> {
  const [first] = source.units;
  const whole = first?.missing.length === 0;
  return noticeOf(source, whole ? await totalBefore(services.db, tenant, period, unit, services.now()) : null);
}

function documents(name: string, summary: string, forms: readonly ReportForm[], make: Maker): Route[] {
  return forms.map((form) => ({
    method: 'GET',
    path: `/v1/periods/:period/units/:unit/${name}.${form}`,
    who: READERS,
    scope: 'unit',
    summary,
    answer: [REPORT_TYPES[form]],
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const period = await periodAt(services.db, tenant, c.req.param('period'));
      const unit = c.req.param('unit') ?? '';
      await requireUnit(services.db, principal, tenant, unit);
      const source = unitSource(await provinceSource(services.db, tenant, period, services.now()), unit);
      const asked = { services, tenant, period, unit, query: c.req.query(), actor: actorOf(principal) };
      return sendReport(c, await make(source, asked), form, PRIVATE);
    },
  }));
}

export const unitDocumentRoutes: readonly Route[] = [
  ...documents(
    'mau-01',
    'Mẫu 01: the dossiers of a unit with the points of the system, 2.000 a part; no cell of a citizen.',
    ['xlsx', 'docx', 'html'],
    ofDossiers,
  ),
  ...documents(
    'mau-02',
    'Mẫu 02: the sheet of a unit, its nine indicators in every series.',
    ['xlsx', 'docx', 'html'],
    async (source) => mau02(source),
  ),
  ...documents('notice', 'The notice of its results to a unit.', ['docx', 'html'], notice),
  ...(['xlsx', 'docx', 'html'] as const).map(
    (form): Route => ({
      method: 'GET',
      path: `/v1/periods/:period/mau-03.${form}`,
      who: READERS,
      scope: 'tenant',
      summary: 'Mẫu 03: the ranking of the province.',
      answer: [REPORT_TYPES[form]],
      async handle(c, { db, now }, principal) {
        const { tenant } = requireProvince(principal);
        const period = await periodAt(db, tenant, c.req.param('period'));
        return sendReport(c, mau03(await provinceSource(db, tenant, period, now())), form, PRIVATE);
      },
    }),
  ),
];
