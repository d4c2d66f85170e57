import { isIsoDate } from '../calendar/date.ts';
import type { Citation, IsoDate } from '../law.ts';

/** A dossier code in its parts. */
export interface DossierCode {
  /** `000.00.06.H56` or `H10.01`. */
  readonly agency: string;
  /** The six digits that stand for the day of receipt, as printed: `231027`. */
  readonly digits: string;
  /** The day they stand for; `null` = there is no such day. */
  readonly day: IsoDate | null;
  /** Two characters for the owner of a centralised national system; `null` = none that can be told from the sequence. */
  readonly owner: string | null;
  readonly sequence: string;
  /** The text that sets this order of parts. */
  readonly cite: Citation;
}

const TAIL = String.raw`-(?<digits>\d{6})-(?<owner>[A-Z][0-9A-Z]|[0-9][A-Z])?(?<sequence>\d{4,})$`;
const NATION_FIRST = new RegExp(String.raw`^(?<agency>\d{3}\.\d{2}\.[0-9A-Z]{2}\.[A-Z]\d{2})${TAIL}`);
const PROVINCE_FIRST = new RegExp(String.raw`^(?<agency>[A-Z]\d{2}(?:\.[0-9A-Z]{2,3}){0,3})${TAIL}`);

const TT01: Citation = { act: 'TT 01/2018/TT-VPCP', article: '19', certainty: 'text' };
const QD20: Citation = {
  act: 'QĐ 20/2020/QĐ-TTg',
  certainty: 'recalled',
  note: 'Thứ tự các phần của mã thấy ở hồ sơ thật, chưa đối chiếu văn bản.',
};
const TT04: Citation = { act: 'TT 04/2025/TT-VPCP', article: '23', certainty: 'text' };

/**
 * The parts of a dossier code: `V1V2V3.Z1Z2.Y1Y2.MX1X2-YYMMDD-XXXX`, the reversed order `MX1X2.Y1Y2[Y3].Z1Z2-YYMMDD-XXXX`, or the
 * latter with the system's owner before the sequence. `null` = none of these.
 */
export function parseDossierCode(code: string): DossierCode | null {
  const nationFirst = NATION_FIRST.exec(code);
  const parts = (nationFirst ?? PROVINCE_FIRST.exec(code))?.groups;
  if (!parts) return null;
  const { agency = '', digits = '', sequence = '', owner = null } = parts;
  const day = `20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4)}`;
  const cite = nationFirst ? TT01 : owner ? TT04 : QD20;
  return { agency, digits, day: isIsoDate(day) ? day : null, owner, sequence, cite };
}
