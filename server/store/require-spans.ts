import { addDays } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import type { IsoDate } from '#rules/law.ts';
import { type SpanStart, spanAt, spanFault } from '#rules/units/unit-life.ts';
import type { UnitRequest } from '#wire/unit.ts';
import type { UnitSpansRequest } from '#wire/unit-spans.ts';
import { Refusal } from '../refusal.ts';
import { requireParent } from './require-parent.ts';
import type { StoredUnit } from './units.ts';

const FIELDS = { from: 'Từ ngày', level: 'Cấp', name: 'Tên đơn vị' } as const;

/**
 * The days of a unit that changed still hold its spans, and the level it has on `today` may last as long as that span does.
 * @throws Refusal 422 `unit.spans`.
 */
export function requireSpansWithin(
  { unit, name, level, parent, from, to }: UnitRequest,
  spans: readonly SpanStart[] | undefined,
  today: IsoDate,
): void {
  if (!spans) return;
  const refuse = (path: 'from' | 'to' | 'level', message: string) =>
    new Refusal(422, 'unit.spans', `Trường ${path} của ${unit}: ${message}. Sửa các giai đoạn của đơn vị trước.`, {
      issues: [{ path, message }],
    });
  const [, second] = spans;
  const last = spans.at(-1);
  if (second && from >= second.from) throw refuse('from', `giai đoạn sau đã bắt đầu ngày ${formatDate(second.from)}`);
  if (last && to !== null && to <= last.from)
    throw refuse('to', `còn giai đoạn bắt đầu ngày ${formatDate(last.from)}, sau ngày ${formatDate(addDays(to, -1))}`);
  const now = spanAt(spans, today);
  const after = spans.map((span, i) => ({
    ...(span === now ? { name, level, parent } : span),
    from: i === 0 ? from : span.from,
  }));
  const fault = spanFault({ from, to }, after);
  if (fault?.field === 'level') throw refuse('level', fault.because);
}

/**
 * The spans cover the life of the unit and belong to units that may have units below them.
 * @throws Refusal 422 `unit.spans`, `unit.parent`, its issue at `spans.<place>.<field>`.
 */
export function requireSpans(
  unit: StoredUnit,
  { spans }: UnitSpansRequest,
  known: ReadonlyMap<string, StoredUnit>,
): void {
  const fault = spanFault(unit, spans);
  if (fault) {
    const { index, field, because } = fault;
    const message = `Giai đoạn ${index + 1}, trường «${FIELDS[field]}»: ${because}.`;
    throw new Refusal(422, 'unit.spans', message, { issues: [{ path: `spans.${index}.${field}`, message: because }] });
  }
  spans.forEach((span, i) => {
    try {
      requireParent({ ...unit, ...span }, known);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const issues = error.issues?.map((issue) => ({ ...issue, path: `spans.${i}.${issue.path}` })) ?? [];
      throw new Refusal(422, 'unit.parent', `Giai đoạn ${i + 1}. ${error.message}`, { issues });
    }
  });
}
