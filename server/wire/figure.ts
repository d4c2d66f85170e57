import * as z from 'zod';
import type { Figure } from '#rules/print-figure.ts';

/** One figure; the printer for people and for machines is `rules/print-figure.ts`, the grammar of ids `rules/figure-id.ts`. */
export const figure = z.object({
  id: z.string().max(200),
  value: z.number().nullable(),
  unit: z.enum(['count', 'tenths', 'difference', 'hundredths', 'permille', 'share', 'fineShare', 'text']),
  text: z.string().nullable(),
  of: z.int().nullable(),
  n: z.int().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  because: z.string().nullable(),
  cites: z.array(z.string()).readonly(),
  few: z.boolean(),
}) satisfies z.ZodType<Figure>;

export const figureShow = z.enum(['value', 'over', 'office', 'part', 'interval', 'n']);
