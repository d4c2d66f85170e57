import { type ChoiceEffect, compareChoices, type Side } from '#rules/choice-effect.ts';
import { CHOICES, choiceLabel } from '#rules/choices.ts';
import { INDICATOR_IDS } from '#rules/finding.ts';
import { choices as choicesBody } from '#wire/choices.ts';
import type { ScoreInput } from '#wire/score-input.ts';
import { choicesOf, pointsRulesetOf, recordsOf, unitInPeriod } from './score-records.ts';
import { gradeParts } from './score-result.ts';

/**
 * `index1.source=system,rounding=truncate` → those choices.
 * @throws RangeError naming the key or the value there is not, with those there are.
 */
export function readChoices(text: string): NonNullable<ScoreInput['choices']> {
  const pairs = text.split(',').map((pair) => pair.split('='));
  for (const [key, value] of pairs) {
    const choice = CHOICES.find((each) => each.key === key?.trim());
    if (!choice)
      throw new RangeError(
        `--compare: không có lựa chọn «${key}». Chọn: ${CHOICES.map((each) => each.key).join(', ')}.`,
      );
    const values: readonly string[] = choice.values.map((each) => each.value);
    if (!values.includes(value?.trim() ?? ''))
      throw new RangeError(
        `--compare: «${choice.key}» nhận một trong: ${values.join(', ')}. Viết ${choice.key}=${values[0]}.`,
      );
  }
  return choicesBody.parse(Object.fromEntries(pairs.map(([key, value]) => [key?.trim(), value?.trim()])));
}

function side({ official, grade }: Side) {
  const parts = gradeParts(grade);
  return { official: INDICATOR_IDS.map((id) => ({ indicator: id, ...official[id] })), ...parts };
}

/**
 * The unit under the choices of its file, and under `other` on top of them.
 * @throws what `scoreResult` throws.
 */
export function compareResult(input: ScoreInput, other: NonNullable<ScoreInput['choices']>) {
  const before = choicesOf(input);
  const after = { ...before, ...other };
  const unit = {
    ...unitInPeriod(input),
    unit: '',
    level: '',
    judging: (choices: typeof before) => pointsRulesetOf(input, choices),
    records: recordsOf(input),
  };
  const effect: ChoiceEffect = compareChoices([unit], before, after);
  const [own] = effect.units;
  if (!own) throw new RangeError('Không có đơn vị nào để so sánh.');
  const changed = CHOICES.filter(({ key }) => before[key] !== after[key]);
  return {
    pointsIn: 'tenths',
    choices: changed.map(({ key, label }) => ({
      key,
      label,
      before: choiceLabel(key, before[key]),
      after: choiceLabel(key, after[key]),
    })),
    before: side(own.before),
    after: side(own.after),
    gradeChanged: effect.gradeChanged.length > 0,
    changedDossiers: own.changedDossiers,
    sample: own.sample,
  };
}
