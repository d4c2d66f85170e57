export type PersonalKind = 'phone' | 'id' | 'email' | 'name' | 'address' | 'account';

const CAPITALISED = String.raw`\p{Lu}\p{L}{0,9}(?: \p{Lu}\p{L}{0,9}){0,4}(?!\p{L})`;
const HOUSE = String.raw`\d{1,4}\p{L}?(?:/\d{1,4}\p{L}?){0,3}`;
const LANE = '(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt)';
const VILLAGE = '(?:[Tt]hôn|[Xx]óm|[Ấấ]p|[Tt]ổ dân phố|[Kk]hu phố)';
const PLACE = `,? ?(?:đường|phố|phường|xã|quận|huyện|tỉnh|${LANE}|${VILLAGE}) (?:${HOUSE}|${CAPITALISED})`;
/** Capitalised words after a form of address that are an office or a place, not a person. */
const NOT_A_NAME =
  '(?!Ông|Bà|Anh|Chị|Rịa|Chủ |Phó |Trưởng |Giám |Bí |Cán |Công (?:an|chức|ty)|Trung tâm|Phòng |Sở |Bộ |Một cửa|Ủy |Uỷ |UBND)';

/**
 * In this order: a longer pattern comes before one that would bite a piece out of it. Every repetition is bounded, so the
 * time grows in proportion to the text. Numbers joined to others by `.` `,` `/` `-` are codes, dates or amounts: kept.
 */
const PATTERNS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g],
  ['account', /(?<=(?:tài khoản|stk|số tk)(?: của tôi)?(?: số| là)?[ :.]{0,3})\d(?:[ .-]?\d){5,18}(?!\d)/gi],
  ['account', /(?<!\d[.,/-]?)\d{13,19}(?!\d)/g],
  [
    'phone',
    /(?<!\d[.,/-]?)\(?(?:\+84[ .-]?|84(?=\d{9})|0)(?=\d{0,6}\)?([ .-])|)[235789](?:\)?\1?\d){8,9}(?![.,/-]?\d| ?(?:đ|đồng|vn[đd]|ngh[iì]n|ngàn|tr|triệu)(?!\p{L}))/giu,
  ],
  [
    'id',
    /(?<!\d[.,/-]?)(?:\d{12}|0\d\d([ .])\d{3}\1\d{3}\1\d{3}|\d{9}|\d{3} \d{3} \d{3})(?![.,/-]?\d| ?(?:đ|đồng|vn[đd]|ngh[iì]n|ngàn|tr|triệu)(?!\p{L}))/giu,
  ],
  [
    'address',
    new RegExp(
      `(?:(?:[Ss]ố nhà|[Nn]hà số) ${HOUSE}|[Ss]ố ${HOUSE}(?=,? (?:đường|phố|ngõ|ngách|hẻm|kiệt) )|${LANE} ${HOUSE}|${VILLAGE} (?:${HOUSE}|${CAPITALISED}))(?:${PLACE}){0,5}`,
      'gu',
    ),
  ],
  ['address', /(?<=địa chỉ(?: nhà)?(?: của)?(?: tôi)?(?: là| ở|:) ?)[^\s.;:[\]][^.;:\n[\]]{2,79}/gi],
  [
    'name',
    new RegExp(
      `(?<=(?<!\\p{L})(?:[Tt]ên tôi là|[Tt]ôi tên(?: là)?|[Tt]ôi là|[Hh]ọ(?: và)? tên(?: là)?|[Tt]ên là|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]án bộ|[Đđ]ồng chí):? )${NOT_A_NAME}${CAPITALISED}`,
      'gu',
    ),
  ],
];

/**
 * Puts `label(kind)` where a free text seems to hold personal data: phone, identity number (9 or 12 digits), e-mail, bank
 * account, names after a form of address, home addresses. Returns NFC text and how many places were hidden. Doing it twice
 * changes nothing more. It errs to the side of hiding; dossier codes, dates, amounts and law numbers stay.
 */
export function hidePersonalData(
  text: string,
  label: (kind: PersonalKind) => string,
): { readonly text: string; readonly hidden: number } {
  let hidden = 0;
  let clean = text.normalize('NFC');
  for (const [kind, pattern] of PATTERNS)
    clean = clean.replace(pattern, () => {
      hidden++;
      return label(kind);
    });
  return { text: clean, hidden };
}
