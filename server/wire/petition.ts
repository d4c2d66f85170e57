import * as z from 'zod';
import { dossierCode, isoDate, procedureCode, unitCode } from './ids.ts';

/** `harassment` harassment or trouble made · `breach` a rule of the procedure broken · `other` anything else. */
export const petitionAbout = z.enum(['harassment', 'breach', 'other'], 'nội dung là harassment, breach hoặc other');
/** `withdrawn` taken back by who made it, or put on record by mistake: it counts nowhere (own reading). */
export const petitionVerdict = z.enum(
  ['verified', 'unfounded', 'pending', 'withdrawn'],
  'kết luận là verified, unfounded, pending hoặc withdrawn',
);

/** One petition as the system that took it in has it. Neither the petitioner nor the text: an unknown field is refused. */
export const petition = z
  .strictObject({
    /** Id in the source system. */
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9./_-]{0,59}$/, 'mã phản ánh: chữ, số, dấu chấm, gạch, tối đa 60'),
    unit: unitCode,
    dossier: dossierCode.nullable().default(null),
    procedure: procedureCode.nullable().default(null),
    about: petitionAbout,
    received: isoDate,
    /** Last day for the answer, where it is known. */
    due: isoDate.nullable().default(null),
    /** Day of the answer; `null` = not answered yet. */
    answered: isoDate.nullable().default(null),
    /** Whether its handling dragged on; `null` = not known. */
    prolonged: z.boolean().nullable().default(null),
    verdict: petitionVerdict.default('pending'),
  })
  .refine(({ due, received }) => due === null || due >= received, {
    path: ['due'],
    message: 'hạn trả lời sớm hơn ngày nhận',
  })
  .refine(({ answered, received }) => answered === null || answered >= received, {
    path: ['answered'],
    message: 'ngày trả lời sớm hơn ngày nhận',
  });
export type Petition = z.infer<typeof petition>;

/** GET /v1/petitions?unit=&after= — by id; `next` goes into `after`, `null` = the last page. */
export const petitionsPage = z.object({ petitions: z.array(petition), next: z.string().nullable() });
export type PetitionsPage = z.infer<typeof petitionsPage>;
