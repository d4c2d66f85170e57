export type PersonalKind = 'phone' | 'id' | 'email' | 'name' | 'address' | 'account';

/** Each of `words`, with a small or a capital first letter. */
const any = (words: string) =>
  `(?:${words.replace(/(?<![^|])\p{L}/gu, (first) => `[${first}${first.toUpperCase()}]`)})`;

const pattern = (source: string, flags = 'giu') => new RegExp(source, flags);

const CAPITALISED = String.raw`\p{Lu}\p{L}{0,9}(?: \p{Lu}\p{L}{0,9}){0,4}(?!\p{L})`;
const HOUSE = String.raw`\d{1,4}\p{L}?(?:/\d{1,4}\p{L}?){0,3}(?!\p{L})`;
const HOUSE_OR_NAME = `(?:${HOUSE}|${CAPITALISED})`;
/** What is part of nobody's address alone, and what is. */
const [WIDE, NARROW] = [
  any('đường|phố|phường|xã|quận|huyện|tỉnh|thị trấn'),
  any('số nhà|căn hộ|ngõ|ngách|hẻm|thôn|xóm|ấp|khóm|tổ dân phố|khu phố'),
];
const PLACE = `,? ?(?:${WIDE}|${NARROW}) ${HOUSE_OR_NAME}`;
/** Capitalised words after a form of address that are an office or a place, not a person. */
const NOT_A_NAME =
  '(?!Ông|Bà|Anh|Chị|Rịa|Việt|Chủ |Phó |Trưởng |Giám |Bí |Cán |Công (?:an|chức|ty)|Trung tâm|Phòng |Sở |Bộ |Một cửa|Ủy |Uỷ |UBND)';
/** Not inside a code, a date or an amount. */
const ALONE = String.raw`(?<!\d[.,/-]?)`;
const NOT_MONEY = String.raw`(?![.,/-]?\d| ?(?:đ|đồng|vn[đd]|ngh[iì]n|ngàn|tr|triệu)(?!\p{L}))`;

/**
 * In this order: a longer pattern comes before one that would bite a piece out of it. Every repetition is bounded, so the
 * work grows in proportion to the text. Numbers joined to others by `.` `,` `/` `-` are codes, dates or amounts: kept.
 */
export const PATTERNS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['email', /[\w.+-]{1,64} ?@ ?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g],
  [
    // Soon after the word, however its digits are grouped, unless as those of a date or of a procedure.
    'account',
    pattern(
      String.raw`(?<=(?<!\p{L})(?:tài khoản|s?tk)[^\d.;\]]{0,18})(?!\d\.\d{6}|\d\d?[./-]\d\d?[./-])\d(?:[ .-]?\d){5,18}(?!.?\p{L}\d)${NOT_MONEY}`,
    ),
  ],
  ['account', pattern(String.raw`${ALONE}\d{13,19}(?!\d)`)],
  [
    'phone',
    pattern(
      String.raw`${ALONE}\(?(?:\+84\)?[ .-]?|84(?=\d{9})|0)(?=\d{0,6}\)?([ .-])|)\1?[235789](?:\)?\1?\d){8,9}${NOT_MONEY}`,
    ),
  ],
  [
    'id',
    pattern(
      String.raw`${ALONE}(?:\d{12}|(?!\d\d?[./-]\d\d?[./-])0(?:[ .-]?\d){11}|\d{9}|\d{3} \d{3} \d{3})${NOT_MONEY}`,
    ),
  ],
  [
    'address',
    pattern(
      `(?:${NARROW} ${HOUSE_OR_NAME}|${any('số|tổ|khu')} ${HOUSE}(?=${PLACE})|(?<![\\d.,/-])${HOUSE}(?= (?:đường|phố) \\p{Lu}))(?:${PLACE}){0,5}`,
      'gu',
    ),
  ],
  ['address', /(?<=địa chỉ(?: nhà| của| tôi){0,3}(?: là| ở|:) ?)[^\s.;:[\]][^.;:\n[\]]{2,79}/gi],
  [
    'name',
    pattern(
      `(?<=(?<!\\p{L})${any('tên|tôi|em|cháu|ông|bà|anh|chị|cô|chú|bác|bố|mẹ|vợ|chồng|cán bộ|đồng chí')}(?: tôi| tên| là){0,3}:? )${NOT_A_NAME}${CAPITALISED}`,
      'gu',
    ),
  ],
  [
    // Whoever writes a name without capitals still writes the family name before the middle one.
    'name',
    pattern(
      `(?<!\\p{L}|${WIDE} )(?:nguyễn|trần|lê|phạm|hoàng|vũ|võ|đặng|bùi|đỗ) (?:văn|thị)(?: \\p{L}{1,7}){1,2}(?!\\p{L})`,
    ),
  ],
];

/**
 * Puts `label(kind)` where a free text seems to hold personal data: phone, identity number (9 or 12 digits), e-mail, bank
 * account, names after a form of address, home addresses. Returns the text in NFKC without
 * invisible characters, and how many places were hidden. Doing it twice changes nothing more. It errs to the side of hiding; dossier
 * codes, dates, amounts and law numbers stay.
 */
export function hidePersonalData(
  text: string,
  label: (kind: PersonalKind) => string,
): { readonly text: string; readonly hidden: number } {
  let hidden = 0;
  let clean = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  // What touched something hidden is seen only in the next round.
  for (let rounds = 3; rounds--; )
    for (const [kind, pattern] of PATTERNS)
      clean = clean.replace(pattern, () => {
        hidden++;
        return label(kind);
      });
  return { text: clean, hidden };
}
