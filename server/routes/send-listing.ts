import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import { type Listing, listingCsv, listingXlsx } from '../reports/listing.ts';

/** The files a list is given as. */
export const LISTING_FORMATS = ['csv', 'xlsx'] as const;
export type ListingFormat = (typeof LISTING_FORMATS)[number];

/** Media type of each. */
export const LISTING_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Readonly<Record<ListingFormat, string>>;

/** A list as a file the browser saves, written as it is read. @param name parts of the file's name, without its ending. */
export function sendListing<Row>(
  c: Context,
  format: ListingFormat,
  name: readonly (string | number | undefined)[],
  listing: Listing<Row>,
  pages: AsyncIterable<readonly Row[]>,
): Response {
  const file = name.filter(Boolean).join('-');
  c.header('cache-control', 'private, no-store');
  c.header('content-disposition', `attachment; filename="${file}.${format}"`);
  c.header('content-type', format === 'xlsx' ? LISTING_TYPES.xlsx : `${LISTING_TYPES.csv}; charset=utf-8`);
  const parts = format === 'xlsx' ? listingXlsx(listing, file, pages) : listingCsv(listing, pages);
  return stream(c, async (out) => {
    for await (const part of parts) {
      // Whoever closed the page needs no more of it.
      if (out.aborted) return;
      await out.write(part);
    }
  });
}
