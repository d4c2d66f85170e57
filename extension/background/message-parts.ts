import type { Entries } from '../features/score-entries.ts';
import type { ScoreValues } from '../messages.ts';

/** Parts many messages have, each looked at before it is believed. */
type Fields = Record<string, unknown>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;
export const isSeconds = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 86_400;

export const isCode = (value: unknown): value is string =>
  isText(value, 60) && /^[A-Za-z0-9][A-Za-z0-9./_-]{3,59}$/.test(value);

const INDICATORS = new Set(['1', '2', '3', '4', '6', '7']);
const isPoints = (value: unknown): boolean => value === null || value === 0 || value === 10 || value === 20;

export function isScoreValues(value: unknown): value is ScoreValues {
  if (!isObject(value) || Object.keys(value).length === 0) return false;
  return Object.entries(value).every(
    ([indicator, each]) =>
      INDICATORS.has(indicator) &&
      isObject(each) &&
      isPoints(each.shown) &&
      isPoints(each.points) &&
      (each.note === undefined || isText(each.note, 500)) &&
      (each.evidence === undefined || isText(each.evidence, 200)),
  );
}

/** What was typed of a self-score; anything may still be left out. */
export function isEntries(value: unknown): value is Entries {
  if (!isObject(value)) return false;
  return Object.entries(value).every(
    ([indicator, each]) =>
      INDICATORS.has(indicator) &&
      isObject(each) &&
      Object.keys(each).length === 3 &&
      isPoints(each.points) &&
      isText(each.note, 500) &&
      isText(each.evidence, 200),
  );
}
