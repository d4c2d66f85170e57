import type { DateOrder } from '../calendar/printed-date.ts';
import type { DossierState } from '../dossier.ts';
import type { Meaning } from '../labels.ts';
import type { ParserName } from './parse-cell.ts';

/** What a pack may name. Neither the applicant nor a handler is among them: such columns cannot be mapped. */
export const PACK_MEANINGS = [
  'code',
  'procedure',
  'received',
  'promised',
  'reappointed',
  'ready',
  'returned',
  'status',
  'remaining',
] as const satisfies readonly Meaning[];
export type PackMeaning = (typeof PACK_MEANINGS)[number];

/**
 * Where a text stands in a row: under a header · in a column counted from 0 (a `colspan` of 2 is two) as long as the header above it
 * is still `under` (`''` = none) · in the first element of the row that a selector names.
 */
export type Place =
  | { readonly header: string }
  | { readonly column: number; readonly under: string }
  | { readonly selector: string };

/**
 * One line of a cell that holds several: the value behind a label, or the line counted from 0 in a cell of exactly `of` lines: where
 * one is missing, the others stand for something else. `null` = the whole cell.
 */
export type Line = { readonly label: string } | { readonly at: number; readonly of: number } | null;

export interface PackColumn {
  readonly meaning: PackMeaning;
  readonly place: Place;
  readonly line: Line;
  readonly parser: ParserName;
}

/** How one list of the site is read. */
export interface ListRecipe {
  /** Element the list stands in; `null` = any table of the page. */
  readonly root: string | null;
  /** Rows within it, for lists that are no table; `null` = rows of the table. */
  readonly row: string | null;
  readonly columns: readonly PackColumn[];
}

/** A field of the detail page: beside its label, or in the element a selector names. */
export interface DetailField {
  readonly meaning: PackMeaning;
  readonly place: { readonly label: string } | { readonly selector: string };
  readonly parser: ParserName;
}

/** Status words of the site and the state they stand for; the clock stands still in the two waiting states and in no other. */
export interface PackStatus {
  readonly words: string;
  readonly state: DossierState;
}

/** How the pages of one back office are read where the readers that need no help fail. Plain data: no expression, no script. */
export interface HostPack {
  readonly format: 'dvc-host-pack/1';
  /** Name for programs, `[a-z0-9-]`; stays the same over all versions. */
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** Sites it is for: `https://motcua.example.gov.vn`. */
  readonly origins: readonly string[];
  readonly lists: readonly ListRecipe[];
  readonly detail: readonly DetailField[];
  /** `null` = told from the column. */
  readonly dateOrder: DateOrder | null;
  readonly statuses: readonly PackStatus[];
}

/** Most of each that a pack may hold. */
export const PACK_BOUNDS = {
  name: 80,
  origins: 20,
  lists: 8,
  columns: 20,
  detail: 20,
  statuses: 100,
  label: 80,
  selector: 200,
  column: 99,
  line: 20,
  version: 1_000_000,
} as const;
