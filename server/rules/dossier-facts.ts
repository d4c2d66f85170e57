import type { Office } from './calendar/working-time.ts';
import type { Choices } from './choices.ts';
import type { Dossier } from './dossier.ts';
import type { DossierFacts } from './facts.ts';
import { type JudgedStep, judgedStep } from './judged-step.ts';
import { known } from './known.ts';
import type { LocalTime } from './law.ts';
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
  judged: Judged = judge(dossier, now, office, choices),
): DossierFacts {
  const facts: Facts = {};
  const { status, finished } = judged.standing;
  if (status === 'overdue' && (finished || choices['index1.unfinishedOverdue'] === 'zeroOnce'))
    facts.punctuality = 'overdue';
  else if (finished && (status === 'early' || status === 'onTime')) facts.punctuality = status;
  if (judged.step) facts.stepPunctuality = judged.step.punctuality;
  if (dossier.supplements !== null) facts.contacts = Math.min(dossier.supplements, 2) as 0 | 1 | 2;
  if (verifiedPetition !== undefined) facts.verifiedPetition = verifiedPetition;
  return facts;
}
