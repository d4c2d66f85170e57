import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import type { Distributions, QuestionCounts } from '#wire/distributions.ts';
import { distributions } from '#wire/distributions.ts';
import { tenantId } from '#wire/ids.ts';
import { publicDistributions } from '../figures/public-distributions.ts';
import { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { keptAnswer } from './kept-answer.ts';
import { check } from './read-json.ts';
import type { Route } from './route.ts';

const query = z.object({ tenant: tenantId });

/** Published figures change only by a new publication, but a withdrawal must show at once. */
const CACHED = { 'cache-control': 'public, no-cache' };

async function published({ db, now }: Services, tenant: string, period = ''): Promise<Distributions> {
  const found = await publicDistributions(db, tenant, period, now());
  if (!found) throw new Refusal(404, 'period.unpublished', 'Kỳ này chưa công khai.');
  return found;
}

function csv({ units, procedures, snapshot }: Distributions): string {
  const rowsOf = (family: string, code: string, name: string, questions: readonly QuestionCounts[]) =>
    questions.flatMap(({ survey, question, text, options }) =>
      options.map(({ option, text: optionText, n }) => ({
        ...{ family, code, name, survey, question, question_text: text, option, option_text: optionText, n },
        snapshot: snapshot.snapshot,
      })),
    );
  const rows = [
    ...units.flatMap(({ unit, name, questions }) => rowsOf('unit', unit, name, questions)),
    ...procedures.flatMap(({ procedure, name, questions }) => rowsOf('procedure', procedure, name ?? '', questions)),
  ];
  const columns = 'family code name survey question question_text option option_text n snapshot'.split(' ');
  // A name that begins with = + - @ would run as a formula in a spreadsheet.
  return stringify(rows, { header: true, columns, bom: true, escape_formulas: true });
}

export const publicDistributionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/public/periods/:period/distributions',
    who: ['anyone'],
    scope: 'public',
    cors: 'any',
    summary: 'How people answered in a published period, by unit and by procedure, small groups hidden whole.',
    query,
    answer: distributions,
    async handle(c, services) {
      const { tenant } = check(query, c.req.query());
      const make = async () => c.json(await published(services, tenant, c.req.param('period')), 200, CACHED);
      return keptAnswer(c, services, tenant, make, true);
    },
  },
  {
    method: 'GET',
    path: '/v1/public/periods/:period/distributions.csv',
    who: ['anyone'],
    scope: 'public',
    cors: 'any',
    summary: 'The same counts as CSV, a line for each option; what is hidden has no line.',
    query,
    answer: ['text/csv'],
    async handle(c, services) {
      const { tenant } = check(query, c.req.query());
      const make = async () => {
        const found = await published(services, tenant, c.req.param('period'));
        return c.body(csv(found), 200, {
          ...CACHED,
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="${found.tenant}-${found.period.period}-cau-tra-loi.csv"`,
        });
      };
      return keptAnswer(c, services, tenant, make, true);
    },
  },
];
