/** Format characters nobody sees and which make equal texts differ. */
const UNSEEN = /[\u200b-\u200d\u2060\ufeff]/g;

/** A cell's text as it is compared and kept: NFC (Windows-1258 writes marks apart), nothing unseen, no blanks at its ends. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '').trim();
}
