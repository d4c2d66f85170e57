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
    readDetail: (page, list) => readDetail(page, list === null && isDetail(page)),
  };
}

/** Whether the page has an element that `selector` names. */
export const shows =
  (selector: string) =>
  ({ document }: Page): boolean =>
    document.querySelector(selector) !== null;
