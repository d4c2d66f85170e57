import type { IsoDate } from './law.ts';
import type { Tenths } from './points.ts';

/** One line of a published count, exactly as printed; `count: null` = the report gives none. */
export interface PublishedPart {
  readonly label: string;
  readonly count: number | null;
  /** Percentage of the group's whole as printed, without the sign: `22,75`. */
  readonly percent?: string;
  /** What the report prints beside the line, e.g. the satisfaction label. */
  readonly beside?: string;
  /** Units the report names on this line. */
  readonly units?: readonly string[];
}

/** Parts of one whole. */
export interface PublishedGroup {
  readonly title: string;
  /** What is counted: `đơn vị`, `hồ sơ`, `lượt`. */
  readonly counted: string;
  readonly whole: { readonly label: string; readonly count: number | null };
  /** Whether the report presents the parts as the whole of it; a selection need not add up. */
  readonly exhaustive: boolean;
  readonly parts: readonly PublishedPart[];
}

/** A public report of an office, kept as published: never corrected, only checked. */
export interface PublishedTable {
  readonly id: string;
  readonly tenantName: string;
  readonly title: string;
  readonly source: {
    /** Publisher and document. */
    readonly text: string;
    readonly date: IsoDate;
    readonly url?: string;
  };
  /** Half-open; `null` when the report does not give both ends. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** The period in the report's own words. */
  readonly periodText: string;
  readonly groups: readonly PublishedGroup[];
  /** Totals of single units that the report names. */
  readonly scores: readonly {
    readonly unit: string;
    readonly total: Tenths;
    readonly grade: string;
    readonly satisfaction: string;
  }[];
  /** Other sentences of the report that carry figures. */
  readonly notes: readonly string[];
}
