/** `22,75` → 2275 hundredths; `77` → 77 units. @throws RangeError when it is no percentage. */
export function parsePercent(text: string): { units: number; digits: number } {
  const found = /^(\d{1,3})(?:,(\d{1,4}))?$/.exec(text);
  if (!found) throw new RangeError(`«${text}» không phải là tỷ lệ. Viết dạng 22,75.`);
  const [, whole = '', rest = ''] = found;
  return { units: Number(whole + rest), digits: rest.length };
}
