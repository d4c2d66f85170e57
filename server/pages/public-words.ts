import { html } from 'hono/html';
import type { FormatLang } from '#rules/format.ts';
import { fill } from './fill.ts';
import type { Markup } from './html.ts';
import en from './public-words.en.json' with { type: 'json' };
import vi from './public-words.vi.json' with { type: 'json' };

export type PublicWord = keyof typeof vi;

/** What the public pages say; the source of every figure and reason stays the server's, Vietnamese. */
export const PUBLIC_WORDS: Readonly<Record<FormatLang, Readonly<Record<PublicWord, string>>>> = { vi, en };

export const say = (lang: FormatLang, word: PublicWord, values: Readonly<Record<string, string | number>> = {}) =>
  fill(PUBLIC_WORDS[lang][word], values);

/** Labels the rules print. */
const LABELS: Readonly<Record<string, string>> = {
  'Xuất sắc': 'Excellent',
  Tốt: 'Good',
  Khá: 'Fair',
  'Trung bình': 'Average',
  Yếu: 'Weak',
  'Rất hài lòng': 'Very satisfied',
  'Hài lòng': 'Satisfied',
  'Bình thường': 'Neither satisfied nor dissatisfied',
  'Không hài lòng': 'Dissatisfied',
  'Rất không hài lòng': 'Very dissatisfied',
};

export const labelIn = (lang: FormatLang, label: string) => (lang === 'en' ? (LABELS[label] ?? label) : label);

/** A text of the server, marked as Vietnamese where the page is not. */
export const inVietnamese = (lang: FormatLang, text: string): Markup | string =>
  lang === 'vi' ? text : html`<span lang="vi">${text}</span>`;
