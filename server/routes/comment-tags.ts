import * as z from 'zod';
import { commentTags } from '#wire/public-reply.ts';
import { publicText } from '../close/public-text.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { commentId, hasComment, putTags } from '../store/comment-tags.ts';
import { formCounts } from '../store/comments.ts';
import { periodNamed } from './period-named.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';

const UNIT = 'so-xay-dung';
const COMMENT = 'Phải chờ lâu ở quầy dù đã đến sớm.';

export const commentTagRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: '/v1/comments/tags',
    who: ['province-admin', 'unit-admin', 'reviewer', 'inspector'],
    scope: 'unit',
    summary:
      'The labels of one comment of a sealed period, in the place of those it had; an empty list takes them off.',
    body: commentTags,
    example: {
      ...{ period: 'ky-truoc', unit: UNIT, tags: ['Thời gian chờ'] },
      comment: commentId('mau', 'ky-truoc', UNIT, false, COMMENT),
    },
    answer: z.object({ tags: z.array(z.string()) }),
    async handle(c, { db, now }, principal) {
      const { tenant, role } = requireUser(principal);
      const body = check(commentTags, await readJson(c, 4096));
      await requireUnit(db, principal, tenant, body.unit);
      const period = await periodNamed(db, tenant, body.period);
      // Until the seal a comment may be changed or erased, and its text is not the one that stays.
      if (period.state !== 'sealed')
        throw new Refusal(
          409,
          'period.unsealed',
          'Kỳ này chưa khóa sổ nên góp ý còn có thể đổi. Gắn nhãn sau khi khóa sổ.',
        );
      const grave = role === 'inspector';
      const { byUnit } = await formCounts(db, tenant, period.period, body.unit, SMALLEST_GROUP);
      const readable = (byUnit.get(body.unit) ?? 0) >= SMALLEST_GROUP;
      if (!readable || !(await hasComment(db, tenant, body, grave)))
        throw new Refusal(404, 'comment.unknown', 'Không có góp ý này. Tải lại danh sách.');
      const tags = body.tags.map(publicText);
      const [actor, at] = [actorOf(principal), now()];
      const entry = {
        actor,
        action: 'comments.tag',
        subject: `${period.period}/${body.unit}`,
        detail: { tags: tags.length },
      };
      await withAudit(db, tenant, at, entry, putTags(tenant, { ...body, tags }, grave, actor, at));
      return c.json({ tags }, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
