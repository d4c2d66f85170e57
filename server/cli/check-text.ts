import type { Fault } from '#rules/integrity.ts';
import type { PublishedTable } from '#rules/published-table.ts';
import { faultsBetween, publishedFaults } from '../figures/published-faults.ts';
import type { Printed } from './json-command.ts';

/** A fault as two lines: its arithmetic, then the figures it was read from. */
function faultLines({ message, evidence }: Fault): string[] {
  return [`  ${message}`, `      ${evidence.map(({ label, value }) => `${label}: ${value}`).join('; ')}`];
}

/** What does not add up in each table, and between the periods of each tenant. */
export interface Checked {
  readonly tables: readonly { readonly table: PublishedTable; readonly faults: readonly Fault[] }[];
  readonly between: readonly Fault[];
}

export function checkTables(tables: readonly PublishedTable[]): Checked {
  return { tables: tables.map((table) => ({ table, faults: publishedFaults(table) })), between: faultsBetween(tables) };
}

/** As the terminal prints it, table by table and then between the periods; code 1 when anything was found. */
export function checkText({ tables, between }: Checked): Printed {
  const faults = tables.reduce((sum, each) => sum + each.faults.length, between.length);
  const lines = tables.flatMap((each) => [
    `${each.table.tenantName}: ${each.table.title} (${each.table.periodText})`,
    ...(each.faults.length === 0
      ? ['  Không thấy chỗ nào cộng không khớp.']
      : each.faults.flatMap((fault) => faultLines(fault))),
    '',
  ]);
  if (between.length > 0) lines.push('Giữa các kỳ', ...between.flatMap((fault) => faultLines(fault)), '');
  const found = faults === 0 ? 'không thấy chỗ nào cần xem lại' : `${faults} chỗ cần xem lại`;
  return {
    text: `${[...lines, `Đã kiểm tra ${tables.length} bảng: ${found}.`].join('\n')}\n`,
    code: faults === 0 ? 0 : 1,
  };
}
