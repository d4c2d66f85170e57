import type { ClosedPeriod } from './closed-period.ts';

/** One period as it was closed, with the forms that were answered in it; leave them out where no figure rests on an answer. */
export interface Judged {
  readonly closed: Pick<ClosedPeriod, 'ruleset' | 'choices'>;
  readonly surveys: readonly string[];
}

/** What the figures of two periods do not share: why a line over them must not be drawn across. Empty = nothing. */
export function changesBetween(before: Judged, after: Judged): string[] {
  const alike =
    before.surveys.join() === after.surveys.join() || after.surveys.length === 0 || before.surveys.length === 0;
  return [
    ...(before.closed.ruleset.id === after.closed.ruleset.id ? [] : [`bộ quy tắc «${after.closed.ruleset.title}»`]),
    ...(JSON.stringify(before.closed.choices) === JSON.stringify(after.closed.choices) ? [] : ['cách hiểu khác']),
    ...(alike ? [] : [`phiếu ${after.surveys.join(', ')}`]),
  ];
}
