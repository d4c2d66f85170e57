/** `Câu {i}.` with `{ i: 1 }` → `Câu 1.`; a name without a value stays visible. */
export function fill(text: string | undefined, values: Readonly<Record<string, string | number>> = {}): string {
  return (text ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
