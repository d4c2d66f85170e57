import type { Acts } from '#rules/acts.ts';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { checkDuty } from '#rules/duties/check-duties.ts';
import type { Duty, DutyState } from '#rules/duties/duty.ts';
import { citationText, type IsoDate, type LocalTime } from '#rules/law.ts';
import { DECREES } from '#rules/workflow.ts';
import { dossierOf } from '../dossier-of.ts';

/** A dossier, what the office did about it, and when one looks. */
export interface DutyGiven {
  readonly dossier?: Partial<Dossier>;
  readonly acts?: Acts;
  readonly now: LocalTime;
  readonly choices?: Partial<Choices>;
}

export interface DutyExpected {
  readonly state: DutyState;
  readonly by: LocalTime | null;
  readonly cite: string | null;
}

/** The answer of one duty in short. A decree that came after the day of the rules must not be cited. */
export function dutyOf(duty: Duty): (given: DutyGiven, on: IsoDate) => DutyExpected {
  return ({ dossier = {}, acts = {}, now, choices = {} }, on) => {
    const { state, by, cite } = checkDuty(duty, {
      dossier: dossierOf(dossier),
      acts,
      now,
      office: DEFAULT_OFFICE,
      choices: { ...DEFAULT_CHOICES, ...choices },
    });
    const early = DECREES.find((decree) => decree.value === cite?.act && decree.from > on);
    if (early) throw new Error(`${early.value} is cited for ${on}, before it began`);
    return { state, by, cite: cite && citationText(cite) };
  };
}
