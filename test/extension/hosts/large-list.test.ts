import { expect, it } from 'vitest';
import { MOST_ROWS } from '../../../extension/hosts/read-in-parts.ts';
import { readPage } from '../../../extension/hosts/read-page.ts';
import { largePage } from '../fixtures/any-table/large.ts';
import { pageOf } from '../page-of.ts';

const list = readPage(pageOf(largePage(MOST_ROWS + 200))).list;

it('of a long list the rows in view are read first, and all are counted', () => {
  expect(list).toMatchObject({ total: MOST_ROWS + 200, loading: false });
  expect(list?.rows.length).toBeLessThan(200);
  expect(list?.more).not.toBeNull();
});

it('further rows are read a few at a time, for as long as there is time', () => {
  const longer = list?.more?.(() => true);
  const more = (longer?.rows.length ?? 0) - (list?.rows.length ?? 0);
  expect([more > 0, more <= 16]).toEqual([true, true]);
});

it('no more rows than one list may have are read, and the rest is known to be left', () => {
  let [now, turns] = [list, 0];
  while (now?.more && turns < 1_000) [now, turns] = [now.more(() => turns % 2 === 0), turns + 1];
  expect(now?.rows.length).toBe(MOST_ROWS);
  expect([now?.total, now?.more]).toEqual([MOST_ROWS + 200, null]);
  const codes = now?.rows.map(({ code }) => code) ?? [];
  expect(new Set(codes).size).toBe(codes.length);
});
