import { readDetail } from './detail-reader.ts';
import type { Host, Page } from './host.ts';
import { readTable } from './list-reader.ts';

interface Family {
  readonly id: string;
  readonly recognises: (page: Page) => boolean;
  /** What its lists stand in, the best first; the layer is put beside it. Without one it is put beside the table itself. */
  readonly wrappers?: readonly string[];
  /** Whether a page that shows no list may be read as the detail of one dossier; without it every such page may. */
  readonly isDetail?: (page: Page) => boolean;
}

/** A family whose lists have headers and whose detail pages have labels: that is all of those seen so far. */
export function family({ id, recognises, wrappers = [], isDetail = () => true }: Family): Host {
  const wrapperOf = (table: HTMLElement): HTMLElement => {
    for (const selector of wrappers) {
      const wrapper = table.closest<HTMLElement>(selector);
      if (wrapper) return wrapper;
    }
    return table;
  };
  return {
    id,
    recognises,
    readList: (page) => readTable(page, wrapperOf),
    readDetail: (page, list) => readDetail(page, list, isDetail(page)),
  };
}

/**
 * Whether the page has an element that one of `selectors` names. Each is to be a plain class, name or id: a browser finds those many
 * times faster than selectors put together, and a page is asked at every change.
 */
export const shows = (page: Page, ...selectors: readonly string[]): boolean =>
  selectors.some((selector) => page.document.querySelector(selector) !== null);

/** Whether one of the tables of the page is as `selector` says. */
export const showsTable = ({ document }: Page, selector: string): boolean =>
  [...document.getElementsByTagName('table')].some((table) => table.matches(selector));
