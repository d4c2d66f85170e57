import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import { compareTimes } from './compare-times.ts';
import { type Dossier, endOf } from './dossier.ts';
import type { DossierFacts } from './facts.ts';
import { known } from './known.ts';
import type { LocalTime } from './law.ts';
import { punctuality } from './punctuality.ts';

type Timing = NonNullable<DossierFacts['punctuality']>;

function totalTime(dossier: Dossier, now: LocalTime, office: Office, choices: Choices): Timing | undefined {
  const { status, finished } = punctuality(dossier, now, office, choices);
  if (finished) return status === 'early' || status === 'onTime' || status === 'overdue' ? status : undefined;
  return status === 'overdue' && choices['index1.unfinishedOverdue'] === 'zeroOnce' ? 'overdue' : undefined;
}

function stepTime(
  dossier: Dossier,
  now: LocalTime,
  office: Office,
  choices: Choices,
): DossierFacts['stepPunctuality'] | undefined {
  const step = dossier.steps?.find(({ unit }) => unit === dossier.unit);
  if (!step?.due) return undefined;
  if (step.ended) return compareTimes(step.ended, step.due, choices.granularity, office);
  if (endOf(dossier) || choices['index1.unfinishedOverdue'] === 'leaveOut') return undefined;
  return compareTimes(now, step.due, choices.granularity, office) === 'overdue' ? 'overdue' : undefined;
}

/**
 * What the records say of one dossier, for the computed series. Nothing is guessed: attitude and other agencies are not in any
 * record, so they stay unknown.
 * @param verifiedPetition whether a petition about harassment on this dossier was found true; `undefined` = petitions are not
 * recorded, which is not the same as none.
 */
export function dossierFacts(
  dossier: Dossier,
  now: LocalTime,
  office: Office,
  choices: Choices,
  verifiedPetition?: boolean,
): DossierFacts {
  const timing = totalTime(dossier, now, office, choices);
  const step = known(() => stepTime(dossier, now, office, choices));
  const supplements = dossier.supplements === null ? undefined : (Math.min(dossier.supplements, 2) as 0 | 1 | 2);
  return {
    ...(timing && { punctuality: timing }),
    ...(step && { stepPunctuality: step }),
    ...(supplements !== undefined && { contacts: supplements }),
    ...(verifiedPetition !== undefined && { verifiedPetition }),
  };
}
