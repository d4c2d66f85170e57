/** `01/07/2025` as spreadsheets show it → `2025-07-01`; anything else goes as it is and is refused by name. */
export function pastedDay(cell: string | undefined): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell ?? '') ?? [];
  return day && month ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}
