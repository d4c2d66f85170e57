import * as z from 'zod';
import { dossierCode, isoDate, officerCode, unitCode } from './ids.ts';
import { isWayOfHelper, NO_HELPER, response } from './response.ts';

const fields = z.strictObject({
  /** Number printed on the form; one number is one form of the unit and day. */
  form: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9./_-]{0,39}$/, 'số phiếu: chữ, số, dấu chấm, gạch, tối đa 40'),
  unit: unitCode,
  /** Dossier the form is about; absent = not told, and the answer is an open one. */
  dossier: dossierCode.optional(),
  procedure: response.shape.procedure,
  /** Day the citizen filled it in. */
  day: isoDate,
  survey: response.shape.survey,
  version: response.shape.version,
  stage: response.shape.stage,
  lang: response.shape.lang.default('vi'),
  answers: response.shape.answers,
  comment: response.shape.comment,
  assisted: response.shape.assisted,
  way: response.shape.way,
  /** Officer who filled it in for the citizen, with `assisted: officer`; dropped at the seal. */
  helper: officerCode.optional(),
});
/** One paper form as somebody types it in. Its number is the office's own; it is not stored, nor is the dossier's code. */
export const paperResponse = fields.refine(isWayOfHelper, NO_HELPER);
export type PaperResponse = z.infer<typeof paperResponse>;

/** A form as it was entered, and what its outcome said takes it back. */
export const paperUndo = z.strictObject({ form: paperResponse, undo: z.string().max(120) });
export type PaperUndo = z.infer<typeof paperUndo>;
