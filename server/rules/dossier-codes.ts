import type { Lang } from './surveys/survey.ts';

/** Not among the words of a form: only the server hides codes. */
const LABELS: Readonly<Record<Lang, string>> = { vi: '[đã che mã hồ sơ]', en: '[application code hidden]' };

/** As the national patterns have it, `H99.01-261102-0001` or `000.24.32.H49-240102-0003`, also with blanks at its dashes. */
const NATIONAL =
  /(?<![\p{L}\p{N}])(?:\d{3}\.\d{2}\.\d{2}\.)?[a-z]\d{2}(?: ?[.-] ?\d{1,3}){0,4} ?[.-] ?\d{6,8} ?[.-] ?\d{3,6}(?![\p{L}\p{N}])/giu;
const CODE = /[A-Za-z0-9][A-Za-z0-9./_-]{3,59}/g;

/** Whatever in a text could be the code of a dossier, as it stands and in capitals; a word without a digit is none. */
export function possibleCodes(text: string): string[] {
  const words = [...text.matchAll(CODE)].map(([word]) => word.replace(/[./_-]+$/, ''));
  return [...new Set(words.filter((word) => /\d/.test(word)).flatMap((word) => [word, word.toUpperCase()]))];
}

/**
 * Hides what looks like the code of a dossier, and whatever `known` says is one: in what a citizen says, and in what is replied, a
 * code would join answer and dossier for good.
 */
export function hideDossierCodes(
  text: string,
  lang: Lang = 'vi',
  known: (code: string) => boolean = () => false,
): string {
  const label = LABELS[lang];
  const isKnown = (word: string) => known(word) || known(word.toUpperCase());
  return text.replace(NATIONAL, label).replace(CODE, (word) => {
    const end = /[./_-]*$/.exec(word)?.[0] ?? '';
    return isKnown(word.slice(0, word.length - end.length)) ? label + end : word;
  });
}
