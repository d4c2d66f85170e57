import type { Flag } from '#wire/flag.ts';
import { linkTo } from '../../place.ts';
import { text } from '../../text.ts';

/** The address of one flag: `#/can-xem-lai?ky=<period>&muc=<flag>`. */
export const flagLink = (period: string, flag: string) => linkTo(['can-xem-lai'], { ky: period, muc: flag });

/** Whom it asks, in words. */
export function askedText({ unit, unitName, officer }: Pick<Flag, 'unit' | 'unitName' | 'officer'>): string {
  if (officer !== null) return text('flags.asked.officer', { officer, unit: unitName });
  return unit === '' ? text('flags.asked.province') : text('flags.asked.unit', { unit: unitName });
}
