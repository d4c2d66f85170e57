import { html } from 'hono/html';
import { type FormatLang, formatCount, formatDate, formatDateTime, formatTenths, MISSING } from '#rules/format.ts';
import type { Comparison, PublicErratum, UnitChange } from '#wire/comparison.ts';
import type { PublicResults } from '#wire/results.ts';
import { localTime } from '../clock.ts';
import type { Markup } from './html.ts';
import { publicHref } from './public-layout.ts';
import { inVietnamese, labelIn, say } from './public-words.ts';

const at = (instant: string) => localTime(new Date(instant));

/** Address of one snapshot of a period. */
const linkOf = ({ tenant, period }: PublicResults, snapshot: string, lang: FormatLang) =>
  publicHref({ tenant, lang }, '', { ky: period.period, ban: snapshot });

/** One line for each figure of the unit that differs. */
function lines(
  { total, grade, rank, dossiers, indicators }: UnitChange,
  lang: FormatLang,
): [what: string, from: string, to: string][] {
  const tenths = (value: number | null) => (value === null ? MISSING : formatTenths(value, lang));
  const count = (value: number | null) => (value === null ? MISSING : formatCount(value, lang));
  const label = (value: string | null) => (value === null ? MISSING : labelIn(lang, value));
  const line = <T>(what: string, change: { before: T; after: T } | null, print: (value: T) => string) =>
    change ? [[what, print(change.before), print(change.after)] as [string, string, string]] : [];
  return [
    ...line(say(lang, 'points'), total, tenths),
    ...line(say(lang, 'grade'), grade, label),
    ...line(say(lang, 'rank'), rank, count),
    ...line(say(lang, 'dossiers'), dossiers, count),
    ...indicators.flatMap((change) => line(`${say(lang, 'indicator')} ${change.indicator}`, change, tenths)),
  ];
}

function changeTable({ units }: Comparison, lang: FormatLang): Markup {
  if (units.length === 0) return html`<p>${say(lang, 'nothingChanged')}</p>`;
  const [what, before, after] = [say(lang, 'figure'), say(lang, 'before'), say(lang, 'after')];
  const rows = units.flatMap((unit) =>
    lines(unit, lang).map(
      ([of, from, to]) =>
        html`<tr><th scope="row">${unit.name}</th><td data-label="${what}"><div>${of}</div></td><td class="number" data-label="${before}"><div>${from}</div></td><td class="number" data-label="${after}"><div>${to}</div></td></tr>`,
    ),
  );
  return html`<table class="cards"><caption>${say(lang, 'changed', { n: formatCount(units.length, lang) })}</caption>
<thead><tr><th scope="col">${say(lang, 'unit')}</th><th scope="col">${what}</th><th scope="col" class="number">${before}</th><th scope="col" class="number">${after}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function erratumNote({ at: instant, erratum, snapshot, replaces, changes }: PublicErratum, lang: FormatLang): Markup {
  return html`<section class="note"><h2>${say(lang, 'erratumOn', { day: formatDate(at(instant)) })}</h2>
<p>${inVietnamese(lang, erratum)}</p>
<p class="small muted">${say(lang, 'replaces', { snapshot, replaces })}</p>
${changes ? html`<details><summary>${say(lang, 'beforeAfter')}</summary>${changeTable(changes, lang)}</details>` : ''}</section>`;
}

/** What was corrected of these figures, or that they have been replaced: never behind a fold. */
export function errataNotes(results: PublicResults, lang: FormatLang): Markup | string {
  const { supersededBy, errata, snapshot } = results;
  if (supersededBy !== null)
    return html`<p class="note">${say(lang, 'superseded', { snapshot: snapshot.snapshot })} <a href="${linkOf(results, supersededBy, lang)}">${say(lang, 'supersededBy', { snapshot: supersededBy })}</a>. ${say(lang, 'invalid')}</p>`;
  return html`${errata.toReversed().map((each) => erratumNote(each, lang))}`;
}

/** The snapshots the public was shown, each at its own address. */
export function versionList(results: PublicResults, lang: FormatLang): Markup | string {
  if (results.versions.length < 2) return '';
  return html`<details><summary>${say(lang, 'versions')}</summary><ul class="links">${results.versions.map(
    ({ snapshot, createdAt }) =>
      html`<li><a href="${linkOf(results, snapshot, lang)}"${snapshot === results.snapshot.snapshot ? html` aria-current="true"` : ''}>${snapshot}</a> <span class="muted">${say(lang, 'closedAt', { time: formatDateTime(at(createdAt)) })}</span></li>`,
  )}</ul></details>`;
}
