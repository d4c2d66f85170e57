/** A dossier as the drawing of a sample sees it. */
export interface Drawable {
  readonly unit: string;
  readonly code: string;
  readonly late: boolean;
  /** `null` = the officer gave no score. */
  readonly selfAbove: boolean | null;
}

/** `late/above`, `onTime/none`: what a dossier is beside its unit. */
export type Stratum = `${'late' | 'onTime'}/${'above' | 'notAbove' | 'none'}`;

/** No law says how a review sample is drawn: strata and sizes are this project's reading. */
export const stratumOf = ({ late, selfAbove }: Drawable): Stratum =>
  `${late ? 'late' : 'onTime'}/${selfAbove === null ? 'none' : selfAbove ? 'above' : 'notAbove'}`;
