import { FAMILY } from '#rules/packs/personal-column.ts';
import { onceEach } from './once-each.ts';

const LONGEST = 300;
const MOST_KNOWN = 2_000;
const FAMILIES: ReadonlySet<string> = new Set(FAMILY.split('|'));
const BEFORE_A_NAME: ReadonlySet<string> = new Set(['ông', 'bà', 'anh', 'chị', 'em', 'cháu']);
/** «Bà mẹ Việt Nam anh hùng», «Bà Rịa»: written with capitals and nobody's name. */
const NO_NAME: ReadonlySet<string> = new Set(['mẹ', 'rịa']);
const PROCEDURE_CODE = /\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}(?:\.[A-Z]\d{2})?)?/g;
/** A phone, an identity number, a tax number, however grouped; an e-mail address. */
const NUMBER = /\d(?:[ .()+-]{0,2}\d){8,}|@/;
const ADDRESS = /(?:^|[ ,])(?:số nhà|thôn|xóm|ấp|khóm|ngõ|ngách|hẻm|tổ dân phố) /;
const COMPANY = /^(?:công ty|cty|hộ kinh doanh|hợp tác xã) /;

const isCapital = (word: string): boolean => word[0] !== undefined && word[0] !== word[0].toLowerCase();

/** `NGUYỄN VĂN A`, `Trần Thị B`: two to six words in capitals, the first a family name. */
function isName(part: string): boolean {
  const words = part.split(' ');
  const [family = ''] = words;
  return words.length > 1 && words.length < 7 && words.every(isCapital) && FAMILIES.has(family.toLowerCase());
}

function namesSomebody(text: string): boolean {
  const low = text.toLowerCase();
  if (NUMBER.test(text.replace(PROCEDURE_CODE, '')) || ADDRESS.test(low)) return true;
  const words = text.split(' ');
  const isTitle = (word: string, i: number): boolean => {
    const next = words[i + 1] ?? '';
    return (
      BEFORE_A_NAME.has(i === 0 ? word.toLowerCase() : word) && isCapital(next) && !NO_NAME.has(next.toLowerCase())
    );
  };
  if (words.some(isTitle)) return true;
  return text.split(/\s*[-–:;,()/]\s*/).some((part) => isName(part) || COMPANY.test(part.toLowerCase()));
}

const keptOf = onceEach(MOST_KNOWN, (cut) => (!cut || namesSomebody(cut) ? null : cut));

/**
 * A text of the page that is kept, cut to 300 characters, or `null` when it or a part of it seems to be of a person. Made of plain words
 * and no pattern over all letters: those cost a browser tens of milliseconds the first time. Errs to the side of leaving out.
 */
export const withoutPerson = (text: string | null): string | null =>
  text === null ? null : keptOf(text.slice(0, LONGEST).trim());
