/** Format characters nobody sees and which make equal texts differ. */
const UNSEEN = /[\u200b-\u200d\u2060\ufeff]/g;

/** Letters, digits and signs of double width, which keyboards of East Asia type: they look like ours and are not. */
const WIDE = /[\uff01-\uff5e]/g;
const WIDER_BY = 0xfee0;

const narrow = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - WIDER_BY);

/**
 * A cell's text as it is compared and kept: NFC (Windows-1258 writes marks apart), nothing unseen, nothing of double width, no blanks at
 * its ends.
 */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '').replace(WIDE, narrow).trim();
}
