import * as z from 'zod';
import { clientId, periodId, unitCode } from './ids.ts';

/** What a file can hold, one kind each. */
export const importKind = z.enum(
  [
    'dossiers',
    'petitions',
    'unit-facts',
    'procedures',
    'units',
    'officers',
    'paper-forms',
    'published-tables',
    'par-criteria',
    'unit-spans',
  ],
  'loại dữ liệu không có trong danh sách',
);
export type ImportKind = z.infer<typeof importKind>;

/** What the person says of the file; what is left out is found out. */
export const importOptions = z.strictObject({
  /** Of every row without one of its own: files of one office often have no column for it. */
  unit: unitCode.optional(),
  period: periodId.optional(),
  encoding: z.enum(['utf-8', 'windows-1258'], 'bảng mã là utf-8 hoặc windows-1258').optional(),
  separator: z.enum([',', ';', '\t'], 'dấu ngăn cột là dấu phẩy, chấm phẩy hoặc tab').optional(),
  dateOrder: z.enum(['dmy', 'mdy'], 'thứ tự ngày là dmy hoặc mdy').optional(),
  sheet: z.string().max(100).optional(),
});
export type ImportOptions = z.infer<typeof importOptions>;

/** Query of `POST /v1/imports`. */
export const importRequest = importOptions.extend({
  id: clientId,
  kind: importKind,
  /** `1`: everything but the writing. */
  dryRun: z.enum(['0', '1'], 'dryRun là 0 hoặc 1').optional(),
  /** Name of the file, for telling its format. */
  name: z.string().max(200).optional(),
});

const count = z.int().min(0);

/** How an import stands. Instants are UTC. */
export const importView = z.object({
  id: clientId,
  kind: importKind,
  dryRun: z.boolean(),
  actor: z.string(),
  /** As it was asked for; whoever goes on with it asks the same. */
  options: importOptions,
  /** `interrupted`: nobody works on it any more; the same file sent again with the same id goes on where it stopped. */
  state: z.enum(['running', 'done', 'stopped', 'interrupted', 'failed', 'undoing', 'undone', 'undoInterrupted']),
  read: count,
  created: count,
  updated: count,
  repeated: count,
  /** Rows not taken, and what was found wrong with them; a row may have more than one fault. */
  refused: count,
  faults: count,
  /** Rows taken with something to look at. */
  notices: count,
  takenBack: count,
  kept: count,
  /** What was found in the file; `null` until its head was read. */
  found: z
    .object({
      format: z.enum(['csv', 'xlsx', 'json']),
      encoding: z.string().nullable(),
      separator: z.string().nullable(),
      sheet: z.string().nullable(),
      dateOrders: z.array(z.object({ column: z.string(), order: z.string() })),
      /** Headers that are read, each with what it is read as. */
      columns: z.array(z.object({ header: z.string(), as: z.string() })),
      /** Headers of columns about applicants: never read. */
      droppedColumns: z.array(z.string()),
      /** Headers nobody knows: not read. */
      otherColumns: z.array(z.string()),
    })
    .nullable(),
  failure: z.object({ code: z.string(), message: z.string() }).nullable(),
  startedAt: z.string(),
  updatedAt: z.string(),
  endedAt: z.string().nullable(),
});
export type ImportView = z.infer<typeof importView>;

/** One line of the error report. */
export const importFault = z.object({
  /** As the person sees it in the file; `null` = the file as a whole. */
  row: z.int().nullable(),
  column: z.string().nullable(),
  /** `fault`: the row was not taken · `notice`: it was · `kept`: what it made was not taken back. */
  kind: z.enum(['fault', 'notice', 'kept']),
  code: z.string(),
  message: z.string(),
});
export type ImportFault = z.infer<typeof importFault>;

/** Faults kept of one import; all of them are counted. */
export const MAX_KEPT_FAULTS = 10_000;
