import type { Look } from '#rules/drawing/drawing.ts';
import { levelBars } from '#rules/drawing/level-bars.ts';
import { partsBar, STATUS_MARKS } from '#rules/drawing/parts-bar.ts';
import { rankDots } from '#rules/drawing/rank-dots.ts';
import { trendLine } from '#rules/drawing/trend-line.ts';
import { figureOf, levelId, rankingId, timelinessId } from '#rules/figure-id.ts';
import { type FormatLang, formatBound, formatCount } from '#rules/format.ts';
import { type Figure, printFigure, SMALL_N } from '#rules/print-figure.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { wordsOf } from '#rules/surveys/words-of.ts';
import type { HistorySeries } from '#wire/public-history.ts';
import type { PublicUnit } from '#wire/results.ts';
import type { AnswerLevels } from '../figures/report/answer-levels.ts';
import { drawSvg } from './draw-svg.ts';
import type { Markup } from './html.ts';
import { labelIn, say } from './public-words.ts';
import { GRADE_CODES, GRADE_LABELS } from './result-sentence.ts';
import { orderUnits } from './result-table.ts';

const GRADE_LOOKS: readonly Look[] = ['lv-5', 'lv-4', 'lv-3', 'lv-2', 'lv-1', 'lv-none'];
/** Looks of a scale, best first, by how many rungs it has. */
const SCALE_LOOKS: Readonly<Record<number, readonly Look[]>> = {
  3: ['lv-5', 'lv-4', 'lv-3'],
  5: ['lv-5', 'lv-4', 'lv-3', 'lv-2', 'lv-1'],
};

const totalOf = ({ unit, total, max, responses, interval }: PublicUnit) =>
  figureOf(rankingId(unit, 'total'), 'tenths', total, {
    ...{ of: max, n: responses, few: (responses ?? 0) < SMALL_N },
    ...{ low: interval?.low ?? null, high: interval?.high ?? null },
  });

/** How many shown units have each grade. */
export function gradeBars(lang: FormatLang, level: string, caption: string, units: readonly PublicUnit[]): Markup | '' {
  const shown = units.filter((unit) => !unit.hidden);
  if (shown.length === 0) return '';
  const labels = [...GRADE_LABELS, null];
  const counts = labels.map((label) => shown.filter(({ gradeLabel }) => gradeLabel === label).length);
  const named = labels.map((label) => (label === null ? say(lang, 'unclassified') : labelIn(lang, label)));
  const first = counts.findIndex((n) => n > 0);
  const unitWord = lang === 'vi' ? ' đơn vị' : '';
  return drawSvg(
    levelBars({
      id: `xep-loai-${level}`,
      title: `${caption}: ${formatCount(counts[first] ?? 0, lang)}/${formatCount(shown.length, lang)}${unitWord} ${named[first] ?? ''}`,
      head: say(lang, 'grade'),
      levels: named.map((label, i) => ({ label, look: GRADE_LOOKS[i] ?? 'lv-none' })),
      rows: [
        {
          label: caption,
          note: null,
          parts: counts.map((n, i) =>
            figureOf(levelId(level, 'grade', GRADE_CODES[i] ?? 'none'), 'count', n, { of: shown.length }),
          ),
        },
      ],
      lang,
    }),
  );
}

/** Totals with their intervals, by tier; nothing where no interval is known. */
export function rankingDots(lang: FormatLang, level: string, units: readonly PublicUnit[]): Markup | '' {
  const compared = orderUnits(
    units.filter(({ total, interval }) => total !== null && interval !== null),
    'diem',
  );
  const [best, worst] = [compared[0], compared.at(-1)];
  if (!best || !worst || compared.length < 2) return '';
  const max = Math.max(...compared.map((unit) => unit.max ?? 0));
  const values = { n: formatCount(compared.length, lang), best: best.name, worst: worst.name };
  const tiers = compared.some(({ tier }) => tier !== null);
  return drawSvg(
    rankDots({
      id: `xep-hang-${level}`,
      title: say(lang, 'rankChart', values),
      head: say(lang, 'unit'),
      value: say(lang, 'points'),
      axis: {
        min: 0,
        max,
        ticks: [0, 1, 2, 3].map((part) => ({ at: (max * part) / 3, label: formatBound((max * part) / 3, lang) })),
      },
      rows: compared.map((unit) => ({
        label: unit.rank === null ? unit.name : `${unit.rank}. ${unit.name}`,
        figure: totalOf(unit),
        tier: unit.tier,
      })),
      notes: [say(lang, 'widest'), tiers ? say(lang, 'tierWords') : say(lang, 'whyNoRank')],
      lang,
    }),
  );
}

