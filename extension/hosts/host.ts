import type { DateOrder } from '#rules/calendar/printed-date.ts';
import type { Office } from '#rules/calendar/working-time.ts';
import type { DossierState } from '#rules/dossier.ts';
import type { Meaning } from '#rules/labels.ts';
import type { LocalTime } from '#rules/law.ts';
import type { Sees } from './visible-text.ts';

/** A date column or label that held a day without an hour; the hour below it is the office's, not the page's. */
export type DatedField = 'received' | 'promised' | 'reappointed' | 'ready' | 'returned';

/** One line of the progress table of a detail page. The person who did it is not read. */
export interface StepReading {
  /** The work as printed, at most 120 characters. */
  readonly name: string;
  /** Its own limit in working days, where the page prints one: «0.5 ngày». */
  readonly limitDays: number | null;
  readonly started: LocalTime | null;
  readonly ended: LocalTime | null;
}

/**
 * What one back-office screen says of one dossier. There is no place here for an applicant: such columns are never read.
 * `null` = the screen does not show it.
 */
export interface DossierReading {
  readonly code: string;
  /** Name of the procedure as printed. */
  readonly procedureName: string | null;
  /** National code, where the printed name carries one. */
  readonly procedure: string | null;
  readonly state: DossierState | null;
  /** The status words the state was read from. */
  readonly status: string | null;
  readonly received: LocalTime | null;
  readonly promised: LocalTime | null;
  readonly reappointed: LocalTime | null;
  readonly ready: LocalTime | null;
  readonly returned: LocalTime | null;
  readonly dateOnly: readonly DatedField[];
  /** The host's own words on time ("Còn 2 ngày"); shown as information, never used as a fact. */
  readonly hostVerdict: string | null;
  /** Supplement requests the page counts or lists. */
  readonly supplements: number | null;
  /** The progress table, in the order of the page. */
  readonly steps: readonly StepReading[] | null;
  /** When the system got a dossier filed online, where a label says so («Ngày gửi trực tuyến»). Absent = not shown. */
  readonly submittedOnline?: LocalTime;
  /** Limit of the procedure in working days, where the page prints one: «5 ngày làm việc». Absent = not shown. */
  readonly limitDays?: number;
  readonly source: 'list' | 'detail';
}

/**
 * What is known of one site beyond the common words: taught by an officer, or from a pack of the province. Data alone; keys of `labels`
 * and `states` as `labelKey` gives them. Every part is optional.
 */
export interface SiteWords {
  readonly labels?: Readonly<Record<string, Meaning>>;
  /** No other label than these means anything. */
  readonly only?: boolean;
  readonly states?: Readonly<Record<string, DossierState>>;
  /** Order of day and month in slashed dates, where the columns alone do not tell. */
  readonly dateOrder?: DateOrder;
}

/** The page read, how much of it is drawn, and the office whose hours complete a bare day. */
export interface Page {
  readonly document: Document;
  readonly sees: Sees;
  readonly office: Office;
  readonly site?: SiteWords | null;
  /** Tables that were read already, as a pack says. */
  readonly taken?: readonly HTMLElement[];
}

/** One row: the element it stands in now and what it says. `reading` is `null` where no single code could be read. */
export interface RowReading {
  readonly row: HTMLElement;
  readonly code: string | null;
  readonly duplicate: boolean;
  readonly reading: DossierReading | null;
  /** Cells beside which a mark may stand, best first; never a personal one. */
  readonly places: readonly HTMLElement[];
}

export interface ListReading {
  readonly table: HTMLElement;
  /** The layer is put after this element and clipped to it. */
  readonly anchor: HTMLElement;
  /** Placeholders are shown: what the rows say is neither the old page nor the new one. */
  readonly loading: boolean;
  /** Rows read so far, those in view first of all, in the order of the page. */
  readonly rows: readonly RowReading[];
  /** Rows of the list that stand in the page, read or not. */
  readonly total: number;
  /**
   * The same list with further rows, those nearest to the view first; `enough` is asked after every few rows. `null` when every row
   * is read, or as many as one list may have (`MOST_ROWS`); rows further off are read when they come into view.
   */
  readonly more: ((enough: () => boolean) => ListReading) | null;
  /** Code of the dossier a row shows at this moment; cheap, for the check before a redraw. */
  readonly codeOf: (row: HTMLElement) => string | null;
  /** Where the page shows several lists: each of them, in the order of the page, while `rows` and `total` are those of all. */
  readonly parts?: readonly ListReading[];
  /** Rows of further lists that name dossiers and cannot be read. Absent = none. */
  readonly unread?: number;
}

/** The lists of the page `list` was read from, one by one. */
export const partsOf = (list: ListReading): readonly ListReading[] => list.parts ?? [list];

/** What a family of back offices must provide. */
export interface Host {
  readonly id: string;
  readonly recognises: (page: Page) => boolean;
  /** The list of dossiers on the page, or `null` where there is none that can be read. */
  readonly readList: (page: Page) => ListReading | null;
  /** The one dossier shown in full, on the page or in a dialog over `list`, or `null`. */
  readonly readDetail: (page: Page, list: ListReading | null) => DossierReading | null;
}
