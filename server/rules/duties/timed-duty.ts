import { asReading } from '../as-reading.ts';
import type { Office } from '../calendar/working-time.ts';
import { endOf } from '../dossier.ts';
import { formatMoment } from '../format.ts';
import type { Citation, Dated, IsoDate, LocalTime } from '../law.ts';
import type { Duty, DutyContext, DutyFinding, DutyState } from './duty.ts';
import { findingOf, moments } from './finding-of.ts';
import type { Limit } from './limit.ts';
import { ruleOn } from './rule-on.ts';

/** Why a duty is not judged. */
export interface NotJudged {
  readonly state: 'notApplicable' | 'unknown';
  readonly because: string;
}

/** A limit runs from `from`; `on` is the day whose decree sets it; `reading` = what of this is our reading, a Vietnamese sentence. */
export interface Start {
  readonly from: LocalTime;
  readonly on: IsoDate;
  readonly reading?: string;
}

/** Something that must be done within a time from an event. */
export interface TimedDuty<T> {
  readonly id: string;
  readonly title: string;
  readonly rule: Dated<T>;
  /** What must be done, as words after «đã» or «chưa»: `chuyển hồ sơ đến cơ quan giải quyết`. */
  readonly what: string;
  /** Name of the event the limit runs from. */
  readonly event: string;
  readonly start: (context: DutyContext) => Start | NotJudged;
  /** When it was done; `null` = known not to have been done yet, `undefined` = not recorded. */
  readonly done: (context: DutyContext) => LocalTime | null | undefined;
  readonly limit: (from: LocalTime, value: T, office: Office) => Limit;
  /** A dossier that ended before the limit needs it no more. */
  readonly endsWithDossier: boolean;
}

function judge<T>(
  duty: TimedDuty<T>,
  context: DutyContext,
  from: LocalTime,
  limit: Limit,
  cite: Citation,
): DutyFinding {
  const { what } = duty;
  const done = duty.done(context);
  const finding = (state: DutyState, because: string): DutyFinding => ({
    duty: duty.id,
    state,
    by: limit.by,
    cite,
    because,
    evidence: moments([
      [duty.event, from],
      [`Đã ${what}`, done],
    ]),
  });

  if (done === undefined) return finding('unknown', `Dữ liệu không ghi thời điểm ${what}; hạn là ${limit.words}.`);
  if (done !== null && done <= limit.last)
    return finding('met', `Đã ${what} ${formatMoment(done)}, trong hạn (${limit.words}).`);
  if (done !== null) return finding('breached', `Đã ${what} ${formatMoment(done)}, sau hạn (${limit.words}).`);

  const end = duty.endsWithDossier ? endOf(context.dossier) : null;
  if (end && !end.at)
    return finding('unknown', `Chưa ${what}; hồ sơ đã kết thúc nhưng dữ liệu không có ngày kết thúc.`);
  if (end?.at && end.at <= limit.last)
    return finding('notApplicable', `Hồ sơ đã kết thúc ${formatMoment(end.at)}, trước hạn phải ${what}.`);
  if (context.now <= limit.last) return finding('pending', `Chưa ${what}; hạn là ${limit.words}.`);
  return finding('breached', `Chưa ${what} dù đã qua hạn (${limit.words}).`);
}

/**
 * The duty to do something in time. Its limit is that of the decree of the day of the event; a done act is judged by its moment, one
 * that was not recorded is unknown.
 */
export function timedDuty<T>(duty: TimedDuty<T>): Duty {
  const { id, title } = duty;
  return {
    id,
    title,
    check: (context) => {
      const start = duty.start(context);
      if ('state' in start) return findingOf(id, start.state, start.because);
      const found = ruleOn(id, `Thời hạn ${duty.what}`, duty.rule, start.on);
      if ('none' in found) return found.none;
      const { value, cite } = found.rule;
      const limit = duty.limit(start.from, value, context.office);
      const readings = [start.reading, limit.reading].filter((note) => note !== undefined);
      return judge(duty, context, start.from, limit, readings.reduce(asReading, cite));
    },
  };
}
