import type { ScoreValues } from './messages.ts';

/** Shortest reason for a changed value, in characters, as the server asks for it. */
const MIN_NOTE = 10;

/** Tenths as they are said: `20` → «2». */
export const sayPoints = (points: number | null, empty: string): string =>
  points === null ? empty : String(points / 10);

/** What a changed value still lacks. Evidence is asked for here; what was queued without it before is still sent. */
export interface OverrideFault {
  readonly indicator: number;
  readonly lacks: 'note' | 'evidence';
  readonly shown: number | null;
  readonly points: number | null;
}

/** The first value that differs from the system's without a reason of 10 characters and evidence; `null` = none. */
export function overrideFault(values: ScoreValues): OverrideFault | null {
  for (const [indicator, value] of Object.entries(values)) {
    if (!value || value.points === value.shown) continue;
    const fault = { indicator: Number(indicator), shown: value.shown, points: value.points };
    if ((value.note ?? '').trim().length < MIN_NOTE) return { ...fault, lacks: 'note' };
    if ((value.evidence ?? '').trim() === '') return { ...fault, lacks: 'evidence' };
  }
  return null;
}

/** Whether a value differs from what the system had. */
export const isChanged = (values: ScoreValues): boolean =>
  Object.values(values).some((value) => value && value.points !== value.shown);

/** Sums in tenths over the indicators on which the system and the officer both have points: only those can be compared. */
export function comparedSums(values: ScoreValues): { shown: number; own: number } {
  let [shown, own] = [0, 0];
  for (const value of Object.values(values)) {
    if (!value || value.shown === null || value.points === null) continue;
    shown += value.shown;
    own += value.points;
  }
  return { shown, own };
}
