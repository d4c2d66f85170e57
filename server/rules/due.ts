import { isUnverified } from './calendar/calendar.ts';
import { dateOf, localTime, minuteOf } from './calendar/date.ts';
import {
  addWorkingDays,
  addWorkingTime,
  closingOf,
  minutesOfDays,
  type Office,
  workingDaysBetween,
  workingMinutesBetween,
} from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import type { Dossier, Pause } from './dossier.ts';
import { formatMoment } from './format.ts';
import { type Citation, type Dated, inForce, type LocalTime } from './law.ts';

/** What happens to the time limit while the applicant completes the dossier: it starts again once the dossier is complete. */
const RESTART: Dated<true> = [
  {
    from: '2018-06-21',
    value: true,
    cite: { act: 'NĐ 61/2018/NĐ-CP', article: '19', clause: '4', certainty: 'text' },
  },
  {
    from: '2025-07-01',
    value: true,
    cite: { act: 'NĐ 118/2025/NĐ-CP', article: '19', clause: '5', certainty: 'text' },
  },
];

/** The moment a dossier must be finished by, and how it was found. */
export interface Due {
  readonly at: LocalTime;
  readonly basis: Choices['compareWith'];
  /** Version of the calendar it was counted with; store it beside the date. */
  readonly calendar: string;
  /** It was counted over days whose holidays are not announced yet. */
  readonly unverified: boolean;
  readonly because: string;
  readonly cite: Citation | null;
}

type Closed = Pause & { readonly to: LocalTime };
type Moved = { at: LocalTime; how: string; restarted: boolean };

/** Finished pauses in order, cut so that none overlaps the one before. */
function closedPauses(dossier: Dossier): Closed[] {
  const closed = dossier.pauses.filter((pause): pause is Closed => pause.to !== null && pause.to > pause.from);
  closed.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const result: Closed[] = [];
  for (const pause of closed) {
    const before = result.at(-1)?.to ?? '';
    if (pause.to > before) result.push(pause.from < before ? { ...pause, from: before } : pause);
  }
  return result;
}

/** Minutes of office time for which the clock stood still up to `until`; an open pause runs until then. */
export function pausedMinutes(dossier: Dossier, until: LocalTime, office: Office): number {
  const ended = { ...dossier, pauses: dossier.pauses.map((pause) => ({ ...pause, to: pause.to ?? until })) };
  return closedPauses(ended)
    .filter((pause) => pause.from < until)
    .reduce((sum, { from, to }) => sum + workingMinutesBetween(from, to < until ? to : until, office), 0);
}

/**
 * Moves a deadline by the pauses that began before it passed. One that begins later moves nothing: asking for papers after the
 * deadline does not make a late dossier punctual.
 */
function afterPauses(
  dossier: Dossier,
  first: LocalTime,
  startAgain: ((from: LocalTime) => LocalTime) | null,
  office: Office,
  choices: Choices,
): Moved {
  let at = first;
  let how = '';
  let restarted = false;
  for (const pause of closedPauses(dossier)) {
    if (pause.from > at) break;
    if (pause.kind === 'supplement' && choices.clockAfterSupplement === 'restart' && startAgain) {
      at = startAgain(pause.to);
      restarted = true;
      how = ` Tính lại từ đầu sau khi bổ sung xong ${formatMoment(pause.to)}.`;
    } else {
      at = addWorkingTime(at, workingMinutesBetween(pause.from, pause.to, office), office);
      how += ` Trừ thời gian chờ ${pause.kind === 'supplement' ? 'bổ sung' : 'nộp phí'} đến ${formatMoment(pause.to)}.`;
    }
  }
  return { at, how, restarted };
}

function due(
  dossier: Dossier,
  basis: Due['basis'],
  moved: Moved,
  start: LocalTime,
  because: string,
  office: Office,
): Due {
  return {
    at: moved.at,
    basis,
    calendar: office.calendar.version,
    unverified: isUnverified(office.calendar, dateOf(start), dateOf(moved.at)),
    because: because + moved.how,
    cite: moved.restarted
      ? inForce('Thời hạn sau khi bổ sung hồ sơ', RESTART, dateOf(dossier.received ?? start)).cite
      : null,
  };
}

/**
 * The legal limit counted again from receipt: the day of receipt is not counted, the limit ends when the office closes on its last
 * day; part of a day runs by the hour. `null` when receipt or limit is unknown, or while the clock stands still.
 * @throws NotInForce when the calendar does not cover the days.
 */
export function dueAt(dossier: Dossier, office: Office, choices: Choices): Due | null {
  const { received, limitDays } = dossier;
  if (!received || limitDays === null || dossier.pauses.some((pause) => pause.to === null)) return null;
  const count = (from: LocalTime): LocalTime => {
    if (!Number.isInteger(limitDays)) return addWorkingTime(from, minutesOfDays(limitDays, office.hours), office);
    const day = addWorkingDays(dateOf(from), limitDays, office);
    return closingOf(day, office) ?? localTime(day, minuteOf(from));
  };
  const because = `Nhận ${formatMoment(received)}, thời hạn ${String(limitDays).replace('.', ',')} ngày làm việc.`;
  return due(
    dossier,
    'legal',
    afterPauses(dossier, count(received), count, office, choices),
    received,
    because,
    office,
  );
}

/**
 * What punctuality is measured against: the date printed on the receipt, or the legal limit (choice `compareWith`), moved by
 * finished pauses (choice `clockAfterSupplement`). A re-appointment never moves it. `null` = not known.
 */
export function deadlineOf(dossier: Dossier, office: Office, choices: Choices): Due | null {
  if (choices.compareWith === 'legal') return dueAt(dossier, office, choices);
  const { received, promised } = dossier;
  if (!promised) return null;
  // Counted only where the clock starts again: a date far away must not spoil a deadline that needs no counting.
  const again = (from: LocalTime): LocalTime => {
    const days = received && workingDaysBetween(dateOf(received), dateOf(promised), office);
    return days
      ? localTime(addWorkingDays(dateOf(from), days, office), minuteOf(promised))
      : addWorkingTime(from, Math.max(0, workingMinutesBetween(received ?? from, promised, office)), office);
  };
  const moved = afterPauses(dossier, promised, received ? again : null, office, choices);
  return due(dossier, 'promised', moved, received ?? promised, `Hẹn trả ${formatMoment(promised)}.`, office);
}
