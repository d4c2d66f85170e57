import { addDays } from '../calendar/date.ts';
import { formatDate } from '../format.ts';
import type { IsoDate } from '../law.ts';
import type { Level } from '../rulesets/ruleset.ts';
import { LEVELS } from '../rulesets/tt01-2018.ts';
import { LEVEL_NAMES } from './level.ts';

/** What a unit is called, which level it has and whom it belongs to from a day on, until the next one's. */
export interface SpanStart {
  readonly from: IsoDate;
  readonly name: string;
  readonly level: Level;
  /** `null` = directly under the province. */
  readonly parent: string | null;
}

/** Half-open; `to` is `null` while it goes on. */
interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/**
 * The day whose level, name and parent are a unit's in a period: the last day of the period, as its rules are those of that day, or
 * the last day of a unit that ended before. No text says which level counts when it changes within a period: own reading.
 */
export function judgedDay(unit: Days, period: Days & { readonly to: IsoDate }): IsoDate {
  return addDays(unit.to !== null && unit.to < period.to ? unit.to : period.to, -1);
}

/** The span in force on `day`: the first one before it began; `undefined` of none. @param starts by day. */
export function spanAt<Span extends Pick<SpanStart, 'from'>>(starts: readonly Span[], day: IsoDate): Span | undefined {
  return starts.findLast(({ from }) => from <= day) ?? starts[0];
}

/** The day on which offices of `level` ended, when that is before `to`. */
export function levelEnded(level: Level, to: IsoDate | null): IsoDate | null {
  return LEVELS.find((row) => (to === null || row.from < to) && !row.value?.includes(level))?.from ?? null;
}

/** What is wrong with one span: its place in the list, its field, and why with what to do, in Vietnamese. */
export interface SpanFault {
  readonly index: number;
  readonly field: 'from' | 'level' | 'name';
  readonly because: string;
}

const same = (a: SpanStart, b: SpanStart) => a.name === b.name && a.level === b.level && a.parent === b.parent;

/**
 * Whether the spans cover the life of a unit day by day, each day once; the first fault by day, or `null`. Only first days are told,
 * so what overlaps begins on the same day and what leaves a gap begins after the unit does.
 */
export function spanFault(life: Days, starts: readonly SpanStart[]): SpanFault | null {
  const sorted = starts
    .map((start, index) => ({ ...start, index }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const first = formatDate(life.from);
  for (const [i, span] of sorted.entries()) {
    const { index, from, level } = span;
    const fault = (field: SpanFault['field'], because: string): SpanFault => ({ index, field, because });
    const before = sorted[i - 1];
    const to = sorted[i + 1]?.from ?? life.to;
    if (from < life.from) return fault('from', `đơn vị hoạt động từ ngày ${first}. Chọn ngày này hoặc ngày sau đó`);
    if (life.to !== null && from >= life.to)
      return fault('from', `đơn vị thôi hoạt động từ ngày ${formatDate(life.to)}. Chọn ngày trước đó`);
    if (!before && from > life.from)
      return fault(
        'from',
        `từ ngày ${first} đến hết ngày ${formatDate(addDays(from, -1))} không có giai đoạn nào. Cho giai đoạn đầu bắt đầu ngày ${first}`,
      );
    if (before?.from === from)
      return fault(
        'from',
        `đã có giai đoạn khác bắt đầu ngày ${formatDate(from)}. Chọn ngày khác hoặc bỏ một giai đoạn`,
      );
    const ended = levelEnded(level, to);
    if (ended)
      return fault(
        'level',
        `từ ngày ${formatDate(ended)} không còn ${LEVEL_NAMES[level].toLowerCase()}. Thêm giai đoạn từ ngày ấy hoặc chọn cấp khác`,
      );
    if (before && same(before, span))
      return fault('name', `giống hệt giai đoạn trước. Đổi cấp, tên hoặc đơn vị cấp trên, hoặc bỏ giai đoạn này`);
  }
  return null;
}
