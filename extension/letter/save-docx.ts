import { docxOf } from './docx.ts';
import type { LetterText } from './letter-text.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Long enough for a browser that asks where to put the file. */
const KEPT_MS = 60_000;

/** Hands the letter to the browser's own download; the file is named after the dossier, not after a person. */
export function saveDocx(text: LetterText, code: string): void {
  const address = URL.createObjectURL(new Blob([docxOf(text)], { type: TYPE }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `xin-loi-${code.replace(/[^A-Za-z0-9.-]/g, '-')}.docx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
