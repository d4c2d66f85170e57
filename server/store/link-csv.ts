import { stringify } from 'csv-stringify/sync';
import type { MadeLink } from './survey-links.ts';

const COLUMNS = ['code', 'url', 'expires'] as const;

/** Made links as lines of `code,url,expires`; what would run as a formula in a spreadsheet is text. */
export function linkLines(links: readonly MadeLink[], baseUrl: string): string {
  const rows = links.map(({ code, token, expires }) => ({ code, url: `${baseUrl}/k/${token}`, expires }));
  return stringify(rows, { columns: [...COLUMNS], escape_formulas: true });
}

/** First line of the file, with the mark by which spreadsheets know UTF-8. */
export const LINK_HEAD = `\u{feff}${COLUMNS.join(',')}\n`;
