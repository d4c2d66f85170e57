import type { Look } from '#rules/drawing/drawing.ts';
import { levelBars } from '#rules/drawing/level-bars.ts';
import { figureOf, wholeId } from '#rules/figure-id.ts';
import { formatN } from '#rules/format.ts';
import { roundHalfUp } from '#rules/points.ts';
import { type Figure, printFigure, SMALL_N } from '#rules/print-figure.ts';
import type { Block } from '#wire/report.ts';
import { satisfactionShare } from '../satisfaction-share.ts';
import type { AnswerLevels } from './answer-levels.ts';
import { type Ink, interval, joined, office, part, sizeOf } from './ink.ts';
import { levelsOf, type ReportSource } from './report-source.ts';
import { satisfactionTrend } from './satisfaction-trend.ts';

/** Bars of one chart; more go on in the next. */
const MOST_BARS = 5;

/** Looks of a scale of five and of three rungs, best first. */
const LOOKS: Readonly<Record<number, readonly Look[]>> = {
  3: ['lv-5', 'lv-3', 'lv-1'],
  5: ['lv-5', 'lv-4', 'lv-3', 'lv-2', 'lv-1'],
};

const sum = (counts: readonly number[]) => counts.reduce((all, n) => all + n, 0);

function lookOf({ levels }: AnswerLevels, i: number): Look {
  return (LOOKS[levels.length] ?? LOOKS[5])?.[i] ?? 'lv-none';
}

/** One decimal each, so together they may miss 100 %: then it is said. */
function roundingNote(counts: readonly number[]): string {
  const whole = sum(counts);
  const tenths = sum(counts.map((n) => roundHalfUp(n * 1000, whole)));
  if (tenths === 1000) return '';
  const total = printFigure(figureOf('', 'permille', tenths));
  return ` Do làm tròn, tổng các tỷ lệ là ${tenths > 1000 ? `${(tenths / 10).toFixed(1).replace('.', ',')}\u00a0%` : total}.`;
}

function countsOf(answers: AnswerLevels): { whole: Figure; parts: Figure[] } {
  const totals = answers.levels.map((_, i) => sum(answers.units.map(({ counts }) => counts[i] ?? 0)));
  const whole = figureOf(wholeId(`answers-${answers.survey}`), 'count', sum(totals));
  const parts = answers.levels.map(({ code }, i) =>
    figureOf(wholeId(`answers-${answers.survey}-${code}`), 'count', totals[i] ?? 0, { of: whole.value }),
  );
  return { whole, parts };
}

/** The answers of all told units, then of each of them. */
function bars(answers: AnswerLevels, whole: Figure, parts: readonly Figure[], source: ReportSource, ink: Ink): Block[] {
  const names = new Map(source.units.map(({ unit, name }) => [unit, name]));
  const [best] = parts;
  const rows = [
    { label: 'Các đơn vị được nêu', parts, note: `${printFigure(whole)} lượt trả lời` },
    ...(answers.units.length > 1 ? answers.units : []).map(({ unit, counts }) => {
      const n = sum(counts);
      return {
        label: names.get(unit) ?? unit,
        parts: answers.levels.map(({ code }, i) =>
          ink.keep(figureOf(`answers/${unit}/${answers.survey}/${code}`, 'count', counts[i] ?? 0, { of: n })),
        ),
        note: `${formatN(n)}${n < SMALL_N ? ', n nhỏ' : ''}`,
      };
    }),
  ];
  const title = `${answers.levels[0]?.label ?? ''}: ${best ? printFigure(best, 'part') : ''} số lượt trả lời`;
  return Array.from({ length: Math.ceil(rows.length / MOST_BARS) }, (_, i): Block => {
    const drawing = levelBars({
      id: `hai-long-${answers.survey}-${i + 1}`,
      title: i === 0 ? title : `${title} (tiếp theo)`,
      head: 'Đơn vị',
      levels: answers.levels.map(({ label }, k) => ({ label, look: lookOf(answers, k) })),
      rows: rows.slice(i * MOST_BARS, (i + 1) * MOST_BARS),
      notes: answers.caveat ? [answers.caveat] : [],
    });
    return { kind: 'chart', drawing };
  });
}

function ofForm(answers: AnswerLevels, source: ReportSource, ink: Ink): Block[] {
  const { whole, parts } = countsOf(answers);
  ink.made(whole, { kind: 'sum', of: parts.map(({ id }) => id) });
  const told = parts
    .map(ink.keep)
    .flatMap((count, i) =>
      count.value === 0 ? [] : [ink.say`${answers.levels[i]?.label ?? ''} ${count} (${part(count)})`],
    );
  const caveat = answers.caveat ? ` ${answers.caveat}` : '';
  const rounding = roundingNote(parts.map(({ value }) => value ?? 0));
  return [
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`Qua ${office(whole)} lượt trả lời: ${joined(told, ', ')}.${rounding}${caveat}`,
    },
    ...bars(answers, whole, parts, source, ink),
  ];
}

/** The share of the satisfied over all units, where all of them may be told. */
function wholeShare({ units }: ReportSource, ink: Ink): Block[] {
  const kept = units.flatMap(({ sums }) => {
    const [satisfied, n] = sums?.satisfaction ?? [null, 0];
    return satisfied === null ? [] : [{ satisfied, n }];
  });
  const n = sum(kept.map((each) => each.n));
  const share = satisfactionShare(sum(kept.map(({ satisfied }) => satisfied)), n);
  if (!share) return [];
  const dossiers = sum(units.map(({ dossiers: of }) => of.value ?? 0));
  const figure = figureOf(wholeId('share'), 'permille', share.value, { low: share.low, high: share.high, n });
  const coverage = figureOf(wholeId('coverage'), 'share', n, { of: dossiers });
  const covered = dossiers >= n && dossiers > 0 ? ink.say`; độ phủ ${coverage} hồ sơ` : [];
  return [
    {
      kind: 'paragraph',
      item: false,
      runs: ink.say`Tỷ lệ hài lòng theo phiếu: ${figure} (khoảng 95\u00a0%: ${interval(figure)}; ${sizeOf(figure)}${covered}).`,
    },
  ];
}

/** II.3: the answers level by level, then the share of the satisfied with its interval. */
export function satisfactionSection(source: ReportSource, ink: Ink): Block[] {
  const whole = levelsOf(source.units).every((level) => level.whole);
  // A sum over units of which one is hidden would tell of it.
  const answers = whole ? source.answers : [];
  const share = whole ? wholeShare(source, ink) : [];
  const blocks = [...answers.flatMap((each) => ofForm(each, source, ink)), ...share];
  return [
    { kind: 'heading', level: 2, key: 'satisfaction', text: '3. Mức độ hài lòng của người dân, tổ chức' },
    ...(blocks.length > 0
      ? blocks
      : [
          {
            kind: 'paragraph',
            item: false,
            runs: ink.say`${whole ? 'Chưa đủ phiếu để nêu mức độ hài lòng.' : 'Có đơn vị được ẩn nên không nêu tổng số câu trả lời; tỷ lệ của từng đơn vị có trong Phụ lục I.'}`,
          } as const,
        ]),
    ...satisfactionTrend(source, ink),
  ];
}
