import { stringify } from 'csv-stringify/sync';
import type { Context } from 'hono';
import * as z from 'zod';
import { tenantId } from '#wire/ids.ts';
import type { PublicResults } from '#wire/results.ts';
import { publicResults } from '#wire/results.ts';
import type { Services } from '../services.ts';
import { keptAnswer } from './kept-answer.ts';
import { publishedResults } from './published-results.ts';
import { check } from './read-json.ts';
import type { Route } from './route.ts';

const query = z.object({ tenant: tenantId, snapshot: z.string().max(60).optional() });

/** Published figures change only by a new publication, but a correction or a withdrawal must show at once. */
const CACHED = { 'cache-control': 'public, no-cache' };

async function published(c: Context, services: Services): Promise<PublicResults> {
  const { tenant, snapshot } = check(query, c.req.query());
  return publishedResults(services, tenant, c.req.param('period') ?? '', snapshot);
}

/** Tenths as a plain decimal; an empty cell for what is hidden or missing, never 0. */
const decimal = (tenths: number | null) => (tenths === null ? '' : (tenths / 10).toFixed(1));

function csv(results: PublicResults): string {
  const rows = results.units.map((u) => ({
    unit: u.unit,
    name: u.name,
    level: u.level,
    hidden: u.hidden ? 1 : 0,
    rank: u.rank ?? '',
    total: decimal(u.total),
    max: decimal(u.max),
    total_low: decimal(u.interval?.low ?? null),
    total_high: decimal(u.interval?.high ?? null),
    tier: u.tier ?? '',
    grade: u.gradeLabel ?? '',
    satisfaction_label: u.satisfactionLabel ?? '',
    responses: u.responses ?? '',
    dossiers: u.dossiers ?? '',
    early: u.punctuality?.early ?? '',
    on_time: u.punctuality?.onTime ?? '',
    overdue: u.punctuality?.overdue ?? '',
    satisfied_percent: decimal(u.satisfactionShare?.value ?? null),
    satisfied_low: decimal(u.satisfactionShare?.low ?? null),
    satisfied_high: decimal(u.satisfactionShare?.high ?? null),
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `index_${i + 1}`,
        decimal(u.indicators.find((row) => row.indicator === i + 1)?.points ?? null),
      ]),
    ),
    audit_head: results.snapshot.auditHead,
    snapshot: results.snapshot.snapshot,
    ruleset: results.period.ruleset,
    notes: results.period.caveats.map(({ text, cite }) => `${text} ${cite}`).join(' '),
  }));
  // A name that begins with = + - @ would run as a formula in a spreadsheet.
  return stringify(rows, { header: true, bom: true, escape_formulas: true });
}

export const publicResultRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/public/periods/:period/results',
    who: ['anyone'],
    scope: 'public',
    cors: 'any',
    summary: 'Published result of a period, small groups hidden.',
    query,
    answer: publicResults,
    async handle(c, services) {
      const { tenant } = check(query, c.req.query());
      return keptAnswer(c, services, tenant, async () => c.json(await published(c, services), 200, CACHED));
    },
  },
  {
    method: 'GET',
    path: '/v1/public/periods/:period/results.csv',
    who: ['anyone'],
    scope: 'public',
    cors: 'any',
    summary: 'The same figures as CSV, plain decimals.',
    query,
    answer: ['text/csv'],
    async handle(c, services) {
      const { tenant } = check(query, c.req.query());
      return keptAnswer(c, services, tenant, async () => {
        const results = await published(c, services);
        return c.body(csv(results), 200, {
          ...CACHED,
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${results.tenant}-${results.period.period}.csv"`,
        });
      });
    },
  },
];
