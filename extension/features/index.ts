import { apologyOwedMark } from './apology-owed.tsx';
import { deadlineMark } from './deadline-mark.tsx';
import { dueSoon } from './due-soon.tsx';
import type { Feature } from './feature.ts';
import { hostVerdict } from './host-verdict.tsx';
import { longWaits } from './long-waits.tsx';
import { overdueOrder } from './overdue-first.ts';
import { promiseMoved } from './promise-moved.tsx';
import { reappointmentLimit } from './reappointment-limit.tsx';
import { stepTime } from './step-times.tsx';
import { supplementCount } from './supplement-count.tsx';

/** What is said of a dossier beside the list and in the panel, in the order shown. */
export const FEATURES: readonly Feature[] = [
  deadlineMark,
  dueSoon,
  apologyOwedMark,
  hostVerdict,
  promiseMoved,
  supplementCount,
  reappointmentLimit,
  longWaits,
  stepTime,
  overdueOrder,
];
