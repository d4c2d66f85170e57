import { stream } from 'hono/streaming';
import { stratumOf } from '#rules/sample/strata.ts';
import { type SampleRequest, sampleQuery, sampleRequest, samplesView as samplesViewBody } from '#wire/sample.ts';
import { drawablesOf, drawReview } from '../close/draw-sample.ts';
import { publicText } from '../close/public-text.ts';
import { samplesView } from '../figures/samples-view.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { sampleCsv } from '../reports/sample-csv.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { unitsWithFindings } from '../store/dossier-points.ts';
import { sampledDossiers, samplesOf } from '../store/samples.ts';
import { unitsOf } from '../store/units.ts';
import { GIVERS } from './appraisals.ts';
import { periodNamed } from './period-named.ts';
import { check, readJson } from './read-json.ts';
import { requireProvince } from './require-province.ts';
import { READERS, type Route } from './route.ts';

const EXAMPLE: SampleRequest = {
  period: 'ky-cho-y-kien',
  number: '48213',
  source: 'Xổ số miền Bắc mở thưởng sau ngày chốt, giải đặc biệt',
};

export const sampleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/samples',
    who: READERS,
    scope: 'unit',
    summary:
      'The dossiers drawn for review by unit and stratum, who has been given points, and how far self, appraiser and computed agree. Query: `period`, `unit`.',
    query: sampleQuery,
    answer: samplesViewBody,
    async handle(c, { db }, principal) {
      const { tenant, unit: own, role } = requireUser(principal);
      const { period: id, unit } = check(sampleQuery, c.req.query());
      const period = await periodNamed(db, tenant, id);
      if (unit !== undefined) await requireUnit(db, principal, tenant, unit);
      return c.json(await samplesView(db, tenant, period, own, unit ?? null, GIVERS.includes(role)), 200, {
        'cache-control': 'private, no-store',
      });
    },
  },
  {
    method: 'GET',
    path: '/v1/samples.csv',
    who: READERS,
    scope: 'unit',
    summary:
      'The list that counts as CSV by code, without points and, of what nobody has appraised, without its stratum. Query: `period`, `unit`. Logged.',
    query: sampleQuery,
    answer: ['text/csv'],
    async handle(c, { db, now }, principal) {
      const { tenant, unit: own } = requireUser(principal);
      const { period: id, unit } = check(sampleQuery, c.req.query());
      const { period } = await periodNamed(db, tenant, id);
      if (unit !== undefined) await requireUnit(db, principal, tenant, unit);
      const [newest] = await samplesOf(db, tenant, period);
      if (!newest) throw new Refusal(404, 'sample.none', 'Kỳ này chưa rút mẫu thẩm định. Rút mẫu trước.');
      const names = new Set((await unitsOf(db, tenant, unit ?? own)).map((each) => each.unit));
      const all = await sampledDossiers(db, tenant, period, newest.sample);
      const entry = { actor: actorOf(principal), action: 'sample.export', subject: period };
      await withAudit(db, tenant, now(), { ...entry, detail: { sample: newest.sample, unit: unit ?? own } }, []);
      return c.body(sampleCsv(all.filter((each) => names.has(each.unit))), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="mau-tham-dinh-${period}${unit ? `-${unit}` : ''}.csv"`,
        'cache-control': 'private, no-store',
      });
    },
  },
  {
    method: 'GET',
    path: '/v1/samples/frame',
    who: ['province-admin', 'viewer'],
    scope: 'tenant',
    rate: 'costly',
    summary:
      'All the list that counts was drawn from, with its number, as JSON that the command `sample` draws it from again. Query: `period`. Not for reviewers: it tells how the others judged. Logged.',
    query: sampleQuery,
    answer: ['application/json'],
    async handle(c, { db, now }, principal) {
      const { tenant } = requireProvince(principal);
      const { period: id } = check(sampleQuery, c.req.query());
      const { period } = await periodNamed(db, tenant, id);
      const [newest] = await samplesOf(db, tenant, period);
      if (!newest) throw new Refusal(404, 'sample.none', 'Kỳ này chưa rút mẫu thẩm định. Rút mẫu trước.');
      const entry = { actor: actorOf(principal), action: 'sample.frame', subject: period };
      await withAudit(db, tenant, now(), { ...entry, detail: { sample: newest.sample } }, []);
      c.header('content-type', 'application/json');
      c.header('content-disposition', `attachment; filename="khung-mau-${period}.json"`);
      c.header('cache-control', 'private, no-store');
      return stream(c, async (out) => {
        await out.write(`{"number":${JSON.stringify(newest.number)},"dossiers":[`);
        let before = '';
        for (const each of await unitsWithFindings(db, tenant, newest.snapshot)) {
          const all = await drawablesOf(db, tenant, newest.snapshot, each);
          await out.write(
            before +
              all.map((one) => JSON.stringify({ unit: each, code: one.code, stratum: stratumOf(one) })).join(','),
          );
          before = ',';
        }
        await out.write(']}');
      });
    },
  },
  {
    method: 'POST',
    path: '/v1/samples',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Draws the dossiers of a closed period to be reviewed from a number drawn in public; answers with the list.',
    body: sampleRequest,
    example: EXAMPLE,
    answer: samplesViewBody,
    async handle(c, services, principal) {
      const { tenant, unit } = requireUser(principal);
      const { period: id, number, source } = check(sampleRequest, await readJson(c));
      const { db } = services;
      const period = await periodNamed(db, tenant, id);
      await drawReview(services, tenant, {
        ...{ period, number, source: publicText(source), actor: actorOf(principal) },
      });
      return c.json(await samplesView(db, tenant, period, unit, null), 201);
    },
  },
];
