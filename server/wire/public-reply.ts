import * as z from 'zod';
import { periodId, unitCode } from './ids.ts';

/** What many comments are about, in a word or two. */
export const commentTag = z.string().trim().min(2, 'ít nhất 2 ký tự').max(40, 'tối đa 40 ký tự');

/** PUT /v1/comments/tags — the labels of one comment take the place of those it had. */
export const commentTags = z.strictObject({
  period: periodId,
  unit: unitCode,
  /** As `GET /v1/comments` names it. */
  comment: z.string().regex(/^[0-9a-f]{32}$/, 'mã góp ý không đúng'),
  tags: z.array(commentTag).max(5, 'tối đa 5 nhãn'),
});
export type CommentTags = z.infer<typeof commentTags>;

const about = { period: periodId, unit: unitCode.nullable(), tag: commentTag };
const words = z.string().trim().min(10, 'ít nhất 10 ký tự').max(1000, 'tối đa 1.000 ký tự');

/** PUT /v1/public-replies — what citizens said of one matter and what was done; one that is shown is taken back until it is shown anew. */
export const publicReply = z.strictObject({ ...about, said: words, done: words });
export type PublicReply = z.infer<typeof publicReply>;

/** PUT /v1/public-replies/shown */
export const publicReplyShown = z.strictObject({ ...about, shown: z.boolean() });
export type PublicReplyShown = z.infer<typeof publicReplyShown>;

/** GET /v1/public-replies?period= */
export const publicReplies = z.object({
  replies: z.array(publicReply.extend({ unitName: z.string().nullable(), shownOn: z.string().nullable() })),
});
export type PublicReplies = z.infer<typeof publicReplies>;
