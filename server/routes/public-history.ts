import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import { tenantId } from '#wire/ids.ts';
import type { PublicHistory } from '#wire/public-history.ts';
import { publicHistory as publicHistoryBody } from '#wire/public-history.ts';
import { publicHistory } from '../figures/public-history.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { keptAnswer } from './kept-answer.ts';
import { check } from './read-json.ts';
import type { Route } from './route.ts';

const query = z.object({ tenant: tenantId });

/** A correction or a withdrawal must show at once. */
const CACHED = { 'cache-control': 'public, no-cache' };

async function shown({ db, now }: Services, tenant: string): Promise<PublicHistory> {
  const found = await publicHistory(db, tenant, now());
  if (!found) throw new Refusal(404, 'tenant.unknown', 'Không có tỉnh này. Kiểm tra lại mã tỉnh.');
  return found;
}

/** Tenths as a plain decimal; an empty cell for what is missing, never 0. */
const decimal = (tenths: number | null) => (tenths === null ? '' : (tenths / 10).toFixed(1));

const COLUMNS =
  'kind period from last_day ruleset snapshot unit name level total max total_low total_high missing grade responses';

function csv({ series }: PublicHistory): string {
  const rows = series.flatMap(({ kind, periods, units }) =>
    units.flatMap(({ unit, name, level, results }) =>
      results.map((result, i) => ({
        ...{ kind, period: result.period, from: periods[i]?.from, last_day: periods[i]?.lastDay },
        ...{ ruleset: periods[i]?.ruleset, snapshot: periods[i]?.snapshot, unit, name, level },
        ...{ total: decimal(result.total), max: decimal(result.max), missing: result.missing.join(' ') },
        ...{ total_low: decimal(result.low), total_high: decimal(result.high) },
        ...{ grade: result.gradeLabel ?? '', responses: result.responses ?? '' },
      })),
    ),
  );
  // A name that begins with = + - @ would run as a formula in a spreadsheet.
  return stringify(rows, { header: true, columns: COLUMNS.split(' '), bom: true, escape_formulas: true });
}

export const publicHistoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/public/history',
    who: ['anyone'],
    scope: 'public',
    cors: 'any',
    summary: 'Published periods side by side, by kind, over the units every one of them shows.',
    query,
    answer: publicHistoryBody,
    async handle(c, services) {
      const { tenant } = check(query, c.req.query());
      return keptAnswer(c, services, tenant, async () => c.json(await shown(services, tenant), 200, CACHED));
    },
  },
  {
    method: 'GET',
    path: '/v1/public/history.csv',
    who: ['anyone'],
    scope: 'public',
    cors: 'any',
    summary: 'The same figures as CSV, a line for each unit and period, plain decimals.',
    query,
    answer: ['text/csv'],
    async handle(c, services) {
      const { tenant } = check(query, c.req.query());
      return keptAnswer(c, services, tenant, async () => {
        const found = await shown(services, tenant);
        return c.body(csv(found), 200, {
          ...CACHED,
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${found.tenant}-cac-ky.csv"`,
        });
      });
    },
  },
];
