import * as z from 'zod';
import { tenantId } from '#wire/ids.ts';
import { publicSource } from '../figures/report/public-source.ts';
import { reportBody } from '../figures/report/report-body.ts';
import { keptAnswer } from './kept-answer.ts';
import { publishedResults } from './published-results.ts';
import { check } from './read-json.ts';
import type { Route } from './route.ts';
import { REPORT_TYPES, sendReport } from './send-report.ts';

const query = z.object({ tenant: tenantId, snapshot: z.string().max(60).optional() });

/** The published report as files: what `PublicResults` and the published answers hold, and nothing else. */
export const publicFileRoutes: readonly Route[] = (['docx', 'xlsx'] as const).map((form) => ({
  method: 'GET',
  path: `/v1/public/periods/:period/results.${form}`,
  who: ['anyone'],
  scope: 'public',
  cors: 'any',
  summary: `The published report as ${form}, small groups hidden.`,
  query,
  answer: [REPORT_TYPES[form]],
  async handle(c, services) {
    const { tenant, snapshot } = check(query, c.req.query());
    return keptAnswer(c, services, tenant, async () => {
      const results = await publishedResults(services, tenant, c.req.param('period') ?? '', snapshot);
      const source = await publicSource(services.db, results, services.now());
      // A correction or a withdrawal must show at once.
      return sendReport(c, reportBody(source), form, 'public, no-cache');
    });
  },
}));
