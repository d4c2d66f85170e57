import type { DetailField, HostPack, Line, PackMeaning, Place } from '#rules/packs/host-pack.ts';
import type { ReadingCount } from './messages.ts';

/** A line of the cells of a column that may be read, with the words it is called by. */
export interface LineChoice {
  readonly line: Line;
  /** Label in front of the value; `null` for the whole cell and for counted lines. */
  readonly label: string | null;
}

/**
 * A column of a page as it was pointed at, or a labelled value of a page that shows one dossier. It carries headers and labels, never the
 * text of a cell.
 */
export interface PickedColumn {
  readonly root: string | null;
  readonly row: string | null;
  readonly place: Place | Extract<DetailField['place'], { label: string }>;
  /** Header above it, `''` where there is none. */
  readonly header: string;
  readonly lines: readonly LineChoice[];
  /** Holds data of persons: nothing of it may be mapped. */
  readonly personal: boolean;
}

/** A list of the page for whoever does not point: its columns in order. */
export interface TaughtList {
  /** 0 = no list: the labelled values of the page. */
  readonly rows: number;
  readonly columns: readonly PickedColumn[];
}

/** One field of one row as a draft reads it: `text` as it would be used, `raw` as printed where it could not be read. */
export interface TriedField {
  readonly meaning: PackMeaning;
  readonly text: string | null;
  readonly raw: string | null;
}

/** What a draft reads of the page now. */
export interface Trial {
  readonly count: ReadingCount | null;
  readonly rows: readonly (readonly TriedField[])[];
  /** The one dossier of a page that shows it in full; `null` = there is none, or it cannot be read. */
  readonly detail: readonly TriedField[] | null;
  /** Columns the page no longer has, and those that hold data of persons. */
  readonly missing: readonly PackMeaning[];
  readonly personal: readonly PackMeaning[];
  /** Status words nobody knows yet. */
  readonly unknownStatuses: readonly string[];
}

/** From the panel to the page it teaches, over a port of its own. */
export type ToPage =
  | { readonly type: 'lists' }
  | { readonly type: 'point'; readonly on: boolean }
  | { readonly type: 'try'; readonly n: number; readonly pack: HostPack };

/** From the page to the panel. `n` repeats that of the trial asked for. */
export type FromPage =
  | { readonly type: 'hello'; readonly origin: string }
  /** `frame`: another one for each frame of the page that answers. */
  | { readonly type: 'lists'; readonly frame: string; readonly lists: readonly TaughtList[] }
  | { readonly type: 'picked'; readonly pick: PickedColumn }
  | { readonly type: 'stopped' }
  | { readonly type: 'tried'; readonly n: number; readonly trial: Trial };

export const TEACH_PORT = 'teach';
