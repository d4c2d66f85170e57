import type { DossierState } from '#rules/dossier.ts';
import { labelKey, type Meaning } from '#rules/labels.ts';
import type { HostPack } from '#rules/packs/host-pack.ts';
import type { SiteWords } from './host.ts';

/** State by the words of the site, keyed as `labelKey` writes them. */
export function statesOf(pack: HostPack): Readonly<Record<string, DossierState>> {
  return Object.fromEntries(pack.statuses.map(({ words, state }) => [labelKey(words), state]));
}

/** What the families may know from the packs of a site where no recipe fits the page; an earlier pack stands above a later one. */
export function siteWordsOf(packs: readonly HostPack[]): SiteWords | null {
  if (packs.length === 0) return null;
  const labels: Record<string, Meaning> = {};
  const states: Record<string, DossierState> = {};
  for (const pack of packs.toReversed()) {
    for (const { columns } of pack.lists)
      for (const { meaning, place, line } of columns)
        if ('header' in place && line === null) labels[labelKey(place.header)] = meaning;
    for (const { meaning, place } of pack.detail) if ('label' in place) labels[labelKey(place.label)] = meaning;
    Object.assign(states, statesOf(pack));
  }
  const order = packs.find(({ dateOrder }) => dateOrder)?.dateOrder;
  return { labels, states, ...(order ? { dateOrder: order } : {}) };
}
