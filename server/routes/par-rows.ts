import { scrub } from '#rules/scrub.ts';
import { type ParCriterionItem, parCountsBody, parCriteriaView, parCriterionBody } from '#wire/par-criteria.ts';
import { countedRatios } from '../figures/par-counted.ts';
import { parForecast } from '../figures/par-forecast.ts';
import { listOf } from '../figures/par-list.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { putChange } from '../store/par-changes.ts';
import { insertRatioCount, ratioCounts } from '../store/par-counts.ts';
import { keptCriterion, planCriterion } from '../store/plan-criterion.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };

const samePlace = (a: Pick<ParCriterionItem, 'id' | 'from'>, b: Pick<ParCriterionItem, 'id' | 'from'>) =>
  a.id === b.id && (a.from ?? null) === (b.from ?? null);

export const parRowsRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: '/v1/par-criteria/criterion',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Puts one criterion into the list of its year, changes it or takes it away; the earlier one stays on record.',
    body: parCriterionBody,
    example: {
      ...{ year: 2026, id: '3.8', name: 'Hồ sơ nộp trực tuyến', max: '1', from: '2026-07-01' },
      act: 'QĐ 01/QĐ-UBND ngày 05/01/2026, tự đặt để thử',
      source: {
        ratio: 'online',
        conversion: {
          kind: 'steps',
          steps: [
            { from: '50', points: '0,5' },
            { from: '80', points: '1' },
          ],
        },
      },
    },
    answer: parCriteriaView,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { removed, ...given } = check(parCriterionBody, await readJson(c));
      const item = keptCriterion(given);
      const list = await listOf(db, tenant, item.year);
      const stands = list?.criteria.find((each) => samePlace(each, item));
      if (removed && !stands)
        throw new Refusal(
          422,
          'body.invalid',
          `Bộ tiêu chí năm ${item.year} không có tiêu chí ${item.id}. Tải lại trang.`,
          {
            issues: [{ path: 'id', message: 'không có tiêu chí này' }],
          },
        );
      const actor = actorOf(principal);
      const by = { actor, at: now().toISOString() };
      const statements = removed ? [putChange(tenant, item, null, by)] : planCriterion(tenant, item, list !== null, by);
      const action = removed ? 'par.remove' : 'par.put';
      const entry = { actor, action, subject: `${item.year}/${item.id}`, detail: { criterion: item } };
      await withAudit(db, tenant, now(), entry, [...statements]);
      return c.json(await parForecast(db, tenant, item.year), 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/par-criteria/counts',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Enters the count of a ratio that nothing here is counted for, with where it was read, as a new revision.',
    body: parCountsBody,
    example: {
      ...{ year: 2026, ratio: 'payment.online', numerator: 820, denominator: 1000 },
      source: 'Cổng Dịch vụ công quốc gia, ngày 05/10/2026',
    },
    answer: parCriteriaView,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { year, ratio, numerator, denominator, source: named } = check(parCountsBody, await readJson(c));
      const counted = (await countedRatios(db, tenant, year)).counts[ratio];
      if (numerator !== null && counted && counted.denominator > 0)
        throw new Refusal(
          422,
          'body.invalid',
          'Tỷ lệ này đã được đếm ở đây nên không nhập số khác. Sửa dữ liệu rồi tính lại kỳ.',
          {
            issues: [{ path: 'ratio', message: 'tỷ lệ này đã được đếm' }],
          },
        );
      const source = scrub(named).text;
      const known = (await ratioCounts(db, tenant, year)).find((each) => each.ratio === ratio);
      const actor = actorOf(principal);
      const count = { ratio, numerator, denominator, source, actor, at: now().toISOString() };
      const entry = {
        actor,
        action: 'par.count',
        subject: `${year}/${ratio}`,
        detail: { numerator, denominator, source },
      };
      await withAudit(db, tenant, now(), entry, [
        insertRatioCount(tenant, year, { ...count, revision: (known?.revision ?? 0) + 1 }),
      ]);
      return c.json(await parForecast(db, tenant, year), 200, NO_STORE);
    },
  },
];
