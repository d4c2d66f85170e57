import type { FormatLang } from '../format.ts';
import type { Figure } from '../print-figure.ts';
import type { Drawing, Shape } from './drawing.ts';
import { type Axis, axisShapes, LANE, LINE, laneShapes, rangeCells, rangeColumns } from './lane.ts';

export interface RankDotsInput {
  readonly id: string;
  /** The finding in words. */
  readonly title: string;
  /** Heading of the first column of the table. */
  readonly head: string;
  /** What the value is called: `Điểm`. */
  readonly value: string;
  readonly axis: Axis;
  /** Best first. `tier: null` = in no tier; all of them, and no tier is drawn. */
  readonly rows: readonly { readonly label: string; readonly figure: Figure; readonly tier: number | null }[];
  readonly notes?: readonly string[];
  readonly lang?: FormatLang;
}

const MARK = { look: 'se-computed', form: 'circle' } as const;

/** Sorted dots with whiskers; tiers by bands and by the word, for where intervals meet nobody is known to be ahead. No podium. */
export function rankDots({ id, title, head, value, axis, rows, notes = [], lang = 'vi' }: RankDotsInput): Drawing {
  const tierName = (tier: number) => (lang === 'vi' ? `Nhóm ${tier}` : `Tier ${tier}`);
  const outside = lang === 'vi' ? 'Không xếp nhóm' : 'In no tier';
  const tiers = rows.some(({ tier }) => tier !== null);
  const bands: Shape[] = [];
  const lanes: Shape[] = [];
  let y = LINE;
  rows.forEach(({ label, figure, tier }, i) => {
    if (tiers && (i === 0 || rows[i - 1]?.tier !== tier)) {
      const last = rows.findIndex((row, k) => k > i && row.tier !== tier);
      const n = (last < 0 ? rows.length : last) - i;
      if (tier !== null && tier % 2 === 1)
        bands.push({ kind: 'rect', x: 0, y, width: 1000, height: LINE + n * (LINE + LANE), look: 'band' });
      const name = tier === null ? outside : tierName(tier);
      lanes.push({ kind: 'text', x: 0, y: y + 17, anchor: 'start', text: name, look: 'muted' });
      y += LINE;
    }
    lanes.push({ kind: 'text', x: 0, y: y + 17, anchor: 'start', text: label, look: 'ink' });
    lanes.push(...laneShapes(axis, figure, y + LINE, MARK, lang));
    y += LINE + LANE;
  });
  return {
    id,
    lang,
    title,
    height: y,
    shapes: [...bands, ...axisShapes(axis, y), ...lanes],
    legend: [],
    notes,
    table: {
      columns: [
        { label: head, number: false },
        ...rangeColumns(lang, value),
        ...(tiers ? [{ label: lang === 'vi' ? 'Nhóm' : 'Tier', number: true }] : []),
      ],
      rows: rows.map(({ label, figure, tier }) => [
        { text: label, figure: null },
        ...rangeCells(figure, lang),
        ...(tiers ? [{ text: tier === null ? '—' : `${tier}`, figure: null }] : []),
      ]),
    },
  };
}
