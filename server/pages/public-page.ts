import { html } from 'hono/html';
import { figureOf, levelId } from '#rules/figure-id.ts';
import { formatDate, formatDateRange, formatDateTime } from '#rules/format.ts';
import type { HistorySeries } from '#wire/public-history.ts';
import type { Period, PublicResults } from '#wire/results.ts';
import { localTime } from '../clock.ts';
import type { AnswerLevels } from '../figures/report/answer-levels.ts';
import { errataNotes, versionList } from './errata-notes.ts';
import type { Markup } from './html.ts';
import { gradeBars, rankingDots, satisfactionBars, trendChart } from './public-charts.ts';
import { openDataPart } from './public-data.ts';
import { type PublicHead, publicHref, publicLayout } from './public-layout.ts';
import { asLeftPart, methodPart, rulesetNote, selfCheckPart } from './public-method.ts';
import { inVietnamese, labelIn, say } from './public-words.ts';
import { receiptForm } from './receipt-form.ts';
import { GRADE_LABELS, resultSentence } from './result-sentence.ts';
import { type ResultOrder, resultTable } from './result-table.ts';

export interface PublicPage {
  readonly head: PublicHead;
  /** `null`: the period asked for is not published, or none is. */
  readonly results: PublicResults | null;
  /** Answers by unit to the questions on satisfaction; `null` = those of the version asked for are not published. */
  readonly answers: readonly AnswerLevels[] | null;
  /** The periods of the same kind; `null` = an earlier version is read, which stands beside nothing. */
  readonly series: HistorySeries | null;
  /** Id of the period asked for. */
  readonly wanted: string | undefined;
  /** Published periods and those withdrawn, newest first. */
  readonly periods: readonly Period[];
  /** Whether older reports are kept for this tenant. */
  readonly reports: boolean;
  readonly order: ResultOrder;
}

const LEVELS = [
  ['province', 'levelProvince'],
  ['district', 'levelDistrict'],
  ['commune', 'levelCommune'],
] as const;
type Level = (typeof LEVELS)[number];

/** More bars than this wait behind a fold: the table has gone before them. */
const MOST_BARS = 12;

/** How many units of a level had the best grade in each period, over those shown in all of them. */
function levelTrend({ lang }: PublicHead, [level, name]: Level, series: HistorySeries | null): Markup | '' {
  const units = (series?.units ?? []).filter((unit) => unit.level === level);
  const [from, to] = [series?.periods[0], series?.periods.at(-1)];
  if (!series || !from || !to || from === to || units.length < 2) return '';
  const [best] = GRADE_LABELS;
  const countAt = (i: number) => units.filter(({ results }) => results[i]?.gradeLabel === best).length;
  const last = series.periods.length - 1;
  return trendChart(lang, series, {
    id: `cac-ky-${level}`,
    title: say(lang, 'trendTitle', {
      ...{ level: say(lang, name), label: labelIn(lang, best), n: units.length },
      ...{ first: countAt(0), last: countAt(last), from: from.label, to: to.label },
    }),
    label: labelIn(lang, best),
    max: units.length,
    notes: [say(lang, 'trendNote', { n: units.length })],
    figureAt: (i) =>
      figureOf(`${levelId(level, 'best', 'all')}/${series.periods[i]?.period}`, 'count', countAt(i), {
        of: units.length,
      }),
  });
}

function levels(page: PublicPage, results: PublicResults): Markup[] {
  const { head, answers, series, order } = page;
  const { lang } = head;
  const present = LEVELS.filter(([level]) => results.units.some((unit) => unit.level === level));
  return present.map((each) => {
    const [level, word] = each;
    const name = say(lang, word);
    const units = results.units.filter((unit) => unit.level === level);
    const many = present.length > 1;
    const caption = many ? say(lang, 'rankingOf', { level: name.toLowerCase() }) : say(lang, 'ranking');
    const drawn = (answers ?? []).flatMap((form) => satisfactionBars(lang, level, form, units) ?? []);
    const fold = (bars: number, title: string, chart: Markup | '') =>
      chart === '' || bars <= MOST_BARS ? chart : html`<details><summary>${title}</summary>${chart}</details>`;
    return html`<section>
<p class="finding">${many ? name : say(lang, 'result')}: ${resultSentence(units, lang)}</p>
${gradeBars(lang, level, many ? name : say(lang, 'result'), units)}
${resultTable({ head, period: results.period.period, caption, units, order })}
${fold(units.length, `${say(lang, 'points')}, ${name.toLowerCase()}`, rankingDots(lang, level, units))}
${drawn.map(({ bars, chart }) => fold(bars, `${say(lang, 'satisfaction')}, ${name.toLowerCase()}`, chart))}
${levelTrend(head, each, series)}
</section>`;
  });
}

