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

/** A list as a file the browser saves. @param name parts of the file's name, without its ending. */
export async function sendListing<Row>(
  c: Context,
  format: ListingFormat,
  name: readonly (string | number | undefined)[],
  listing: Listing<Row>,
  pages: AsyncIterable<readonly Row[]>,
): Promise<Response> {
  const file = name.filter(Boolean).join('-');
  c.header('cache-control', 'private, no-store');
  c.header('content-disposition', `attachment; filename="${file}.${format}"`);
  if (format === 'xlsx') {
    c.header('content-type', LISTING_TYPES.xlsx);
    return c.body(await listingXlsx(listing, file, pages));
  }
  c.header('content-type', `${LISTING_TYPES.csv}; charset=utf-8`);
  return stream(c, async (out) => {
    for await (const text of listingCsv(listing, pages)) await out.write(text);
  });
}
