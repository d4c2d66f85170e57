import { addDays } from '#rules/calendar/date.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import { onTime766 } from '#rules/qd766/on-time.ts';
import type { LawCase } from './cases/case.ts';
import { dossierOf } from './dossier-of.ts';

export interface GivenOnTime {
  readonly facts: Partial<Dossier>;
  readonly stopped?: string;
}
type Expect = 'đúng hạn' | 'quá hạn' | 'không rõ' | 'không tính';

/** Monday 07/9/2026 in the morning; promised Monday 21/9/2026 at 17:00. */
export const received = '2026-09-07T07:30';
export const promised = '2026-09-21T17:00';
export const taken = { received, promised };
export const asked = (from: string, to: string | null) => ({ kind: 'supplement', from, to }) as const;

/** What index 2.1 makes of one dossier; `on` is the last day of the period. */
export function judgeOnTime({ facts, stopped }: GivenOnTime, on: string): Expect {
  const periodEnd = `${addDays(on, 1)}T00:00`;
  const given = { dossier: dossierOf(facts), stopped: stopped ?? null };
  const { counted, onTime } = onTime766(given, periodEnd, DEFAULT_OFFICE);
  if (!counted) return 'không tính';
  return onTime === null ? 'không rõ' : onTime ? 'đúng hạn' : 'quá hạn';
}

export type OnTimeRow = readonly [name: string, given: GivenOnTime, expect: Expect, worked?: string];

export const onTimeCase = ([name, given, expect, worked]: OnTimeRow): LawCase<GivenOnTime, Expect> => ({
  name,
  on: '2026-09-30',
  given,
  expect,
  article: 'QĐ 766/QĐ-TTg, mô tả công thức chỉ số 2.1',
  ...(worked && { worked }),
});
