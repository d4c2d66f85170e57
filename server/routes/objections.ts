import * as z from 'zod';
import { citationText } from '#rules/law.ts';
import { OBJECTION_CITE } from '#rules/objection-days.ts';
import { scrub } from '#rules/scrub.ts';
import {
  type Objection,
  type ObjectionsPage,
  objection,
  objectionAnswer,
  objectionOwner,
  objectionRequest,
  objectionState,
  objectionsPage as objectionsPageBody,
} from '#wire/objection.ts';
import { outcomes } from '#wire/problem.ts';
import { bodyHash } from '../body-hash.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import {
  answerObjection,
  assignObjection,
  objectionHashes,
  objectionOrNull,
  objectionsPage,
} from '../store/objections.ts';
import { replanned } from '../store/replanned.ts';
import { unitOrNull } from '../store/units.ts';
import { userOrNull } from '../store/users.ts';
import { ASKED, pageOf } from './page-of.ts';
import { putBatch } from './put-batch.ts';
import { raiseObjection } from './raise-objection.ts';
import { readBatch } from './read-batch.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };
const ANSWERERS = ['reviewer', 'province-admin'] as const;

const query = z.object({
  period: z.string().max(40).default(''),
  state: objectionState.optional(),
  after: z.string().max(60).default(''),
});

/** @throws Refusal 404 `objection.unknown`, 403 `scope.denied`. */
async function objectionNamed(db: Db, principal: Principal, tenant: string, id: string): Promise<Objection> {
  const objection = await objectionOrNull(db, tenant, id);
  if (!objection) throw new Refusal(404, 'objection.unknown', 'Không có ý kiến này. Tải lại danh sách.');
  await requireUnit(db, principal, tenant, objection.unit);
  return objection;
}

/** @throws Refusal 422 `owner.unknown`: only who may answer can be asked to. */
async function requireAnswerer(db: Db, tenant: string, login: string, unit: string): Promise<void> {
  const user = await userOrNull(db, tenant, login);
  const above = [null, unit, (await unitOrNull(db, tenant, unit))?.parent];
  const may = user?.active && ANSWERERS.some((role) => role === user.role) && above.includes(user.unit);
  if (!may)
    throw new Refusal(422, 'owner.unknown', `${login} không trả lời được ý kiến này. Chọn người thẩm định khác.`, {
      issues: [{ path: 'owner', message: 'không phải người thẩm định của đơn vị này' }],
    });
}

export const objectionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/objections',
    who: ['officer', 'province-admin', 'unit-admin', 'reviewer'],
    scope: 'unit',
    summary:
      "Objections of a period: an officer's own, or those of the caller's units. Query: `period`, `state`, `after`.",
    query,
    answer: objectionsPageBody,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'officer') requireUser(principal);
      const { tenant } = principal as Extract<Principal, { kind: 'officer' | 'user' }>;
      const { period, state = null, after } = check(query, c.req.query());
      const whose =
        principal.kind === 'officer'
          ? { officer: principal.officer, scope: principal.unit }
          : { officer: null, scope: requireUser(principal).unit };
      const found = await objectionsPage(db, tenant, { ...whose, period, state }, after, ASKED);
      const { rows: objections, next } = pageOf(found);
      if (principal.kind === 'user' && objections.length)
        await withAudit(db, tenant, now(), {
          actor: actorOf(principal),
          action: 'objections.read',
          subject: `${period}/${principal.unit ?? '*'}`,
          detail: { n: objections.length },
        });
      const dueCite = citationText(OBJECTION_CITE);
      return c.json({ objections, dueCite, next } satisfies ObjectionsPage, 200, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: '/v1/objections',
    who: ['officer', 'unit-admin'],
    scope: 'unit',
    summary: 'What an officer or a unit holds against a closed, unsealed result; at most 500, an outcome per item.',
    body: objectionRequest.array(),
    example: [
      {
        id: 'mau.01KAGHZ0000000000000000001',
        period: 'ky-cho-y-kien',
        unit: 'so-xay-dung',
        indicator: 1,
        text: 'Hồ sơ tạm dừng chờ bổ sung từ 05/11 đến 12/11, danh sách chưa ghi.',
      },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      if (principal.kind !== 'officer') requireUser(principal);
      const { tenant } = principal as Extract<Principal, { kind: 'officer' | 'user' }>;
      const at = now();
      const batch = await readBatch(c, objectionRequest, 'id');
      const ids = batch.valid.map(({ item }) => item.id);
      const outcomes = await putBatch(
        db,
        tenant,
        at,
        batch,
        (item) => item.id,
        async () => {
          const hashes = await objectionHashes(db, tenant, ids);
          return async (item) => {
            const planned = await raiseObjection(db, principal, tenant, item, hashes.get(item.id), at);
            hashes.set(item.id, bodyHash(item));
            return planned;
          };
        },
        { actor: actorOf(principal), action: 'objections.raise', subject: 'objections' },
      );
      return c.json({ outcomes });
    },
  },
  {
    method: 'PUT',
    path: '/v1/objections/:id/owner',
    who: ANSWERERS,
    scope: 'unit',
    summary: 'Names who answers an objection, or nobody.',
    body: objectionOwner,
    example: { owner: 'quantri' },
    answer: objection,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { owner } = check(objectionOwner, await readJson(c, 4096));
      const { id, period, unit } = await objectionNamed(db, principal, tenant, c.req.param('id') ?? '');
      if (owner !== null) await requireAnswerer(db, tenant, owner, unit);
      const entry = { actor: actorOf(principal), action: 'objection.assign', subject: `${period}/${id}` };
      await withAudit(db, tenant, now(), { ...entry, detail: { owner } }, [assignObjection(tenant, id, owner)]);
      return c.json(await objectionNamed(db, principal, tenant, id), 200, NO_STORE);
    },
  },
  {
    method: 'POST',
    path: '/v1/objections/:id/answer',
    who: ANSWERERS,
    scope: 'unit',
    summary: 'Accepts an objection, saying what was changed, or declines it; answered once.',
    body: objectionAnswer,
    example: {
      state: 'accepted',
      answer: 'Đã kiểm tra phiếu yêu cầu bổ sung, ý kiến đúng.',
      changed: 'Đã ghi lần tạm dừng 05/11–12/11 vào hồ sơ và tính lại điểm.',
    },
    answer: objection,
    async handle(c, { db, now }, principal) {
      const { tenant, login } = requireUser(principal);
      const body = check(objectionAnswer, await readJson(c, 16_384));
      const found = await objectionNamed(db, principal, tenant, c.req.param('id') ?? '');
      const actor = actorOf(principal);
      const clean = { ...body, answer: scrub(body.answer).text, changed: body.changed && scrub(body.changed).text };
      await replanned(async () => {
        const { id, period, state } = await objectionNamed(db, principal, tenant, found.id);
        if (state !== 'new')
          throw new Refusal(409, 'objection.answered', 'Ý kiến này đã được trả lời. Tải lại để xem câu trả lời.');
        const entry = { actor, action: 'objection.answer', subject: `${period}/${id}`, detail: { state: body.state } };
        const at = now();
        await withAudit(db, tenant, at, entry, [answerObjection(tenant, id, clean, actor, login, at)]);
      });
      return c.json(await objectionNamed(db, principal, tenant, found.id), 200, NO_STORE);
    },
  },
];
