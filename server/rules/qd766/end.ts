import { addDays, dateOf, daysBetween, localTime, minuteOf } from '../calendar/date.ts';
import { type Dossier, type End, endOf, pausedFor } from '../dossier.ts';
import type { LocalTime } from '../law.ts';
import { pausesSince } from '../pauses-since.ts';

/** A dossier with the moment it was stopped, refused or withdrawn, which no date of its own shows. */
export interface OnTimeFacts {
  readonly dossier: Dossier;
  /** Absent or `null` = not known. */
  readonly stopped?: LocalTime | null;
}

/** The moment index 2.1 takes as the end: of processing, of the request for a supplement, or of the period. */
export interface End766 {
  /** `null` = it has come, but the moment is not known. */
  readonly at: LocalTime | null;
  readonly by: End['by'] | 'request' | 'periodEnd';
}

/** Supplement requests on record, by the counter or by the pauses, whichever shows more. */
export function requestsOf({ supplements, pauses }: Dossier): number {
  return Math.max(supplements ?? 0, pauses.filter(({ kind }) => kind === 'supplement').length);
}

/** «Đã xử lý xong» before «Đã trả kết quả» before a stop; else the request still unanswered; else the end of the period. */
export function endOf766({ dossier, stopped }: OnTimeFacts, periodEnd: LocalTime): End766 {
  const end = endOf(dossier);
  if (end)
    return end.at === null && end.by !== 'ready' && end.by !== 'returned' ? { ...end, at: stopped ?? null } : end;
  if (pausedFor(dossier) !== 'supplement') return { at: periodEnd, by: 'periodEnd' };
  // The first open pause is what it waits for, so here it is the request.
  const open = dossier.pauses.find(({ to }) => to === null);
  return { at: open?.from ?? null, by: 'request' };
}

/** Spans from a request to its supplement, from receipt up to `until`, none counted twice. */
export function supplementSpans(
  { received, pauses }: Dossier,
  until: LocalTime,
): readonly { readonly from: LocalTime; readonly to: LocalTime }[] {
  const spans: { from: LocalTime; to: LocalTime }[] = [];
  const closed = pausesSince(received, pauses).flatMap(({ kind, from, to }) =>
    kind === 'supplement' && to !== null ? [{ from, to }] : [],
  );
  for (const { from, to } of closed.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = spans.at(-1)?.to ?? '';
    const span = { from: from < before ? before : from, to: to < until ? to : until };
    if (span.from < span.to) spans.push(span);
  }
  return spans;
}

/** `time` moved back by the whole length of `spans`, day and night. */
export function withoutSpans(
  time: LocalTime,
  spans: readonly { readonly from: LocalTime; readonly to: LocalTime }[],
): LocalTime {
  const length = spans.reduce(
    (sum, { from, to }) => sum + daysBetween(dateOf(from), dateOf(to)) * 1440 + minuteOf(to) - minuteOf(from),
    0,
  );
  const minute = minuteOf(time) - length;
  const days = Math.floor(minute / 1440);
  return localTime(addDays(dateOf(time), days), minute - days * 1440);
}
