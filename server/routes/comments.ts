import * as z from 'zod';
import type { CommentPage } from '#wire/comment.ts';
import { commentPage } from '#wire/comment.ts';
import { periodId, unitCode } from '#wire/ids.ts';
import { commentTag } from '#wire/public-reply.ts';
import { SMALLEST_GROUP } from '../figures/suppress.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { commentId, tagsOf } from '../store/comment-tags.ts';
import { commentsOf, formCounts } from '../store/comments.ts';
import { periodOrNull } from '../store/periods.ts';
import { unitNamesOf } from './case-access.ts';
import { check } from './read-json.ts';
import { type Route, USERS } from './route.ts';

const PAGE = 50;

const query = z.object({
  period: periodId,
  unit: unitCode.optional(),
  tag: commentTag.optional(),
  after: z.coerce.number().int().min(0).default(0),
});

/** From the close on; before it a comment could be told from the count that has just gone up by one. */
const READABLE = ['closed', 'sealed'];

/** Labels by how many comments bear them, most first. */
function countedTags(tags: ReadonlyMap<string, readonly string[]>): CommentPage['tags'] {
  const counts = new Map<string, number>();
  for (const tag of [...tags.values()].flat()) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([tag, n]) => ({ tag, n })).sort((a, b) => b.n - a.n || (a.tag < b.tag ? -1 : 1));
}

export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/comments',
    who: USERS,
    scope: 'unit',
    summary:
      'Comments of a closed period where at least 5 forms came in, by month and without dossier; those beside harassment or money for the inspector alone. Query: `period`, `unit`, `tag`, `after`. Reading them is logged.',
    query,
    answer: commentPage,
    async handle(c, { db, now }, principal) {
      const { tenant, role, unit: own } = requireUser(principal);
      const { period: id, unit = own, tag, after } = check(query, c.req.query());
      if (unit !== null) await requireUnit(db, principal, tenant, unit);
      const period = await periodOrNull(db, tenant, id);
      if (!period) throw new Refusal(404, 'period.unknown', `Không có kỳ ${id}. Chọn kỳ trong danh sách.`);
      if (!READABLE.includes(period.state) || !period.snapshot)
        throw new Refusal(409, 'period.open', 'Kỳ này chưa chốt nên chưa đọc được góp ý. Đọc sau khi chốt kỳ.');
      const { byUnit, fewInAMonth } = await formCounts(db, tenant, id, unit, SMALLEST_GROUP);
      const readable = (each: string) => (byUnit.get(each) ?? 0) >= SMALLEST_GROUP;
      const grave = role === 'inspector';
      const tags = await tagsOf(db, tenant, id, unit, grave);
      const tagsOn = (at: string, text: string) => tags.get(commentId(tenant, id, at, grave, text)) ?? [];
      const says = (at: string, text: string) => tag === undefined || tagsOn(at, text).includes(tag);
      const found = await commentsOf(db, tenant, {
        ...{ period: id, unit, grave, readable, says },
        ...{ skip: after, limit: PAGE + 1 },
      });
      const shown = found.slice(0, PAGE);
      const nameOf = await unitNamesOf(db, tenant);
      const comments = shown.map(({ unit: at, month, text }) => {
        return {
          ...{ unit: at, unitName: nameOf(at), month: fewInAMonth.has(at) ? null : month, text },
          comment: period.state === 'sealed' ? commentId(tenant, id, at, grave, text) : null,
          tags: tagsOn(at, text),
        };
      });
      await withAudit(db, tenant, now(), {
        actor: actorOf(principal),
        action: 'comments.read',
        subject: `${id}/${unit ?? '*'}`,
        detail: { shown: shown.length },
      });
      const body: CommentPage = {
        comments,
        next: found.length > PAGE ? String(after + PAGE) : null,
        fewUnits: [...byUnit.keys()].filter((each) => !readable(each)).length,
        tags: countedTags(tags),
      };
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
];
