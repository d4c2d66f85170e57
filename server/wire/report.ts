import * as z from 'zod';
import type { Drawing } from '#rules/drawing/drawing.ts';
import { figure, figureShow } from './figure.ts';
import { isoDate, unitCode } from './ids.ts';
import { period, snapshot } from './results.ts';

/** A piece of a sentence or a cell: words, or a figure by its id and the way it is shown. Nobody formats a number beside these. */
const run = z.union([
  z.object({ text: z.string(), bold: z.boolean().optional() }),
  z.object({ figure: z.string(), show: figureShow, bold: z.boolean().optional() }),
]);
export type Run = z.infer<typeof run>;

/** Sections a unit writes itself; the system puts no figure and no adjective into them. */
export const ownSection = z.enum(['basis', 'strengths', 'shortcomings', 'causes', 'proposals', 'tasks']);
export type OwnSection = z.infer<typeof ownSection>;

const column = z.object({
  label: z.string(),
  number: z.boolean(),
  /** Share of the table's width; all of a table add up to 100. */
  width: z.number(),
});

export const block = z.discriminatedUnion('kind', [
  /** 1 = `I. CĂN CỨ`, 2 = `1. …`, 3 = `a) …`; `key` names it in the outline. */
  z.object({ kind: z.literal('heading'), level: z.int().min(1).max(3), key: z.string(), text: z.string() }),
  /** `item` = a line of a list, led by a dash. */
  z.object({ kind: z.literal('paragraph'), item: z.boolean(), runs: z.array(run) }),
  z.object({
    kind: z.literal('table'),
    key: z.string(),
    caption: z.string(),
    columns: z.array(column),
    /** A cell is a line of runs. */
    rows: z.array(z.array(z.array(run))),
    /** The last row: sums of the columns. */
    total: z.boolean(),
    /** Lies on its side (Phụ lục II, Mẫu 01). */
    wide: z.boolean(),
    source: z.string(),
  }),
  z.object({ kind: z.literal('chart'), drawing: z.custom<Drawing>() }),
  /** What does not add up, printed where it stands, never hidden. */
  z.object({ kind: z.literal('fault'), text: z.string() }),
  z.object({
    kind: z.literal('own'),
    section: ownSection,
    /** `null` = nothing written yet. */
    text: z.string().nullable(),
    revision: z.int(),
    /** Facts of the snapshot it may cite. */
    facts: z.array(z.array(run)),
  }),
  /** The next block begins a new page. */
  z.object({ kind: z.literal('page') }),
]);
export type Block = z.infer<typeof block>;

/** How a figure is made of others, so that a spreadsheet computes it again. */
export const recipe = z.discriminatedUnion('kind', [
  /** The sum of these figures, in their unit. */
  z.object({ kind: z.literal('sum'), of: z.array(z.string()) }),
  /** `ROUND(sum / n, 1)`; `sum` and `n` are figures. */
  z.object({ kind: z.literal('mean'), sum: z.string(), n: z.string() }),
]);
export type Recipe = z.infer<typeof recipe>;

/** What stands around the text of an official report (NĐ 30/2020/NĐ-CP); `null` = left open, to be filled in by hand. */
export const reportHead = z.object({
  /** 0 = nothing set yet; goes up with each change. */
  revision: z.int(),
  /** The body above the issuing one: `UBND TỈNH …`. */
  above: z.string().nullable(),
  issuer: z.string(),
  number: z.string().nullable(),
  abbreviation: z.string().nullable(),
  place: z.string().nullable(),
  day: isoDate.nullable(),
  /** Quyền hạn, chức vụ. */
  position: z.string().nullable(),
  signer: z.string().nullable(),
  copies: z.array(z.string()),
});
export type ReportHead = z.infer<typeof reportHead>;

/** Whom a report is for; it decides what it may hold. */
export const audience = z.union([z.literal('province'), z.literal('public'), z.object({ unit: unitCode })]);
export type Audience = z.infer<typeof audience>;

/** GET /v1/periods/:period/report — the whole document; every medium renders this and nothing else. */
export const reportBody = z.object({
  /** `report` · `mau-01` · `mau-02` · `mau-03` · `notice`. */
  kind: z.enum(['report', 'mau-01', 'mau-02', 'mau-03', 'notice']),
  title: z.string(),
  tenant: z.string(),
  tenantName: z.string(),
  /** Printed on every page of a trial. */
  watermark: z.string().nullable(),
  period,
  snapshot,
  audience,
  /** Not published: «Dự thảo» and the snapshot on every page. */
  draft: z.boolean(),
  head: reportHead,
  /** Every figure of the blocks once. */
  figures: z.array(figure),
  recipes: z.record(z.string(), recipe),
  blocks: z.array(block),
  /** Under every table: snapshot, ruleset, moment, audit head. */
  footer: z.string(),
});
export type ReportBody = z.infer<typeof reportBody>;

const line = (most: number) => z.string().trim().min(1).max(most);

/** PUT /v1/periods/:period/report/head — `revision` is the one that was read; another's change in between is refused. */
export const reportHeadRequest = z.object({
  revision: z.int().min(0),
  above: line(200).nullable(),
  issuer: line(200),
  number: line(20).nullable(),
  abbreviation: line(40).nullable(),
  place: line(80).nullable(),
  day: isoDate.nullable(),
  position: line(120).nullable(),
  signer: line(80).nullable(),
  copies: z.array(line(200)).max(30),
});
export type ReportHeadRequest = z.infer<typeof reportHeadRequest>;

/** PUT /v1/periods/:period/report/texts — one section the office writes itself. */
export const reportTextRequest = z.object({
  section: ownSection,
  revision: z.int().min(0),
  /** Paragraphs, a line each; personal data in it is hidden before it is stored. */
  text: z.string().trim().max(20_000),
});
export type ReportTextRequest = z.infer<typeof reportTextRequest>;
