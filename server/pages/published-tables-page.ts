import { html } from 'hono/html';
import { type FormatLang, formatCount, formatDate, formatTenths, MISSING } from '#rules/format.ts';
import type { Fault } from '#rules/integrity.ts';
import type { PublishedGroup, PublishedTable } from '#rules/published-table.ts';
import { faultsBetween, publishedFaults } from '../figures/published-faults.ts';
import type { Markup } from './html.ts';
import { type PublicHead, publicLayout } from './public-layout.ts';
import { inVietnamese, labelIn, say } from './public-words.ts';

/** A label as printed, in English where it is one of the law's. */
function labelled(lang: FormatLang, label: string): Markup | string {
  const said = labelIn(lang, label);
  return said === label ? inVietnamese(lang, label) : said;
}

/** What printed tables count; anything else is just a number to an English reader, for the caption tells what it is. */
const COUNTED: Readonly<Record<string, string>> = {
  'đơn vị': 'units',
  'hồ sơ': 'dossiers',
  phiếu: 'forms',
  người: 'people',
  xã: 'communes',
};

function countedIn(lang: FormatLang, counted: string): string {
  const said = lang === 'vi' ? counted : COUNTED[counted];
  return said === undefined ? say(lang, 'olderNumber') : say(lang, 'olderCount', { counted: said });
}

const olderPeriod = (lang: FormatLang, period: string): Markup =>
  html`${say(lang, 'olderPeriod', { period: '' })}${inVietnamese(lang, period)}`;

function scoreLine(lang: FormatLang, { unit, total, grade, satisfaction }: PublishedTable['scores'][number]): string {
  const labels = { grade: labelIn(lang, grade), satisfaction: labelIn(lang, satisfaction) };
  return say(lang, 'olderScore', { unit, total: formatTenths(total, lang), ...labels });
}

function groupTable(lang: FormatLang, group: PublishedGroup) {
  const vi = (text: string) => inVietnamese(lang, text);
  const [what, share, satisfied] = [say(lang, 'olderWhat'), say(lang, 'olderShare'), say(lang, 'olderBeside')];
  const counted = countedIn(lang, group.counted);
  const beside = group.parts.some((part) => part.beside !== undefined);
  const percent = group.parts.some((part) => part.percent !== undefined);
  const cell = (label: string, content: string) =>
    html`<td class="number" data-label="${label}"><div>${content}</div></td>`;
  const rows = group.parts.map(
    (
      part,
    ) => html`<tr><th scope="row">${labelled(lang, part.label)}${part.units ? html` <span class="small muted">(${vi(part.units.join(', '))})</span>` : ''}</th>
${cell(counted, part.count === null ? MISSING : formatCount(part.count, lang))}
${percent ? cell(share, part.percent === undefined ? MISSING : `${part.percent}\u00a0%`) : ''}
${beside ? html`<td data-label="${satisfied}"><div>${part.beside === undefined ? MISSING : labelled(lang, part.beside)}</div></td>` : ''}</tr>`,
  );
  const whole = group.whole.count;
  return html`<table class="cards"><caption>${vi(`${group.title}${whole === null ? '' : ` (${formatCount(whole)} ${group.whole.label})`}`)}</caption>
<thead><tr><th scope="col">${what}</th><th scope="col" class="number">${counted}</th>
${percent ? html`<th scope="col" class="number">${share}</th>` : ''}${beside ? html`<th scope="col">${satisfied}</th>` : ''}</tr></thead>
<tbody>${rows}</tbody></table>`;
}

function selfCheck(lang: FormatLang, faults: readonly Fault[]) {
  return html`<h3>${say(lang, 'olderCheck')}</h3>
${
  faults.length === 0
    ? html`<p class="done">${say(lang, 'olderSound')}</p>`
    : faults.map((fault) => html`<p class="fault">${inVietnamese(lang, fault.message)}</p>`)
}`;
}

function report(lang: FormatLang, table: PublishedTable): Markup {
  const vi = (text: string) => inVietnamese(lang, text);
  const { source } = table;
  return html`<article class="published" id="${table.id}" aria-labelledby="${table.id}-ten">
<h2 id="${table.id}-ten">${vi(`${table.tenantName}: ${table.title}`)}</h2>
<p>${olderPeriod(lang, table.periodText)}</p>
${table.groups.map((group) => groupTable(lang, group))}
${table.scores.map((score) => html`<p>${scoreLine(lang, score)}</p>`)}
${table.notes.map((note) => html`<p>${vi(note)}</p>`)}
<p class="small muted">${say(lang, 'olderSource')}: ${source.url ? html`<a href="${source.url}" rel="noreferrer">${vi(source.text)}</a>` : vi(source.text)}, ${say(lang, 'olderOn', { day: formatDate(source.date) })}. ${say(lang, 'olderKept')}</p>
${selfCheck(lang, publishedFaults(table))}
</article>`;
}

/** Older reports exactly as published, each with what does not add up in it; gaps between periods at the end. */
export function publishedTablesPage(head: PublicHead, tables: readonly PublishedTable[]): Markup {
  const { lang } = head;
  const gaps = faultsBetween(tables);
  return publicLayout(
    head,
    say(lang, 'older'),
    html`${tables.length === 0 ? html`<p>${say(lang, 'olderNone')}</p>` : ''}
${
  tables.length > 1
    ? html`<ul class="links">${tables.map((table) => html`<li><a href="#${table.id}">${inVietnamese(lang, `${table.tenantName}, ${table.periodText}`)}</a></li>`)}</ul>`
    : ''
}
${tables.map((table) => report(lang, table))}
${
  gaps.length > 0
    ? html`<section aria-labelledby="giua-cac-ky"><h2 id="giua-cac-ky">${say(lang, 'olderBetween')}</h2>
${gaps.map((gap) => html`<p class="fault">${inVietnamese(lang, gap.message)} <span class="small">(${inVietnamese(lang, gap.evidence.map((piece) => piece.value).join('; '))})</span></p>`)}</section>`
    : ''
}`,
  );
}
