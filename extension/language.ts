export type Language = 'vi' | 'en';

let spoken: Language = 'vi';

/** The language every text is said in from now on; whoever shows texts draws anew afterwards. */
export function speak(language: Language): void {
  spoken = language;
}

export const language = (): Language => spoken;

/**
 * The texts of one screen, in both languages with the same keys. `{name}` in a text is the place of a value.
 * @returns says the text of a key in the language spoken at that moment.
 */
/*@__NO_SIDE_EFFECTS__*/
export function texts<Key extends string>(
  vi: Readonly<Record<Key, string>>,
  en: Readonly<Record<NoInfer<Key>, string>>,
) {
  return (key: Key, values: Readonly<Record<string, string | number>> = {}): string =>
    ({ vi, en })[spoken][key].replace(/\{(\w+)\}/g, (place, name: string) => `${values[name] ?? place}`);
}
