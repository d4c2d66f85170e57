import type { Words } from '#rules/surveys/survey.ts';

/** The words under `key` with each `{x}` replaced by `values.x`; an unknown key shows itself, so that it is noticed. */
export function fill(words: Words, key: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (blank, name: string) => `${values[name] ?? blank}`);
}
