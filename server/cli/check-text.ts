import { type Fault, faultsOf, gapsBetween } from '#rules/integrity.ts';
import type { PublishedTable } from '#rules/published-table.ts';

/** A fault as two lines: its arithmetic, then the figures it was read from. */
function faultLines({ message, evidence }: Fault): string[] {
  return [`  ${message}`, `      ${evidence.map(({ label, value }) => `${label}: ${value}`).join('; ')}`];
}

/** What does not add up in `tables`, per table and then between the periods of each tenant, as the terminal prints it. */
export function checkText(tables: readonly PublishedTable[]): { readonly text: string; readonly faults: number } {
  const own = tables.map((table) => ({ table, faults: faultsOf(table) }));
  const between = gapsBetween(tables);
  const faults = own.reduce((sum, each) => sum + each.faults.length, between.length);
  const lines = own.flatMap((each) => [
    `${each.table.tenantName}: ${each.table.title} (${each.table.periodText})`,
    ...(each.faults.length === 0
      ? ['  Không thấy chỗ nào cộng không khớp.']
      : each.faults.flatMap((fault) => faultLines(fault))),
    '',
  ]);
  if (between.length > 0) lines.push('Giữa các kỳ', ...between.flatMap((fault) => faultLines(fault)), '');
  const found = faults === 0 ? 'không thấy chỗ nào cần xem lại' : `${faults} chỗ cần xem lại`;
  return { text: `${[...lines, `Đã kiểm tra ${tables.length} bảng: ${found}.`].join('\n')}\n`, faults };
}
