import { vi } from './words/vi.ts';

export type TextKey = keyof typeof vi;
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

let spoken: Language = 'vi';
let words: Readonly<Record<TextKey, string>> = vi;
const told = new Set<() => void>();

/** The language the screens speak. */
export function language(): Language {
  return spoken;
}

/**
 * Speaks `next` from now on, and tells who listens. English is loaded when it is first asked for.
 * @throws when it cannot be loaded: the language stays.
 */
export async function speak(next: Language): Promise<void> {
  words = next === 'vi' ? vi : (await import('./words/en.ts')).en;
  spoken = next;
  document.documentElement.lang = next;
  for (const tell of told) tell();
}

/** Calls `tell` at each change of the language; the answer ends that. */
export function onLanguage(tell: () => void): () => void {
  told.add(tell);
  return () => {
    told.delete(tell);
  };
}

/** Whether there are words for `key`, which came from the server. */
export function hasText(key: string): key is TextKey {
  return Object.hasOwn(vi, key);
}

/** The text of `key` in the language spoken, with each `{name}` replaced. Not at the top of a module: the language changes. */
export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
