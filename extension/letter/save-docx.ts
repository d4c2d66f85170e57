import { saveFile } from '../panel/save-file.ts';
import { docxOf } from './docx.ts';
import type { LetterText } from './letter-text.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Hands the letter to the officer as a file that is named after the dossier, not after a person. */
export function saveDocx(text: LetterText, code: string): void {
  saveFile(`xin-loi-${code.replace(/[^A-Za-z0-9.-]/g, '-')}.docx`, TYPE, docxOf(text));
}
