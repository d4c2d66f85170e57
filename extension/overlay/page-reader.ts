import type { Host, Page, SiteWords } from '../hosts/host.ts';
import { HOSTS } from '../hosts/index.ts';
import { packHost } from '../hosts/pack-host.ts';
import { siteWordsOf } from '../hosts/pack-words.ts';
import { type PageReading, readPage } from '../hosts/read-page.ts';
import { seesLayout } from '../hosts/visible-text.ts';
import type { OverlayStart } from '../messages.ts';
import { officeOf, UNSETTLED } from '../office-rules.ts';
import type { Look } from '../site-health.ts';
import { reportLook } from './report-look.ts';

export interface PageReader {
  /** Goes by what the background said of this site: its hours, and the packs asked before the families. */
  readonly settle: (start: Pick<OverlayStart, 'settings' | 'packs'>) => void;
  readonly page: () => Page;
  readonly read: () => PageReading;
  /** Tells the background how a look went, when that is news. */
  readonly tell: (look: Look) => void;
  /** Runs `look` with every element counted as drawn: while texts alone are compared, the layout need not be asked. */
  readonly loosely: <T>(look: () => T) => T;
}

/** Reads the page this script is in. */
export function makePageReader(ask: Parameters<typeof reportLook>[0]): PageReader {
  let office = officeOf(UNSETTLED);
  let hosts: readonly Host[] = HOSTS;
  let site: SiteWords | null = null;
  let loose = false;
  let tell = reportLook(ask);
  const sees = (element: Element): number => (loose ? 100 : seesLayout(element));
  const page = (): Page => ({ document, sees, office, site });
  return {
    settle({ settings, packs }) {
      office = officeOf(settings);
      hosts = [...packs.map(packHost), ...HOSTS];
      site = siteWordsOf(packs);
      tell = reportLook(ask);
    },
    page,
    read: () => readPage(page(), hosts),
    tell: (look) => tell(look),
    loosely(look) {
      loose = true;
      try {
        return look();
      } finally {
        loose = false;
      }
    },
  };
}
