import { showsDossiers } from './columns.ts';
import { type DossierReading, type Host, type ListReading, type Page, partsOf } from './host.ts';
import { HOSTS } from './index.ts';
import { mergeLists } from './merge-lists.ts';
import { showsCodes } from './shows-codes.ts';

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

/** What reads `page`, the first to be asked first: packs made for it, then the family that recognises it. */
function readersOf(page: Page, hosts: readonly Host[]): readonly Host[] {
  const known = hosts.filter((each) => each.id.startsWith('pack:') && each.recognises(page));
  const family = hosts.find((each) => !each.id.startsWith('pack:') && each.recognises(page));
  return family ? [...known, family] : known;
}

/** Reads a page; nothing of it is changed. Beside what a pack was made for there may be lists and dialogs that need none. */
export function readPage(page: Page, hosts: readonly Host[] = HOSTS): PageReading {
  const readers = readersOf(page, hosts);
  let list: ListReading | null = null;
  for (const reader of readers) {
    const before: readonly ListReading[] = list ? partsOf(list) : [];
    const found = reader.readList(list ? { ...page, taken: before.map(({ table }) => table) } : page);
    list = found && list ? mergeLists([...before, ...partsOf(found)], found.unread) : (list ?? found);
  }
  let detail: DossierReading | null = null;
  for (const reader of readers) detail ??= reader.readDetail(page, list);
  return {
    family: readers[0]?.id ?? 'none',
    list,
    detail,
    unreadable: !list && !detail && (showsDossiers(page) || showsCodes(page)),
  };
}
