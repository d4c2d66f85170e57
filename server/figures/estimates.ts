import { countsOfficially } from '#rules/proof.ts';
import { channel, proof } from '#wire/response.ts';
import type { SurveyQuality } from '#wire/survey-quality.ts';
import type { Db } from '../store/db.ts';
import { formAnswerCounts } from '../store/read-tallies.ts';
import { answerEffects } from './answer-effects.ts';
import { answeredForms } from './answered-forms.ts';
import type { ClosedPeriod } from './closed-period.ts';
import { satisfactionByMix } from './satisfaction-by-mix.ts';

/** Whether the way of asking or the mix of procedures moves the satisfied share. */
export type Estimates = Pick<NonNullable<SurveyQuality['quality']>, 'effects' | 'byMix'>;

/**
 * Of the whole province whoever asks, so that no two scopes tell by their difference what one unit said.
 * @param periods those whose answers count.
 */
export async function estimates(
  db: Db,
  tenant: string,
  { choices, snapshot }: Pick<ClosedPeriod, 'choices' | 'snapshot'>,
  periods: readonly string[],
): Promise<Estimates> {
  const { answers } = answeredForms(await formAnswerCounts(db, tenant, periods, null));
  const official = answers.filter((each) => countsOfficially(each.proof, choices));
  return {
    effects: [
      ...answerEffects('channel', channel.options, official, (each) => each.channel),
      ...answerEffects('proof', proof.options, answers, (each) => each.proof),
    ],
    byMix: await satisfactionByMix(db, tenant, snapshot.snapshot, periods, choices),
  };
}
