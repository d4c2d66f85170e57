import * as z from 'zod';
import { unitCode } from './ids.ts';

/** A comment as those may read it who reply for an office: where, in which month, what; never of which dossier. */
export const commentLine = z.object({
  unit: unitCode,
  unitName: z.string(),
  /** `2026-11`; `null` where fewer than 5 forms of the unit came in in one of the months. */
  month: z.string().nullable(),
  text: z.string(),
  /** Names it where it is labelled; `null` until the period is sealed, for a comment may change before. */
  comment: z.string().nullable(),
  tags: z.array(z.string()),
});
export type CommentLine = z.infer<typeof commentLine>;

export const commentPage = z.object({
  comments: z.array(commentLine),
  next: z.string().nullable(),
  /** Units asked for whose comments stay unread because fewer than 5 forms came in. */
  fewUnits: z.number(),
  /** Labels in use among those asked for, most used first. */
  tags: z.array(z.object({ tag: z.string(), n: z.int() })),
});
export type CommentPage = z.infer<typeof commentPage>;
