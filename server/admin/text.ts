import vi from './vi.json';

export type TextKey = keyof typeof vi;

/** The text of `key` with each `{name}` replaced. */
export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return vi[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
