import { showsDossiers } from './columns.ts';
import type { DossierReading, Host, ListReading, Page } from './host.ts';
import { HOSTS } from './index.ts';

/** All one page says at this moment. */
export interface PageReading {
  /** The family that recognised the page. */
  readonly family: string;
  readonly list: ListReading | null;
  /** The dossier of a detail page, or of the dialog that is open over a list. */
  readonly detail: DossierReading | null;
  /** Dossiers are shown, but in no way that can be read. Silence would be mistaken for "nothing due". */
  readonly unreadable: boolean;
}

/** Reads a page with the first of `hosts` that recognises it; nothing of the page is changed. */
export function readPage(page: Page, hosts: readonly Host[] = HOSTS): PageReading {
  const family = hosts.find((each) => each.recognises(page));
  const list = family?.readList(page) ?? null;
  const detail = family?.readDetail(page, list) ?? null;
  return {
    family: family?.id ?? 'none',
    list,
    detail,
    unreadable: !list && !detail && showsDossiers(page),
  };
}
