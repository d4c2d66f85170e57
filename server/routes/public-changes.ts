import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import type { PublicErratum, UnitChange } from '#wire/comparison.ts';
import { publicErratum } from '#wire/comparison.ts';
import { tenantId } from '#wire/ids.ts';
import { keptAnswer } from './kept-answer.ts';
import { publishedResults } from './published-results.ts';
import { check } from './read-json.ts';
import type { Route } from './route.ts';

const query = z.object({ tenant: tenantId });

/** Tenths as a plain decimal; an empty cell for what is missing, never 0. */
const decimal = (tenths: number | null) => (tenths === null ? '' : (tenths / 10).toFixed(1));

/** Each figure that differs: its name, before and after. */
function figuresOf({
  total,
  grade,
  rank,
  dossiers,
  indicators,
}: UnitChange): [string, string | number, string | number][] {
  return [
    ...(total ? [['total', decimal(total.before), decimal(total.after)] as [string, string, string]] : []),
    ...(grade ? [['grade', grade.before ?? '', grade.after ?? ''] as [string, string, string]] : []),
    ...(rank ? [['rank', rank.before ?? '', rank.after ?? ''] as [string, string | number, string | number]] : []),
    ...(dossiers
      ? [['dossiers', dossiers.before ?? '', dossiers.after ?? ''] as [string, string | number, string | number]]
      : []),
    ...indicators.map(({ indicator, before, after }): [string, string, string] => [
      `index_${indicator}`,
      decimal(before),
      decimal(after),
    ]),
  ];
}

/** One line for each figure that changed; an erratum that changed none, or whose figures are not public, has one line of words. */
function rowsOf({ snapshot, replaces, at, erratum, changes }: PublicErratum) {
  const common = { snapshot, replaces, at, erratum };
  const rows = (changes?.units ?? []).flatMap((unit) =>
    figuresOf(unit).map(([figure, before, after]) => ({
      ...common,
      unit: unit.unit,
      name: unit.name,
      figure,
      before,
      after,
    })),
  );
  return rows.length > 0 ? rows : [{ ...common, unit: '', name: '', figure: '', before: '', after: '' }];
}

const COLUMNS = ['snapshot', 'replaces', 'at', 'erratum', 'unit', 'name', 'figure', 'before', 'after'];

export const publicChangeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/public/periods/:period/changes',
    who: ['anyone'],
    scope: 'public',
    cors: 'any',
    summary: 'Errata of a published period with each published figure before and after.',
    query,
    answer: z.object({ tenant: tenantId, period: z.string(), errata: z.array(publicErratum) }),
    async handle(c, services) {
      const { tenant } = check(query, c.req.query());
      return keptAnswer(c, services, tenant, async () => {
        const { period, errata } = await publishedResults(services, tenant, c.req.param('period') ?? '');
        return c.json({ tenant, period: period.period, errata }, 200, { 'cache-control': 'public, no-cache' });
      });
    },
  },
  {
    method: 'GET',
    path: '/v1/public/periods/:period/changes.csv',
    who: ['anyone'],
    scope: 'public',
    cors: 'any',
    summary: 'Errata of a published period with each published figure before and after, plain decimals.',
    query,
    answer: ['text/csv'],
    async handle(c, services) {
      const { tenant } = check(query, c.req.query());
      return keptAnswer(c, services, tenant, async () => {
        const results = await publishedResults(services, tenant, c.req.param('period') ?? '');
        // A text that begins with = + - @ would run as a formula in a spreadsheet.
        const csv = stringify(results.errata.flatMap(rowsOf), {
          header: true,
          bom: true,
          escape_formulas: true,
          columns: COLUMNS,
        });
        return c.body(csv, 200, {
          'cache-control': 'public, no-cache',
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${results.tenant}-${results.period.period}-dinh-chinh.csv"`,
        });
      });
    },
  },
];
