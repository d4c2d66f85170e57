import { APOLOGY } from './apology-duty.ts';
import { CLOCK_AFTER_SUPPLEMENT } from './clock-after-supplement.ts';
import { CORRECTION } from './correction.ts';
import type { Duty } from './duty.ts';
import { FORWARD } from './forward.ts';
import { HAND_OVER } from './hand-over.ts';
import { ONLINE_ALERT } from './online-alert.ts';
import { ONLINE_ANSWER } from './online-answer.ts';
import { REAPPOINTMENTS } from './reappointments.ts';
import { REFUSAL } from './refusal.ts';
import { SUPPLEMENT_NOTICE } from './supplement-notice.ts';
import { SUPPLEMENT_OPEN } from './supplement-open.ts';
import { SUPPLEMENT_COUNT } from './supplement-requests.ts';

/** Every duty, in the order a dossier meets them. */
export const DUTIES: readonly Duty[] = [
  ONLINE_ALERT,
  ONLINE_ANSWER,
  FORWARD,
  HAND_OVER,
  SUPPLEMENT_NOTICE,
  SUPPLEMENT_COUNT,
  SUPPLEMENT_OPEN,
  CLOCK_AFTER_SUPPLEMENT,
  APOLOGY,
  REAPPOINTMENTS,
  REFUSAL,
  CORRECTION,
];
