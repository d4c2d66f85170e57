import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import type { Dossier } from './dossier.ts';
import type { DossierFacts, NoResult } from './facts.ts';
import { type JudgedStep, judgedStep } from './judged-step.ts';
import { known } from './known.ts';
import type { LocalTime } from './law.ts';
import type { Readings } from './scored.ts';
import { type Standing, standing } from './standing.ts';

type Facts = { -readonly [K in keyof DossierFacts]: DossierFacts[K] };

/** Where the dossier stands and which of its steps is judged, when the caller has found them already. */
export interface Judged {
  readonly standing: Standing;
  readonly step: JudgedStep | null;
}

export function judge(dossier: Dossier, now: LocalTime, office: Office, choices: Choices): Judged {
  return {
    standing: standing(dossier, now, office, choices),
    step: dossier.steps?.length ? known(() => judgedStep(dossier, now, office, choices)) : null,
  };
}

function noResultOf({ state }: Dossier): NoResult | null {
  return state === 'withdrawn' || state === 'refused' || state === 'stopped' ? state : null;
}

const BY_GRANULARITY: Readings = ['granularity'];
const BY_UNFINISHED: Readings = ['index1.unfinishedOverdue'];
const BY_BOTH: Readings = [...BY_GRANULARITY, ...BY_UNFINISHED];

/**
 * What is known of the time. A dossier that was withdrawn, refused or stopped has no result that could be early or on time; one whose
 * deadline had passed by then was late all the same, as one that still runs is (choice `index1.unfinishedOverdue`).
 */
function timeFacts(dossier: Dossier, { status, finished, end, due, byGranularity }: Standing, choices: Choices): Facts {
  const noResult = noResultOf(dossier);
  const facts: Facts = noResult ? { noResult } : {};
  const resultless = !finished || noResult !== null;
  if (resultless && status === 'overdue') {
    if (choices['index1.unfinishedOverdue'] === 'zeroOnce') facts.punctuality = 'overdue';
    facts.punctualityBy = byGranularity ? BY_BOTH : BY_UNFINISHED;
  } else if (status === 'early' || status === 'onTime' || status === 'overdue') {
    if (!resultless) facts.punctuality = status;
    // Without a result only being late could make a difference: on the day of the deadline, after its hour.
    const decides = resultless ? (end?.at ?? '') > (due?.at ?? '') : true;
    if (byGranularity && decides) facts.punctualityBy = BY_GRANULARITY;
  }
  return facts;
}

/**
 * What the records say of one dossier, for the computed series. Nothing is guessed: attitude and other agencies are not in any
 * record, so they stay unknown.
 * @param verifiedPetition whether a petition about harassment on this dossier was found true; `null` = one waits for its
 * verdict; `undefined` = petitions are not recorded, which is not the same as none.
 */
export function dossierFacts(
  dossier: Dossier,
  now: LocalTime,
  office: Office,
  choices: Choices,
  verifiedPetition?: boolean | null,
  judged: Judged = judge(dossier, now, office, choices),
): DossierFacts {
  const facts = timeFacts(dossier, judged.standing, choices);
  if (judged.step) {
    facts.stepPunctuality = judged.step.punctuality;
    if (judged.step.by.length > 0) facts.stepPunctualityBy = judged.step.by;
  }
  if (dossier.supplements !== null) facts.contacts = Math.min(dossier.supplements, 2) as 0 | 1 | 2;
  if (verifiedPetition !== undefined) facts.verifiedPetition = verifiedPetition;
  return facts;
}