/** How satisfied those were who answered one form, a bar for each of `units` that may be told apart. */
export function satisfactionBars(
  lang: FormatLang,
  level: string,
  { survey: id, levels, units: counted, caveat }: AnswerLevels,
  units: readonly PublicUnit[],
): { readonly bars: number; readonly chart: Markup } | null {
  const survey = findSurvey(id);
  const words = survey ? wordsOf(survey, lang) : {};
  const question = survey?.satisfaction?.question ?? '';
  const named = levels.map(({ code, label }) => words[`${question}.${code}`] ?? words[code] ?? label);
  const looks = SCALE_LOOKS[levels.length] ?? [];
  const rows = units
    .filter((unit) => !unit.hidden)
    .flatMap((unit) => {
      const counts = counted.find((each) => each.unit === unit.unit)?.counts;
      const n = (counts ?? []).reduce((sum, count) => sum + count, 0);
      if (!counts || n === 0) return [];
      const parts = counts.map((count, i) =>
        figureOf(`answers/${unit.unit}/${id}/${levels[i]?.code ?? ''}`, 'count', count, { of: n }),
      );
      const share = unit.satisfactionShare;
      const few = n < SMALL_N ? `, ${say(lang, 'smallN')}` : '';
      const figure = figureOf(rankingId(unit.unit, 'share'), 'permille', share?.value ?? null, {
        ...{ n, low: share?.low ?? null, high: share?.high ?? null },
      });
      // A unit with several forms has one share over all of them; beside the bars of one form it would be another's.
      const whole = share !== null && share.n === n;
      const note = whole
        ? say(lang, 'satisfactionRow', {
            share: printFigure(figure, 'value', lang),
            range: printFigure(figure, 'interval', lang),
            n: `${printFigure(figure, 'n', lang)}${few}`,
          })
        : `${printFigure(figure, 'n', lang)}${few}`;
      return [{ label: unit.name, parts, note, share: whole ? figure : null }];
    });
  if (rows.length === 0) return null;
  const height = ({ share }: (typeof rows)[number]) => share?.value ?? -1;
  rows.sort((a, b) => height(b) - height(a) || a.label.localeCompare(b.label, 'vi'));
  const shares = rows.flatMap(({ share }) => share ?? []);
  const [best, worst] = [shares[0], shares.at(-1)].map((share) => (share ? printFigure(share, 'value', lang) : ''));
  const title =
    shares.length > 1
      ? say(lang, 'satisfactionTitle', { best: best ?? '', worst: worst ?? '' })
      : say(lang, 'satisfactionTitleOne', { best: best ?? '' });
  const drawing = levelBars({
    id: `hai-long-${level}-${id}`,
    title: shares.length > 0 ? title : say(lang, 'satisfaction'),
    head: say(lang, 'unit'),
    levels: named.map((label, i) => ({ label, look: looks[i] ?? 'lv-none' })),
    rows: rows.map(({ label, parts, note }) => ({ label, parts, note })),
    notes: [say(lang, 'scale', { levels: named.join(' · ') }), ...(caveat ? [caveat] : [])],
    lang,
  });
  return { bars: rows.length, chart: drawSvg(drawing) };
}

/** Early, on time and late of one unit. */
export function timeBar(lang: FormatLang, { unit, punctuality, dossiers }: PublicUnit): Markup | '' {
  if (!punctuality) return '';
  const { early, onTime, overdue } = punctuality;
  const of = early + onTime + overdue;
  if (of === 0) return '';
  const part = (key: keyof typeof punctuality) => ({
    label: say(lang, key),
    ...STATUS_MARKS[key],
    figure: figureOf(timelinessId(unit, key), 'count', punctuality[key], { of }),
  });
  const parts = (['early', 'onTime', 'overdue'] as const).map(part);
  const late = parts[2]?.figure;
  const drawing = partsBar({
    id: 'thoi-han',
    title: say(lang, 'timeTitle', { share: late ? printFigure(late, 'part', lang) : '' }),
    head: say(lang, 'time'),
    parts,
    whole: figureOf(timelinessId(unit, 'compared'), 'count', of),
    lang,
  });
  const others = (dossiers ?? of) - of;
  const rest = others > 0 ? [say(lang, 'timeRest', { rest: formatCount(others, lang) })] : [];
  return drawSvg({ ...drawing, notes: [...drawing.notes, [say(lang, 'timeWhole'), ...rest].join(' ')] });
}

/** Where the rules under which a period was scored are others than those of the period before. */
const changedRules = (lang: FormatLang, { periods }: HistorySeries, i: number): string | null =>
  i > 0 && periods[i]?.ruleset !== periods[i - 1]?.ruleset ? say(lang, 'rulesChanged') : null;

export interface TrendOf {
  readonly id: string;
  /** The finding in words. */
  readonly title: string;
  readonly label: string;
  readonly max: number;
  readonly notes: readonly string[];
  /** @param i place of the period in its series. */
  readonly figureAt: (i: number) => Figure;
}

/** One figure over the periods of a series. */
export function trendChart(
  lang: FormatLang,
  series: HistorySeries,
  { id, title, label, max, notes, figureAt }: TrendOf,
): Markup {
  const points = series.periods.map((period, i) => ({
    label: period.label,
    figure: figureAt(i),
    changed: changedRules(lang, series, i),
  }));
  const drawing = trendLine({
    ...{ id, title, head: say(lang, 'period'), max, lang },
    series: [{ label, look: 'se-computed', points }],
  });
  return drawSvg({ ...drawing, notes: [...drawing.notes, ...notes] });
}
