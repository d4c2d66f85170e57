import { labelKey, type Meaning } from '#rules/labels.ts';
import type { HostPack } from '#rules/packs/host-pack.ts';
import { parseCell } from '#rules/packs/parse-cell.ts';
import { readScope } from './detail-reader.ts';
import type { DossierReading, Page, SiteWords } from './host.ts';
import { statesOf } from './pack-words.ts';
import { readCode } from './read-code.ts';
import { visibleText } from './visible-text.ts';

/** The words of a detail page as a pack has them, and no others. */
function wordsOf(pack: HostPack): SiteWords {
  const labels = pack.detail.flatMap(({ meaning, place }) =>
    'label' in place ? [[labelKey(place.label), meaning] as const] : [],
  );
  return {
    labels: Object.fromEntries(labels),
    only: true,
    states: statesOf(pack),
    ...(pack.dateOrder ? { dateOrder: pack.dateOrder } : {}),
  };
}

/** The dossier of a detail page as a pack names its fields; `null` without one code and one date of the course. */
export function readPackDetail(pack: HostPack, page: Page): DossierReading | null {
  const fields = new Map<Meaning, HostPack['detail'][number]>(pack.detail.map((field) => [field.meaning, field]));
  if (!fields.has('code')) return null;
  const asSaid = (meaning: Meaning, labelled: string | null): string | null => {
    const field = fields.get(meaning);
    if (!field) return null;
    const { place, parser } = field;
    const element = 'selector' in place ? page.document.querySelector(place.selector) : null;
    const raw =
      'label' in place ? labelled : element && page.sees(element) > 0 ? visibleText(element, page.sees) : null;
    const text = raw && parseCell(parser, raw);
    return text && meaning === 'code' ? readCode(text) : text;
  };
  return readScope(page.document, { ...page, site: wordsOf(pack) }, asSaid);
}