function sortLinks(head: PublicHead, period: string, order: ResultOrder) {
  const link = (value: ResultOrder, label: string) =>
    html`<a href="${publicHref(head, '', { ky: period, sap: value })}"${order === value ? html` aria-current="true"` : ''}>${label}</a>`;
  const { lang } = head;
  return html`<nav class="sort" aria-label="${say(lang, 'orderLabel')}">${link('ten', say(lang, 'byName'))} ${link('diem', say(lang, 'byPoints'))}</nav>`;
}

function figures(page: PublicPage, results: PublicResults): Markup {
  const { head, answers, order } = page;
  const { lang } = head;
  const { period, snapshot, units } = results;
  const { id, time } = { id: snapshot.snapshot, time: formatDateTime(localTime(new Date(snapshot.createdAt))) };
  const values = { id, ruleset: period.ruleset, time, head: snapshot.auditHead.slice(0, 12) };
  return html`${errataNotes(results, lang)}
${sortLinks(head, period.period, order)}
${levels(page, results)}
${
  units.some((unit) => unit.hidden)
    ? html`<p class="note" id="vi-sao-an">${say(lang, 'whyHidden')} ${say(lang, 'whyNoRank')}</p>`
    : ''
}
${answers !== null && answers.length === 0 ? html`<p class="small muted">${say(lang, 'noAnswers')}</p>` : ''}
<p class="small muted">${say(lang, 'intervalWords')}</p>
<p class="small muted">${say(lang, 'snapshot', values)}</p>
${selfCheckPart(results, lang)}
${asLeftPart(results, lang)}
${methodPart(results, lang)}
${versionList(results, lang)}
${openDataPart(results, lang)}`;
}

const dayOf = (instant: string) => formatDate(localTime(new Date(instant)));

/** Why there is no figure: withdrawn, when and for what, or not published. */
function noFigures({ lang }: PublicHead, wanted: string | undefined, periods: readonly Period[]) {
  const withdrawn = periods.find(({ period, withdrawnAt }) => period === wanted && withdrawnAt !== null);
  if (!withdrawn?.withdrawnAt) return html`<p class="note">${say(lang, 'unpublished')}</p>`;
  const { label, withdrawnAt, withdrawnReason } = withdrawn;
  return html`<p class="note">${say(lang, 'withdrawn', { period: label, day: dayOf(withdrawnAt), reason: withdrawnReason ?? '' })}</p>`;
}

function history(head: PublicHead, periods: readonly Period[], reports: boolean) {
  const { lang } = head;
  const items = periods.map((period) => {
    const day = dayOf(period.withdrawnAt ?? period.publishedAt ?? period.from);
    const said = say(lang, period.withdrawnAt ? 'withdrawnOn' : 'shownOn', { day });
    return html`<li><a href="${publicHref(head, '', { ky: period.period })}">${inVietnamese(lang, period.label)}</a> <span class="muted">${said}</span></li>`;
  });
  return html`<details><summary>${say(lang, 'history')}</summary><ul class="links">${items}
${reports ? html`<li><a href="${publicHref(head, '/bao-cao')}">${say(lang, 'olderReports')}</a></li>` : ''}
${items.length === 0 && !reports ? html`<li>${say(lang, 'noPeriod')}</li>` : ''}</ul></details>`;
}

/** The public result of one period: sentence, charts, table, self-check, method, history, open data, receipt look-up. */
export function publicPage(page: PublicPage): Markup {
  const { head, results, wanted, periods, reports } = page;
  const { lang } = head;
  const period = results?.period;
  const range = period && formatDateRange(period.from, period.lastDay);
  return publicLayout(
    head,
    say(lang, 'title'),
    html`<p>${head.tenantName}${period ? html` · ${inVietnamese(lang, period.label)} ${range === period.label ? '' : html`<span class="muted">(${range})</span>`}` : ''}</p>
${period?.decision ? html`<p class="muted">${say(lang, 'under', { decision: period.decision })}</p>` : ''}
${results ? rulesetNote(results.period, lang) : ''}
${results ? figures(page, results) : noFigures(head, wanted, periods)}
${history(head, periods, reports)}
<details><summary>${say(lang, 'receipt')}</summary>${receiptForm(head, '')}</details>
<p class="back"><a href="${publicHref(head, '/cach-kiem-tra')}">${say(lang, 'checksLink')}</a></p>
<p class="back"><a href="${publicHref(head, '/ban-noi')}">${say(lang, 'saidLink')}</a></p>`,
  );
}
