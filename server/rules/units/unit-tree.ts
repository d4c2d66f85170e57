import { formatDate } from '../format.ts';
import type { IsoDate } from '../law.ts';
import type { Level } from '../rulesets/ruleset.ts';
import { LEVEL_NAMES } from './level.ts';
import { levelEnded } from './unit-life.ts';

/** One stretch in the life of a graded unit, half-open; a unit whose name or level changes has several, one after the other. */
export interface UnitSpan {
  readonly unit: string;
  readonly name: string;
  readonly level: Level;
  /** Whom it belonged to from each day on, only start dates, the first on `from`; `null` = directly under the province. */
  readonly parent: readonly { readonly from: IsoDate; readonly value: string | null }[];
  readonly from: IsoDate;
  /** Day after the last one; `null` while it exists. */
  readonly to: IsoDate | null;
  /** Units that took its work over on `to`, itself included where it went on smaller; empty = it just went on, or nobody did. */
  readonly successors: readonly string[];
}

/** Spans that passed `unitTree`: every question below has one answer on every day. */
export interface UnitTree {
  readonly spans: readonly UnitSpan[];
}

/** The spans contradict each other, or the levels that exist. */
export class UnitTreeFault extends Error {
  override readonly name = 'UnitTreeFault';
}

const existsOn = ({ from, to }: UnitSpan, day: IsoDate): boolean => from <= day && (to === null || day < to);

export function spanOnOrNull({ spans }: UnitTree, unit: string, day: IsoDate): UnitSpan | null {
  return spans.find((span) => span.unit === unit && existsOn(span, day)) ?? null;
}

/** @throws RangeError when the unit does not exist on `day`. */
export function spanOn(tree: UnitTree, unit: string, day: IsoDate): UnitSpan {
  const span = spanOnOrNull(tree, unit, day);
  if (!span) throw new RangeError(`Không có đơn vị «${unit}» vào ngày ${formatDate(day)}.`);
  return span;
}

/** The units that exist on `day`, in the order given. */
export function unitsOn({ spans }: UnitTree, day: IsoDate): readonly UnitSpan[] {
  return spans.filter((span) => existsOn(span, day));
}

/** Code of the unit it belongs to on `day`; `null` = directly under the province. @throws RangeError when it does not exist then. */
export function parentOn(tree: UnitTree, unit: string, day: IsoDate): string | null {
  return spanOn(tree, unit, day).parent.findLast((row) => row.from <= day)?.value ?? null;
}

function checkSpan(span: UnitSpan, others: readonly UnitSpan[]): void {
  const { unit, name, level, parent, from, to, successors } = span;
  const refuse = (why: string) => {
    throw new UnitTreeFault(`${name} («${unit}»): ${why}`);
  };
  if (to !== null && to <= from)
    refuse(`ngày thôi hoạt động ${formatDate(to)} không sau ngày bắt đầu ${formatDate(from)}.`);
  const twin = others.find(
    (other) => other.unit === unit && (to === null || other.from < to) && (other.to === null || from < other.to),
  );
  if (twin) refuse(`có hai giai đoạn trùng nhau, từ ${formatDate(from)} và từ ${formatDate(twin.from)}.`);
  const ended = levelEnded(level, to);
  if (ended) refuse(`từ ngày ${formatDate(ended)} không còn ${LEVEL_NAMES[level].toLowerCase()}.`);
  if (parent[0]?.from !== from) refuse('cần cơ quan cấp trên ngay từ ngày bắt đầu.');
  if (parent.some((row, i) => i > 0 && row.from <= (parent[i - 1]?.from ?? row.from)))
    refuse('các ngày đổi cơ quan cấp trên phải tăng dần.');
  if (to === null && successors.length > 0) refuse('chưa thôi hoạt động nên chưa có đơn vị kế tục.');
  if (new Set(successors).size < successors.length) refuse('kể một đơn vị kế tục hai lần.');
}

/** On `day` every parent exists, no chain of parents comes back, and whoever took over from a unit ended that day is there. */
function checkDay(tree: UnitTree, day: IsoDate): void {
  for (const { unit, name } of unitsOn(tree, day)) {
    const above = new Set([unit]);
    for (let up = parentOn(tree, unit, day); up !== null; up = parentOn(tree, up, day)) {
      if (!spanOnOrNull(tree, up, day))
        throw new UnitTreeFault(`${name} («${unit}»): cấp trên «${up}» không có vào ngày ${formatDate(day)}.`);
      if (above.has(up))
        throw new UnitTreeFault(
          `${name} («${unit}»): các cấp trên nối thành vòng tại «${up}» vào ngày ${formatDate(day)}.`,
        );
      above.add(up);
    }
  }
  for (const { unit, name, successors } of tree.spans.filter((span) => span.to === day))
    for (const heir of successors)
      if (!spanOnOrNull(tree, heir, day))
        throw new UnitTreeFault(`${name} («${unit}»): đơn vị kế tục «${heir}» không có vào ngày ${formatDate(day)}.`);
}

/**
 * The units of a province through time.
 * @throws UnitTreeFault naming the unit: overlapping spans, an end not after its start, a level after its end, a parent or
 * successor that does not exist on the day, parents in a circle, successors of a unit that has not ended.
 */
export function unitTree(spans: readonly UnitSpan[]): UnitTree {
  for (const span of spans)
    checkSpan(
      span,
      spans.filter((other) => other !== span),
    );
  const tree: UnitTree = { spans };
  // Between two of these days nothing changes.
  const days = new Set(
    spans.flatMap(({ from, to, parent }) => [from, ...(to === null ? [] : [to]), ...parent.map((row) => row.from)]),
  );
  for (const day of days) checkDay(tree, day);
  return tree;
}
