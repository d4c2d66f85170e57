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

/** Strata as they are named to people. */
export const STRATUM_LABELS: Readonly<Record<Stratum, string>> = {
  'late/above': 'Quá hạn, tự chấm cao hơn hệ thống',
  'late/notAbove': 'Quá hạn, tự chấm không cao hơn',
  'late/none': 'Quá hạn, không tự chấm',
  'onTime/above': 'Không quá hạn, tự chấm cao hơn hệ thống',
  'onTime/notAbove': 'Không quá hạn, tự chấm không cao hơn',
  'onTime/none': 'Không quá hạn, không tự chấm',
};

/** A dossier of which the stratum alone is known. */
export function inStratum(unit: string, code: string, stratum: Stratum): Drawable {
  const [time, self] = stratum.split('/');
  return { unit, code, late: time === 'late', selfAbove: self === 'none' ? null : self === 'above' };
}
