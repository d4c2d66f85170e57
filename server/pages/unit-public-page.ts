import { html } from 'hono/html';
import { figureOf, rankingId, unitId } from '#rules/figure-id.ts';
import { type FormatLang, formatCount, formatPercent, formatScore, formatTenths, MISSING } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import { INDICATOR_NAMES } from '#rules/rulesets/tt01-2018.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { QuestionCounts } from '#wire/distributions.ts';
import type { HistorySeries } from '#wire/public-history.ts';
import type { PublicResults, PublicUnit } from '#wire/results.ts';
import type { AnswerLevels } from '../figures/report/answer-levels.ts';
import { errataNotes } from './errata-notes.ts';
import type { Markup } from './html.ts';
import { satisfactionBars, timeBar, trendChart } from './public-charts.ts';
import { type PublicHead, publicHref, publicLayout } from './public-layout.ts';
import { rulesetNote } from './public-method.ts';
import { inVietnamese, labelIn, say } from './public-words.ts';
import { gradeCell, shareCell, totalCell } from './result-table.ts';

export interface UnitPublicPage {
  readonly head: PublicHead;
  readonly results: PublicResults;
  /** `undefined` = the period has no such unit. */
  readonly unit: PublicUnit | undefined;
  readonly answers: readonly AnswerLevels[];
  /** Of this unit; empty where answers are not published by unit. */
  readonly questions: readonly QuestionCounts[];
  readonly series: HistorySeries | null;
}

const NAMES: Readonly<Record<number, string>> = INDICATOR_NAMES;

function facts(unit: PublicUnit, lang: FormatLang): Markup {
  const row = (word: Parameters<typeof say>[1], what: string, content: unknown) =>
    html`<tr><th scope="row">${say(lang, word)}</th><td class="number" data-figure="${rankingId(unit.unit, what)}">${content}</td></tr>`;
  const count = (n: number | null) => (n === null ? MISSING : formatCount(n, lang));
  return html`<table><caption class="unseen">${say(lang, 'result')}</caption><tbody>
${row('grade', 'grade', gradeCell(unit, lang))}
${row('label', 'satisfaction', unit.satisfactionLabel === null ? MISSING : labelIn(lang, unit.satisfactionLabel))}
${row('points', 'total', totalCell(unit, lang))}
${unit.rank === null ? '' : row('rank', 'rank', count(unit.rank))}
${row('share', 'share', shareCell(unit, lang))}
${row('forms', 'responses', count(unit.responses))}
${row('dossiers', 'dossiers', count(unit.dossiers))}
</tbody></table>`;
}

function indicators(unit: PublicUnit, lang: FormatLang): Markup {
  const known = unit.indicators.filter(({ points }) => points !== null);
  const [worst] = known.toSorted((a, b) => (a.points ?? 0) - (b.points ?? 0));
  const title = say(lang, 'indicatorsTitle', {
    total: formatScore(unit.total, unit.max ?? 0, lang),
    worst: worst ? `${worst.indicator} (${formatTenths(worst.points, lang)})` : MISSING,
  });
  const rows = unit.indicators.map(
    ({ indicator, points }) =>
      html`<tr><th scope="row"><span lang="vi">${indicator}. ${NAMES[indicator] ?? ''}</span></th><td class="number" data-figure="${unitId(unit.unit, indicator, 'official')}">${formatTenths(points, lang)}</td></tr>`,
  );
  return html`<section aria-labelledby="chin-chi-so"><h2 id="chin-chi-so">${say(lang, 'indicators')}</h2>
<table><caption>${title}</caption><thead><tr><th scope="col">${say(lang, 'indicator')}</th><th scope="col" class="number">${say(lang, 'points')}</th></tr></thead>
<tbody>${rows}</tbody></table></section>`;
}

/** Every question that was answered, option by option. */
function answersPart(questions: readonly QuestionCounts[], lang: FormatLang): Markup | '' {
  if (questions.length === 0) return '';
  const tables = questions.map(({ survey: id, question, text, options }) => {
    const survey = findSurvey(id);
    const words = survey ? wordsOf(survey, lang) : {};
    const whole = options.reduce((sum, { n }) => sum + n, 0);
    const rows = options.map(
      (each) =>
        html`<tr><th scope="row">${words[`${question}.${each.option}`] ?? words[each.option] ?? each.text}</th><td class="number">${formatCount(each.n, lang)}</td><td class="number">${formatPercent(each.n, whole, lang)}</td></tr>`,
    );
    return html`<table><caption>${words[question] ?? text}</caption><thead><tr><th scope="col">${say(lang, 'option')}</th><th scope="col" class="number">${say(lang, 'count')}</th><th scope="col" class="number">%</th></tr></thead><tbody>${rows}</tbody></table>`;
  });
  return html`<details><summary>${say(lang, 'answers')}</summary>${tables}</details>`;
}

/** Its total over the periods; nothing where one of them hides it, or there is one only. */
function trend(unit: PublicUnit, series: HistorySeries | null, lang: FormatLang): Markup | '' {
  const own = series?.units.find((each) => each.unit === unit.unit)?.results;
  const [from, to] = [series?.periods[0], series?.periods.at(-1)];
  if (!series || !own || !from || !to || from === to) return '';
  const figureAt = (i: number) => {
    const at = own[i];
    return figureOf(`${rankingId(unit.unit, 'total')}/${at?.period}`, 'tenths', at?.total ?? null, {
      ...{ of: at?.max ?? null, low: at?.low ?? null, high: at?.high ?? null },
    });
  };
  const ends = {
    first: printFigure(figureAt(0), 'over', lang),
    last: printFigure(figureAt(own.length - 1), 'over', lang),
  };
  return trendChart(lang, series, {
    id: 'cac-ky',
    title: say(lang, 'unitTrend', { ...ends, from: from.label, to: to.label }),
    label: say(lang, 'points'),
    max: Math.max(...own.map(({ max }) => max ?? 0)),
    notes: [],
    figureAt,
  });
}

/** What the public may read of one unit in one period. */
export function unitPublicPage({ head, results, unit, answers, questions, series }: UnitPublicPage): Markup {
  const { lang } = head;
  const { period } = results;
  const back = html`<p class="back"><a href="${publicHref(head, '', { ky: period.period })}">${say(lang, 'toAll')}</a></p>`;
  const where = html`<p>${head.tenantName} · ${inVietnamese(lang, period.label)}</p>`;
  if (!unit)
    return publicLayout(head, say(lang, 'title'), html`${where}<p class="note">${say(lang, 'unitUnknown')}</p>${back}`);
  const title = say(lang, 'ofUnit', { unit: unit.name });
  if (unit.hidden)
    return publicLayout(
      head,
      title,
      html`${where}<p class="note">${say(lang, 'unitHidden')} ${say(lang, 'whyHidden')}</p>${back}`,
    );
  const bars = answers.flatMap((form) => satisfactionBars(lang, unit.level, form, [unit])?.chart ?? []);
  return publicLayout(
    head,
    title,
    html`${where}
${period.decision ? html`<p class="muted">${say(lang, 'under', { decision: period.decision })}</p>` : ''}
${rulesetNote(period, lang)}
${errataNotes(results, lang)}
${facts(unit, lang)}
<p class="small muted">${say(lang, 'intervalWords')}</p>
${bars}
${timeBar(lang, unit)}
${indicators(unit, lang)}
${answersPart(questions, lang)}
${trend(unit, series, lang)}
${back}`,
  );
}
