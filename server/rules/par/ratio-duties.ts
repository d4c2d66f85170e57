import { APOLOGY } from '../duties/apology-duty.ts';
import { checkDuty } from '../duties/check-duties.ts';
import type { Duty } from '../duties/duty.ts';
import { REAPPOINTMENTS } from '../duties/reappointments.ts';
import { SUPPLEMENT_COUNT } from '../duties/supplement-requests.ts';
import { type Citation, inForce, type LocalTime } from '../law.ts';
import { lastDay, type Period } from '../period.ts';
import { LATENESS, SUPPLEMENT_REQUESTS } from '../workflow.ts';
import type { DossierInYear, RatioView, Verdict } from './dossier-in-year.ts';
import type { RatioId } from './ratio.ts';
import type { RatioRule } from './ratio-rule.ts';

/** The duty is in the article; what it is a share of is our reading, unless the article itself was not confirmed. */
const readingOf = (cite: Citation, note: string): Citation =>
  cite.certainty === 'recalled' ? cite : { ...cite, certainty: 'reading', note };

const lateness = (period: Period, note: string): Citation =>
  readingOf(inForce('Quy định xin lỗi và hẹn lại', LATENESS, lastDay(period)).cite, note);

const OF_LATE = 'Nghĩa vụ theo văn bản; lấy mẫu số là hồ sơ trễ ngày hẹn là cách hiểu.';
const OF_ALL = 'Nghĩa vụ theo văn bản; lấy mẫu số là mọi hồ sơ của kỳ là cách hiểu.';

/** Among dossiers that missed the promised date; `told` says what the letters make of one of them. */
const ofLate = (
  id: RatioId,
  told: (letters: readonly LocalTime[], seen: DossierInYear, view: RatioView) => Verdict,
): RatioRule => ({
  id,
  tell: (seen, view) => {
    if (seen.promise !== 'rest') return seen.promise === 'unknown' ? 'unknown' : 'apart';
    const letters = seen.record.acts?.apologies;
    return letters ? told(letters, seen, view) : 'unknown';
  },
  cite: (period) => lateness(period, OF_LATE),
});

function stateOf(duty: Duty, { record, moment, office }: DossierInYear, { choices }: RatioView) {
  return checkDuty(duty, { dossier: record.dossier, acts: record.acts ?? {}, now: moment, office, choices }).state;
}

/** The first letter went out at least as long before the promised date as the decree asks. */
export const APOLOGY_IN_TIME = ofLate('apology.inTime', (_letters, seen, view) => {
  const state = stateOf(APOLOGY, seen, view);
  if (state === 'met') return 'numerator';
  return state === 'breached' ? 'rest' : 'unknown';
});

/** A letter went out, in time or not. */
export const APOLOGY_SENT = ofLate('apology.sent', (letters) => (letters.length > 0 ? 'numerator' : 'rest'));

/** Among all dossiers of the period; the smaller, the better. */
const beyond = (id: RatioId, duty: Duty, cite: RatioRule['cite']): RatioRule => ({
  id,
  tell: (seen, view) => {
    if (seen.belongs !== 'yes') return seen.belongs === 'no' ? 'apart' : 'unknown';
    const state = stateOf(duty, seen, view);
    if (state === 'breached') return 'numerator';
    return state === 'met' ? 'rest' : 'unknown';
  },
  cite,
});

export const REAPPOINTED_AGAIN = beyond('reappointed.again', REAPPOINTMENTS, (period) => lateness(period, OF_ALL));

export const SUPPLEMENT_AGAIN = beyond('supplement.again', SUPPLEMENT_COUNT, (period) =>
  readingOf(inForce('Quy định yêu cầu bổ sung một lần', SUPPLEMENT_REQUESTS, lastDay(period)).cite, OF_ALL),
);
