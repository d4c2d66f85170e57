import { addWorkingTime, DEFAULT_OFFICE, workingMinutesBetween } from '#rules/calendar/working-time.ts';
import type { Dossier } from '#rules/dossier.ts';
import type { LocalTime } from '#rules/law.ts';
import type { NamedStep } from '#rules/step-time.ts';
import { chance, type Random, randomFrom, seedOf } from './random.ts';

/** Of a hundred dossiers, those whose detail page somebody opened. */
const SHOWN = 60;
const FIRST_LIMIT = 0.5;
const LEAST_MINUTES = 60;

/** Its own numbers, so that a province without courses is the same province. */
const randomOf = (code: string): Random => randomFrom(seedOf(...[...code].map((char) => char.charCodeAt(0))));

/**
 * What a detail page prints of the course of a dossier as it is seen: taken in, appraised, signed, handed over, each from the end of the
 * one before. `null` = nobody opened its page, or it was not received.
 */
export function drawCourse({ code, received, limitDays, ready, returned }: Dossier): readonly NamedStep[] | null {
  const random = randomOf(code);
  if (!chance(random, SHOWN) || !received) return null;
  const step = (name: string, limit: number | null, started: LocalTime, ended: LocalTime | null): NamedStep => ({
    ...{ name, limitDays: limit, started, ended },
  });
  const appraisal = Math.max(FIRST_LIMIT, (limitDays ?? 2) - 1);
  if (!ready) return [step('Tiếp nhận hồ sơ', FIRST_LIMIT, received, null)];
  const minutes = Math.max(LEAST_MINUTES, workingMinutesBetween(received, ready, DEFAULT_OFFICE));
  const at = (share: number): LocalTime => {
    const moment = addWorkingTime(received, Math.floor(minutes * share), DEFAULT_OFFICE);
    return moment < ready ? moment : ready;
  };
  const [taken, signed] = [at(0.01 + 0.05 * random()), at(0.9 + 0.08 * random())];
  return [
    step('Tiếp nhận hồ sơ', FIRST_LIMIT, received, taken),
    step('Thẩm định hồ sơ', appraisal, taken, signed),
    step('Ký duyệt', FIRST_LIMIT, signed, ready),
    step('Trả kết quả', null, ready, returned),
  ];
}
