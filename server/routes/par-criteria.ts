import * as z from 'zod';
import { criteriaFaults } from '#rules/par/criteria-faults.ts';
import { criteriaOn } from '#rules/par/criteria-on.ts';
import { scrub } from '#rules/scrub.ts';
import { parCriteriaBody, parCriteriaView, parDeclaredBody } from '#wire/par-criteria.ts';
import { localDay } from '../clock.ts';
import { parForecast } from '../figures/par-forecast.ts';
import { listOf } from '../figures/par-list.ts';
import { actorOf, type Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { criteriaOrNull, declaredPoints, insertCriteria, insertDeclared } from '../store/par-criteria.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };
/** A list of a thousand criteria with long names. */
const LIMIT = 2_000_000;
const query = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });

/** The list is the whole province's. @throws Refusal 403 `scope.denied`. */
function requireProvince(principal: Principal) {
  const user = requireUser(principal);
  if (user.unit === null) return user;
  throw new Refusal(
    403,
    'scope.denied',
    `Tài khoản này chỉ xem được ${user.unit}. Cần xem toàn tỉnh, liên hệ quản trị tỉnh.`,
  );
}

export const parCriteriaRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/par-criteria',
    who: ['province-admin', 'reviewer', 'viewer'],
    scope: 'tenant',
    summary: "The province's own list of PAR criteria for ?year= with what is known of each and a forecast.",
    query,
    answer: parCriteriaView,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireProvince(principal);
      const year = check(query, c.req.query()).year ?? Number(localDay(now()).slice(0, 4));
      return c.json(await parForecast(db, tenant, year), 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/par-criteria',
    who: ['province-admin'],
    scope: 'tenant',
    summary: "Puts in the province's own list of PAR criteria for a year, as a new revision.",
    body: parCriteriaBody,
    example: {
      year: 2026,
      act: 'Bộ tiêu chí mẫu, tự đặt để thử, không phải của tỉnh nào',
      certainty: 'secondary',
      criteria: [{ id: '3.7', name: 'Điều tra xã hội học', max: '3', source: null }],
    },
    answer: parCriteriaView,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireProvince(principal);
      const list = check(parCriteriaBody, await readJson(c, LIMIT));
      const later = list.criteria.filter(({ from }) => from && from > `${list.year}-12-31`);
      const faults = [
        ...criteriaFaults(list.criteria),
        ...later.map(({ id }) => `Tiêu chí «${id}»: áp dụng sau năm ${list.year}; nhập vào năm đó.`),
      ];
      if (faults.length > 0)
        throw new Refusal(422, 'body.invalid', `${faults[0]} Sửa rồi gửi lại.`, {
          issues: faults.map((message) => ({ path: 'criteria', message })),
        });
      const { year } = list;
      const actor = actorOf(principal);
      const revision = ((await criteriaOrNull(db, tenant, year))?.revision ?? 0) + 1;
      const entry = {
        actor,
        action: 'par.put',
        subject: String(year),
        detail: { revision, criteria: list.criteria.length },
      };
      await withAudit(db, tenant, now(), entry, [
        insertCriteria(tenant, { year, revision, list, actor, at: now().toISOString() }),
      ]);
      return c.json(await parForecast(db, tenant, year), 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/par-criteria/declared',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Points the province gives itself for one criterion, with the paper that shows them, as a new revision.',
    body: parDeclaredBody,
    example: { year: 2026, id: '3.7', points: '2,5', evidence: 'Báo cáo số 12/BC-SNV' },
    answer: parCriteriaView,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireProvince(principal);
      const { year, id, points, evidence: named } = check(parDeclaredBody, await readJson(c));
      const evidence = scrub(named).text;
      const list = (await listOf(db, tenant, year))?.criteria ?? [];
      const criterion = criteriaOn(list, `${year}-12-31`).inForce.find((each) => each.id === id);
      const wrong = (path: string, message: string) =>
        new Refusal(422, 'body.invalid', message, { issues: [{ path, message }] });
      if (!criterion) throw wrong('id', `Năm ${year} không có tiêu chí ${id}. Chọn trong danh sách.`);
      if (criterion.source && 'ratio' in criterion.source)
        throw wrong('id', `Tiêu chí ${id} tính từ tỷ lệ nên không tự kê khai được.`);
      if (points !== null && points > criterion.max) throw wrong('points', `Điểm vượt điểm tối đa của tiêu chí ${id}.`);
      const known = (await declaredPoints(db, tenant, year)).find((each) => each.id === id);
      const actor = actorOf(principal);
      const declared = { id, revision: (known?.revision ?? 0) + 1, points, evidence, actor, at: now().toISOString() };
      const entry = { actor, action: 'par.declare', subject: `${year}/${id}`, detail: { points, evidence } };
      await withAudit(db, tenant, now(), entry, [insertDeclared(tenant, year, declared)]);
      return c.json(await parForecast(db, tenant, year), 200, NO_STORE);
    },
  },
];
