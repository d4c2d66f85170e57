import { html } from 'hono/html';
import { rankingId } from '#rules/figure-id.ts';
import {
  type FormatLang,
  formatCount,
  formatInterval,
  formatN,
  formatPercent,
  formatTenths,
  MISSING,
} from '#rules/format.ts';
import { SMALL_N } from '#rules/print-figure.ts';
import type { PublicUnit } from '#wire/results.ts';
import type { Markup } from './html.ts';
import { type PublicHead, publicHref } from './public-layout.ts';
import { inVietnamese, labelIn, type PublicWord, say } from './public-words.ts';

export type ResultOrder = 'ten' | 'diem';

const byName = (a: PublicUnit, b: PublicUnit) => a.name.localeCompare(b.name, 'vi');

/** Graded on every indicator: its total may stand beside those of others. Ranks are not published beside a hidden unit. */
const comparable = (unit: PublicUnit) => unit.gradeLabel !== null && unit.total !== null && unit.missing.length === 0;

/** Units that can be compared, then the others, then hidden ones: these by name only, for their place would tell their points. */
export function orderUnits(units: readonly PublicUnit[], order: ResultOrder): PublicUnit[] {
  const group = (unit: PublicUnit) => (unit.hidden ? 2 : comparable(unit) ? 0 : 1);
  return [...units].sort((a, b) => {
    if (order === 'ten') return Number(a.hidden) - Number(b.hidden) || byName(a, b);
    return group(a) - group(b) || (group(a) === 0 ? (b.total ?? 0) - (a.total ?? 0) : 0) || byName(a, b);
  });
}

/** Total with its interval under it; what it lacks, where it lacks something. */
export function totalCell({ total, max, missing, interval }: PublicUnit, lang: FormatLang): Markup | string {
  if (total === null) return MISSING;
  const range = interval ? html`<span class="below">${formatInterval(interval.low, interval.high, lang)}</span>` : '';
  if (missing.length === 0 || max === null) return html`${formatTenths(total, lang)}${range}`;
  return html`${formatTenths(total, lang)}/${formatCount(max / 10, lang)}<span class="below">${say(lang, 'lacking', { ids: missing.join(', ') })}</span>${range}`;
}

/** A unit that cannot be compared is told why beside its grade or the lack of one. */
export function gradeCell(unit: PublicUnit, lang: FormatLang): Markup {
  const label = unit.gradeLabel === null ? MISSING : labelIn(lang, unit.gradeLabel);
  if (comparable(unit)) return html`<span class="whole">${label}</span>`;
  return html`${label} <span class="below">${inVietnamese(lang, unit.because ?? '')}</span>`;
}

/** Share of the satisfied with interval and n. */
export function shareCell({ satisfactionShare: s }: PublicUnit, lang: FormatLang): Markup | string {
  if (!s) return MISSING;
  const sign = lang === 'vi' ? '\u00a0%' : '%';
  const few = s.n < SMALL_N ? `, ${say(lang, 'smallN')}` : '';
  return html`${formatPercent(s.value, 1000, lang)} <span class="below">${formatInterval(s.low, s.high, lang)}${sign}; ${formatN(s.n, lang)}${few}</span>`;
}

const cell = (label: string, content: unknown, id: string | null, number = false) =>
  html`<td${number ? html` class="number"` : ''} data-label="${label}"${id === null ? '' : html` data-figure="${id}"`}><div>${content}</div></td>`;

export interface ResultTable {
  readonly head: PublicHead;
  readonly period: string;
  readonly caption: string;
  readonly units: readonly PublicUnit[];
  readonly order: ResultOrder;
}

/** The ranking of one level. */
export function resultTable({ head, period, caption, units, order }: ResultTable): Markup {
  const { lang } = head;
  const ranked = units.some(({ rank }) => rank !== null);
  const columns: readonly [word: PublicWord, number: boolean][] = [
    ...(ranked ? [['rank', true] as [PublicWord, boolean]] : []),
    ['grade', false],
    ['label', false],
    ['points', true],
    ['share', true],
    ['forms', true],
    ['dossiers', true],
  ];
  const count = (n: number | null) => (n === null ? MISSING : formatCount(n, lang));
  const row = (unit: PublicUnit) => {
    if (unit.hidden)
      return html`<tr class="hidden-unit"><th scope="row">${unit.name}</th><td colspan="${columns.length}"><span class="why">${say(lang, 'hidden')}</span> <a href="#vi-sao-an">${say(lang, 'why')}</a></td></tr>`;
    const id = (what: string) => rankingId(unit.unit, what);
    const label = unit.satisfactionLabel === null ? MISSING : labelIn(lang, unit.satisfactionLabel);
    return html`<tr><th scope="row"><a class="row-link" href="${publicHref(head, `/don-vi/${unit.unit}`, { ky: period })}">${unit.name}</a></th>
${ranked ? cell(say(lang, 'rank'), count(unit.rank), id('rank'), true) : ''}
${cell(say(lang, 'grade'), gradeCell(unit, lang), id('grade'))}
${cell(say(lang, 'label'), label, id('satisfaction'))}
${cell(say(lang, 'points'), totalCell(unit, lang), id('total'), true)}
${cell(say(lang, 'share'), shareCell(unit, lang), id('share'), true)}
${cell(say(lang, 'forms'), count(unit.responses), id('responses'), true)}
${cell(say(lang, 'dossiers'), count(unit.dossiers), id('dossiers'), true)}
</tr>`;
  };
  const sorted = (column: ResultOrder, direction: string) => (order === column ? html` aria-sort="${direction}"` : '');
  return html`<table class="cards">
<caption>${caption} (${formatCount(units.length, lang)})</caption>
<thead><tr>
<th scope="col"${sorted('ten', 'ascending')}>${say(lang, 'unit')}</th>
${columns.map(([word, number]) => html`<th scope="col"${number ? html` class="number"` : ''}${word === 'points' ? sorted('diem', 'descending') : ''}>${say(lang, word)}</th>`)}
</tr></thead>
<tbody>${orderUnits(units, order).map(row)}</tbody>
</table>`;
}
