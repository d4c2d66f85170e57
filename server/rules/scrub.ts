import { hidePersonalData } from './personal-data.ts';
import type { Lang, Words } from './surveys/survey.ts';
import citizenEn from './surveys/words/citizen.en.json' with { type: 'json' };
import citizenVi from './surveys/words/citizen.vi.json' with { type: 'json' };

const WORDS: Readonly<Record<Lang, Words>> = { vi: citizenVi, en: citizenEn };

/** `hidePersonalData` with the labels of one language: `Gọi 0912345678` → `Gọi [đã che số điện thoại]`. */
export function scrub(text: string, lang: Lang = 'vi'): { readonly text: string; readonly hidden: number } {
  return hidePersonalData(text, (kind) => WORDS[lang][`scrub.${kind}`] ?? '');
}
