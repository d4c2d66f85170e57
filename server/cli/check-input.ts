import * as z from 'zod';
import type { PublishedTable } from '#rules/published-table.ts';
import { publishedTable, publishedTables } from '#wire/published-table.ts';

/** A wrong input; the message names each field. */
export class WrongTable extends Error {
  override readonly name = 'WrongTable';
}

/**
 * The tables in `text`: one table as JSON, or a list of them. `path` names the source in messages.
 * @throws WrongTable for what is no JSON or no table.
 */
export function tablesIn(text: string, path: string): readonly PublishedTable[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new WrongTable(`${path}: không đọc được JSON (${(error as SyntaxError).message}).`);
  }
  const options = { error: z.locales.vi().localeError };
  const parsed = Array.isArray(body)
    ? publishedTables.safeParse(body, options)
    : publishedTable.safeParse(body, options);
  if (parsed.success) return Array.isArray(parsed.data) ? parsed.data : [parsed.data];
  const issues = parsed.error.issues.map((issue) => `- ${issue.path.join('.') || '(gốc)'}: ${issue.message}`);
  throw new WrongTable(
    ['Đầu vào chưa đúng. Sửa các mục sau, hoặc xem mẫu bằng «check --example»:', ...issues].join('\n'),
  );
}
