import * as z from 'zod';
import { figure } from './figure.ts';
import { unitCode } from './ids.ts';
import { period, snapshot } from './results.ts';

/** One procedure in a list. Ids `procedure/<procedure>/<series>`: its indices added up, only shown, never graded. */
export const listedProcedure = z.object({
  /** '' = dossiers that name no procedure. */
  procedure: z.string(),
  name: z.string().nullable(),
  sector: z.string().nullable(),
  dossiers: z.int(),
  computed: figure,
  self: figure,
});
export type ListedProcedure = z.infer<typeof listedProcedure>;

/** GET /v1/periods/:id/procedures — what systems and officers gave the dossiers of each, within the reader's scope. */
export const procedureList = z.object({
  period,
  snapshot: snapshot.nullable(),
  procedures: z.array(listedProcedure),
  intervals: z.string().nullable(),
});
export type ProcedureList = z.infer<typeof procedureList>;

/** How a question was answered about the procedure in the whole province. */
const answered = z.object({
  survey: z.string(),
  question: z.string(),
  text: z.string(),
  /** Ids `procedure/<procedure>/<survey>/<question>/<option>`. */
  options: z.array(z.object({ option: z.string(), text: z.string(), share: figure })),
});

/** GET /v1/periods/:id/procedures/:procedure — by unit: systems and officers alone; citizens' answers only of the whole province. */
export const procedurePage = z.object({
  period,
  snapshot,
  procedure: listedProcedure,
  rows: z.array(
    z.object({
      indicator: z.int().min(1).max(9),
      label: z.string(),
      computed: figure.nullable(),
      self: figure.nullable(),
    }),
  ),
  /** Ids `procedure/<procedure>/<unit>/<series>`. */
  units: z.array(z.object({ unit: unitCode, name: z.string(), dossiers: z.int(), computed: figure, self: figure })),
  answers: z.array(answered),
  /** Why no answers are shown; `null` = they are. */
  answersBecause: z.string().nullable(),
  intervals: z.string().nullable(),
});
export type ProcedurePage = z.infer<typeof procedurePage>;
