import type { Office } from '#rules/calendar/working-time.ts';
import type { DossierState } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { Sees } from './visible-text.ts';

/** A date column or label that held a day without an hour; the hour below it is the office's, not the page's. */
export type DatedField = 'received' | 'promised' | 'reappointed' | 'ready' | 'returned';

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
  readonly source: 'list' | 'detail';
}

/** The page read, how much of it is drawn, and the office whose hours complete a bare day. */
export interface Page {
  readonly document: Document;
  readonly sees: Sees;
  readonly office: Office;
}

/** One row: the element it stands in now and what it says. `reading` is `null` where no single code could be read. */
export interface RowReading {
  readonly row: HTMLTableRowElement;
  readonly code: string | null;
  readonly duplicate: boolean;
  readonly reading: DossierReading | null;
  /** Cells beside which a mark may stand, best first; never a personal one. */
  readonly places: readonly HTMLElement[];
}

export interface ListReading {
  readonly table: HTMLTableElement;
  /** The layer is put after this element and clipped to it. */
  readonly anchor: HTMLElement;
  /** Placeholders are shown: what the rows say is neither the old page nor the new one. */
  readonly loading: boolean;
  readonly rows: readonly RowReading[];
  /** Code of the dossier a row shows at this moment; cheap, for the check before a redraw. */
  readonly codeOf: (row: HTMLTableRowElement) => string | null;
}

/** What a family of back offices must provide. */
export interface Host {
  readonly id: string;
  readonly recognises: (page: Page) => boolean;
  /** The list of dossiers on the page, or `null` where there is none that can be read. */
  readonly readList: (page: Page) => ListReading | null;
  /** The one dossier a detail page shows, or `null`. */
  readonly readDetail: (page: Page) => DossierReading | null;
}
