import { figureOf, rankingId, wholeId } from '#rules/figure-id.ts';
import { officerBands } from '#rules/officer-bands.ts';
import type { Figure } from '#rules/print-figure.ts';
import type { Block, Run } from '#wire/report.ts';
import { SMALLEST_GROUP } from '../suppress.ts';
import { type Ink, joined, office } from './ink.ts';
import type { ReportSource } from './report-source.ts';

export interface MergedBand {
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly n: number;
}

/**
 * Bands with fewer than 5 people are merged upward, so that nobody is told by a level; what is left at the top goes down to the next.
 * @param bands best first. @returns none where all of them together are fewer than 5.
 */
export function mergedBands(bands: readonly { code: string; label: string; n: number }[]): MergedBand[] {
  const merged: MergedBand[] = [];
  let carried: MergedBand = { codes: [], labels: [], n: 0 };
  for (const { code, label, n } of [...bands].reverse().filter((band) => band.n > 0)) {
    carried = { codes: [code, ...carried.codes], labels: [label, ...carried.labels], n: carried.n + n };
    if (carried.n < SMALLEST_GROUP) continue;
    merged.unshift(carried);
    carried = { codes: [], labels: [], n: 0 };
  }
  const [top, ...rest] = merged;
  if (carried.n === 0) return merged;
  if (!top) return [];
  return [
    { codes: [...carried.codes, ...top.codes], labels: [...carried.labels, ...top.labels], n: carried.n + top.n },
    ...rest,
  ];
}

/**
 * Units in which a level below the best is of at least five people, each with its share. One is told only where the people of that level
 * in all units together that are not told are none or at least five: the sentence before says how many there are in the whole.
 */
function unitLines(
  { officers, ruleset, period, units }: ReportSource,
  whole: readonly MergedBand[],
  ink: Ink,
): Run[][] {
  const named = units.flatMap(({ unit, name }) => {
    const codes = (officers ?? []).flatMap((each) => (each.unit === unit ? [each.completion] : []));
    const graded = codes.filter((code) => code !== null).length;
    if (graded < SMALLEST_GROUP) return [];
    return [{ unit, name, graded, bands: mergedBands(officerBands(ruleset, codes, period.lastDay).bands) }];
  });
  return whole.slice(1).flatMap(({ codes, labels, n }) => {
    const key = codes.join('-');
    const told = named.flatMap(({ bands, ...unit }) =>
      bands.slice(1).flatMap((band) => (band.codes.join('-') === key ? [{ ...unit, n: band.n }] : [])),
    );
    const rest = n - told.reduce((all, each) => all + each.n, 0);
    if (rest > 0 && rest < SMALLEST_GROUP) return [];
    return told.map(({ unit, name, n: own, graded }) => {
      const share = figureOf(rankingId(unit, `officers-share-${key}`), 'fineShare', own, { of: graded });
      return ink.say`tại ${name}, mức ${labels.map((label) => label.toLowerCase()).join(' hoặc ')} chiếm ${share}`;
    });
  });
}

/** II.5: how many officers reached each level, never who. */
export function officersSection(source: ReportSource, ink: Ink): Block[] {
  const { officers, ruleset, period } = source;
  if (officers === null) return [];
  const heading: Block = {
    kind: 'heading',
    level: 2,
    key: 'officers',
    text: '5. Kết quả đánh giá cán bộ, công chức, viên chức',
  };
  const say = (runs: ReturnType<Ink['say']>): Block[] => [heading, { kind: 'paragraph', item: false, runs }];
  const graded = officers.filter(({ completion }) => completion !== null).length;
  const ungraded = officers.length - graded;
  if (graded < SMALLEST_GROUP)
    return say(ink.say`Có dưới 05 người được xếp mức nên không nêu theo mức, để không chỉ ra từng người.`);
  const { bands } = officerBands(
    ruleset,
    officers.map(({ completion }) => completion),
    period.lastDay,
  );
  const merged = mergedBands(bands);
  const told = merged.map(({ codes, labels, n }) => {
    const id = codes.join('-');
    const count: Figure = figureOf(wholeId(`officers-${id}`), 'count', n, { of: graded });
    const share = figureOf(wholeId(`officers-share-${id}`), 'fineShare', n, { of: graded });
    return ink.say`${office(figureOf(count.id, 'count', n))} người ${labels.map((label) => label.toLowerCase()).join(' hoặc ')} (${share})`;
  });
  const apart =
    ungraded >= SMALLEST_GROUP
      ? ink.say` ${office(figureOf(wholeId('officers-none'), 'count', ungraded))} người chưa đủ chỉ số nên chưa xếp mức.`
      : [];
  const units = unitLines(source, merged, ink);
  const where = units.length > 0 ? ink.say`; ${joined(units, '; ')}` : [];
  return say(ink.say`Trong số người được xếp mức: ${joined(told, ', ')}${where}.${apart}`);
}
