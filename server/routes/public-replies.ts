import * as z from 'zod';
import { periodId } from '#wire/ids.ts';
import { type PublicReplies, publicReplies, publicReply, publicReplyShown } from '#wire/public-reply.ts';
import { localDay } from '../clock.ts';
import { publicText } from '../close/public-text.ts';
import { actorOf, type Principal, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { publicRepliesOf, putPublicReply, showPublicReply } from '../store/public-replies.ts';
import { unitsOf } from '../store/units.ts';
import { periodNamed } from './period-named.ts';
import { check, readJson } from './read-json.ts';
import { READERS, type Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };
const query = z.object({ period: periodId });

/** Only those of the province speak for it. @throws Refusal 403 `scope.denied`, 404 of a unit that is not there. */
async function requireVoice(db: Db, principal: Principal, tenant: string, unit: string | null): Promise<void> {
  if (unit !== null) return requireUnit(db, principal, tenant, unit);
  const own = requireUser(principal).unit;
  if (own !== null)
    throw new Refusal(403, 'scope.denied', 'Tài khoản này chỉ trả lời thay đơn vị mình. Chọn đơn vị rồi gửi lại.', {
      issues: [{ path: 'unit', message: 'cần chọn đơn vị' }],
    });
}

export const publicReplyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/public-replies',
    who: READERS,
    scope: 'unit',
    summary: 'What offices say in public to comments of a period, shown or not yet. Query: `period`.',
    query,
    answer: publicReplies,
    async handle(c, { db }, principal) {
      const { tenant, unit } = requireUser(principal);
      const { period } = check(query, c.req.query());
      await periodNamed(db, tenant, period);
      const names = new Map((await unitsOf(db, tenant)).map((each) => [each.unit, each.name]));
      const replies = await publicRepliesOf(db, tenant, period, unit);
      const body: PublicReplies = {
        replies: replies.map(({ shownAt, ...reply }) => ({
          ...reply,
          unitName: reply.unit === null ? null : (names.get(reply.unit) ?? reply.unit),
          shownOn: shownAt && localDay(new Date(shownAt)),
        })),
      };
      return c.json(body, 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/public-replies',
    who: ['province-admin', 'unit-admin', 'reviewer'],
    scope: 'unit',
    summary:
      'What citizens said of one matter in a sealed period and what was done, personal data hidden; not shown until it is published.',
    body: publicReply,
    example: {
      ...{ period: 'ky-truoc', unit: 'so-xay-dung', tag: 'Hướng dẫn giấy tờ' },
      said: 'Hướng dẫn ở quầy và trên cổng không giống nhau.',
      done: 'Đã soát lại 12 thủ tục, sửa bảng hướng dẫn ở quầy theo bản trên cổng.',
    },
    answer: publicReply,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const body = check(publicReply, await readJson(c, 16_384));
      await requireVoice(db, principal, tenant, body.unit);
      const { period, state } = await periodNamed(db, tenant, body.period);
      if (state !== 'sealed')
        throw new Refusal(409, 'period.unsealed', 'Kỳ này chưa khóa sổ. Soạn trả lời chung sau khi khóa sổ.');
      const reply = { ...body, tag: publicText(body.tag), said: publicText(body.said), done: publicText(body.done) };
      const [actor, at] = [actorOf(principal), now()];
      const entry = {
        actor,
        action: 'public-reply.put',
        subject: `${period}/${body.unit ?? '*'}`,
        detail: { tag: reply.tag },
      };
      await withAudit(db, tenant, at, entry, [putPublicReply(tenant, reply, actor, at)]);
      return c.json(reply, 200, NO_STORE);
    },
  },
  {
    method: 'PUT',
    path: '/v1/public-replies/shown',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Shows one of them to the public as it stands, or takes it back.',
    body: publicReplyShown,
    example: { period: 'ky-truoc', unit: null, tag: 'Thời gian chờ', shown: true },
    answer: z.object({ shown: z.boolean() }),
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const body = check(publicReplyShown, await readJson(c, 4096));
      const { period } = await periodNamed(db, tenant, body.period);
      const known = await publicRepliesOf(db, tenant, period, null);
      if (!known.some(({ unit, tag }) => unit === body.unit && tag === body.tag))
        throw new Refusal(404, 'reply.unknown', 'Không có trả lời chung này. Tải lại danh sách.');
      const at = now();
      const entry = {
        ...{ actor: actorOf(principal), action: body.shown ? 'public-reply.publish' : 'public-reply.withdraw' },
        ...{ subject: `${period}/${body.unit ?? '*'}`, detail: { tag: body.tag } },
      };
      await withAudit(db, tenant, at, entry, [showPublicReply(tenant, body, body.shown ? at.toISOString() : null)]);
      return c.json({ shown: body.shown }, 200, NO_STORE);
    },
  },
];
