import * as z from 'zod';
import { figure } from './figure.ts';
import { unitCode } from './ids.ts';
import { period } from './results.ts';

/** One content of Điều 33(1) NĐ 118/2025/NĐ-CP as one form asks about it. */
export const content = z.object({
  letter: z.string(),
  heading: z.string(),
  cite: z.string(),
  because: z.string(),
  /** Answers that could be given; `null` = the form does not ask, or they are not counted here. */
  n: z.int().nullable(),
  declined: z.int(),
  /** `contents/<scope>/<survey>/<letter>/favourable`: answers that speak well of the office; a reading of the form. */
  favourable: figure.nullable(),
  /** `contents/<scope>/<survey>/<question>/<option>`. */
  questions: z.array(
    z.object({
      question: z.string(),
      text: z.string(),
      options: z.array(z.object({ option: z.string(), text: z.string(), share: figure })),
    }),
  ),
});
export type ContentView = z.infer<typeof content>;

/** GET /v1/periods/:id/contents?unit= — shares with intervals by content a to i: the decree gives no points. */
export const contentsView = z.object({
  period,
  /** `null` = the whole province. */
  unit: z.object({ unit: unitCode, name: z.string() }).nullable(),
  title: z.string(),
  cite: z.string(),
  because: z.string(),
  caveats: z.array(z.string()),
  /** Nothing is shown before the close. */
  closed: z.boolean(),
  /** Answers of units with fewer than 5 to a question are in none of the counts. */
  leftOut: z.boolean(),
  surveys: z.array(z.object({ survey: z.string(), contents: z.array(content) })),
});
export type ContentsView = z.infer<typeof contentsView>;
