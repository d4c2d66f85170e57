import * as z from 'zod';
import { CHOICES, type Choices } from '#rules/choices.ts';

/** Named choices; what is left out keeps its default. */
export const choices = z
  .strictObject(
    Object.fromEntries(CHOICES.map(({ key, values }) => [key, z.enum(values.map(({ value }) => value)).optional()])),
  )
  .transform((chosen) => chosen as Partial<Choices>);
