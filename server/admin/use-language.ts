import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES, type Language, language, onLanguage, speak } from './text.ts';

const KEPT = 'dvc-language';

/** The language chosen on this browser, Vietnamese when none was or nothing can be kept here. */
export function keptLanguage(): Language {
  try {
    return LANGUAGES.find((each) => each === localStorage.getItem(KEPT)) ?? 'vi';
  } catch {
    return 'vi';
  }
}

/** Changes the language and keeps the choice on this browser. */
export async function chooseLanguage(next: Language): Promise<void> {
  await speak(next);
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // A browser that keeps nothing speaks Vietnamese the next time.
  }
}

/** The language spoken; renders again when it changes. */
export function useLanguage(): Language {
  const [spoken, setSpoken] = useState(language);
  useEffect(() => onLanguage(() => setSpoken(language())), []);
  return spoken;
}
