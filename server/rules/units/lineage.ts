import { type Aggregate, pooled as summed } from '../aggregate.ts';
import { formatDate, formatList } from '../format.ts';
import type { Citation, IsoDate } from '../law.ts';
import { spanOn, spanOnOrNull, type UnitSpan, type UnitTree } from './unit-tree.ts';

/** Whose earlier figures may stand beside a unit's own. */
export interface Lineage {
  /** The unit and the spans that went into it whole, latest end first. Their figures are added up. */
  readonly pooled: readonly UnitSpan[];
  /** Spans of which only a part went into it, so that nobody knows which of their dossiers did. */
  readonly leftOut: readonly { readonly span: UnitSpan; readonly because: string }[];
  readonly cite: Citation;
}

/** No text says how figures of merged units compare; TT 01/2018/TT-VPCP only counts the dossiers of a unit. */
const READING: Citation = {
  act: 'TT 01/2018/TT-VPCP',
  article: '15',
  certainty: 'reading',
  note: 'Sáp nhập trọn vẹn thì cộng số liệu các đơn vị cũ; chia tách thì không so sánh với đơn vị cũ.',
};

/** The spans that had the work of a span on `to`, the day it ended; the unit itself where it merely changed its name or level. */
function heirsOf(tree: UnitTree, { unit, successors }: UnitSpan, to: IsoDate): readonly UnitSpan[] {
  return (successors.length > 0 ? successors : [unit]).flatMap((heir) => spanOnOrNull(tree, heir, to) ?? []);
}

/**
 * The predecessors of `unit` on `day` whose history compares with it: those all of whose successors are the unit itself or are pooled
 * into it. A unit that was split compares with none of its parts, unless all of them came together again.
 * @throws RangeError when the unit does not exist on `day`.
 */
export function lineage(tree: UnitTree, unit: string, day: IsoDate): Lineage {
  const own = spanOn(tree, unit, day);
  const pooled = new Set([own]);
  const leftOut: Lineage['leftOut'][number][] = [];
  // An heir always ends after the one it took over from, so every heir is decided before.
  const ended = tree.spans
    .flatMap((span) => (span.to !== null && span.to <= day ? [{ span, to: span.to }] : []))
    .sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : 0));
  for (const { span, to } of ended) {
    const heirs = heirsOf(tree, span, to);
    const within = heirs.filter((heir) => pooled.has(heir));
    if (within.length === 0) continue;
    if (within.length === heirs.length) pooled.add(span);
    else {
      const names = formatList(heirs.map(({ name }) => name));
      leftOut.push({
        span,
        because: `${span.name} chia thành ${names} từ ngày ${formatDate(to)} nên số liệu cũ không so sánh được với từng phần.`,
      });
    }
  }
  return { pooled: [...pooled], leftOut, cite: READING };
}

/** Sums over a unit and its predecessors, and the spans without figures: they are unknown, not zero. */
export interface PooledHistory {
  readonly aggregate: Aggregate;
  readonly missing: readonly UnitSpan[];
}

/** Adds what each pooled span counted (TT 01/2018/TT-VPCP Điều 15: points over dossiers), never the mean of their indices. */
export function pooledHistory(
  { pooled }: Pick<Lineage, 'pooled'>,
  aggregateOf: (span: UnitSpan) => Aggregate | null,
): PooledHistory {
  const parts = pooled.map((span) => ({ span, aggregate: aggregateOf(span) }));
  return {
    aggregate: summed(parts.flatMap(({ aggregate }) => aggregate ?? [])),
    missing: parts.flatMap(({ span, aggregate }) => (aggregate ? [] : [span])),
  };
}
