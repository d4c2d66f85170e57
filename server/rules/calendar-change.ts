import type { Calendar } from './calendar/calendar.ts';
import type { OfficeHours } from './calendar/office-hours.ts';
import type { Choices } from './choices.ts';
import { type Dossier, endOf } from './dossier.ts';
import { type Due, deadlineOf } from './due.ts';
import { type LocalTime, NotInForce } from './law.ts';

/** A deadline of an open dossier that another calendar moves; `null` = that calendar does not reach it. */
export interface Touched {
  readonly code: string;
  readonly basis: Due['basis'];
  readonly before: LocalTime | null;
  readonly after: LocalTime | null;
  /** Vietnamese sentences. */
  readonly because: string;
}

const NAMES: Readonly<Record<Due['basis'], string>> = {
  legal: 'Thời hạn theo quy định',
  promised: 'Ngày hẹn trả đã chuyển theo lần chờ',
};

/** The deadline, `null` beyond the calendar, `undefined` where there is nothing to count or a date does not exist. */
function counted(dossier: Dossier, calendar: Calendar, hours: OfficeHours, choices: Choices) {
  try {
    const due = deadlineOf(dossier, { calendar, hours }, choices);
    // A promise that nothing moved is printed and stays.
    return due && (due.basis === 'legal' || due.moves.length > 0) ? due.at : undefined;
  } catch (error) {
    if (error instanceof NotInForce) return null;
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function becauseOf(basis: Due['basis'], { before, after }: Pick<Touched, 'before' | 'after'>, paused: boolean): string {
  const name = NAMES[basis];
  const change =
    before === null
      ? `${name} vượt lịch cũ nên trước đây chưa tính được; nay tính được.`
      : after === null
        ? `${name} vượt lịch mới nên không còn tính được.`
        : `${name} đổi theo lịch.`;
  return paused ? `${change} Hồ sơ đang tạm dừng: hạn này chưa kể lần chờ chưa xong.` : change;
}

/**
 * Deadlines of open dossiers that end elsewhere under `after` than under `before`, in the order given: the legal limit, and a promise
 * that a finished pause moved. A list to act on: nothing is moved. What is still paused is counted without the open pause.
 */
export function touchedBy(
  before: Calendar,
  after: Calendar,
  dossiers: readonly Dossier[],
  hours: OfficeHours,
  choices: Choices,
): Touched[] {
  return dossiers.flatMap((dossier) => {
    if (endOf(dossier)) return [];
    const pauses = dossier.pauses.filter(({ to }) => to !== null);
    const paused = pauses.length < dossier.pauses.length;
    return (['legal', 'promised'] as const).flatMap((basis) => {
      const of = (calendar: Calendar) =>
        counted({ ...dossier, pauses }, calendar, hours, { ...choices, compareWith: basis });
      const [was, is] = [of(before), of(after)];
      if (was === undefined || is === undefined || was === is) return [];
      const moved = { before: was, after: is };
      return [{ code: dossier.code, basis, ...moved, because: becauseOf(basis, moved, paused) }];
    });
  });
}
