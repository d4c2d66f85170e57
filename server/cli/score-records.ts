import { NATIONAL_CALENDAR } from '#rules/calendar/calendar.ts';
import { DEFAULT_OFFICE_HOURS } from '#rules/calendar/office-hours.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { DossierRecord } from '#rules/dossier-record.ts';
import { NotInForce } from '#rules/law.ts';
import { custom, lastDay, type Period, periodLabel } from '#rules/period.ts';
import { rulesetOf } from '#rules/rulesets/index.ts';
import type { JudgingRuleset, PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { UnitInPeriod } from '#rules/score-period.ts';
import type { ScoreInput } from '#wire/score-input.ts';

export function periodOf({ period }: ScoreInput): Period {
  return custom(period.from, period.lastDay);
}

export function choicesOf(input: ScoreInput): Choices {
  return { ...DEFAULT_CHOICES, ...input.choices };
}

/**
 * The ruleset with points that judges the period.
 * @throws NotInForce where none does: before the circular, or after it without a decision that keeps it.
 */
export function pointsRulesetOf(input: ScoreInput, choices: Choices): JudgingRuleset<PointsRuleset> {
  const period = periodOf(input);
  const { ruleset, label, ...more } = rulesetOf(period, input.decision, choices);
  if (ruleset.method === 'points') return { ruleset, label, ...more };
  throw new NotInForce(
    `${periodLabel(period)} được đánh giá theo «${label}», là nội dung không có điểm. Muốn chấm điểm thì nêu quyết định của tỉnh còn áp dụng chín chỉ số ở mục «decision». Bộ quy tắc có điểm`,
    lastDay(period),
  );
}

/** The unit and its period as the rules take them, without its dossiers. */
export function unitInPeriod(input: ScoreInput): Omit<UnitInPeriod, 'choices' | 'ruleset' | 'on'> {
  return {
    period: periodOf(input),
    office: { calendar: NATIONAL_CALENDAR, hours: input.hours ?? DEFAULT_OFFICE_HOURS },
    unitFacts: input.unitFacts,
    appraised: input.appraised,
    evaluated: input.evaluated,
  };
}

export function recordsOf({ dossiers }: ScoreInput): DossierRecord[] {
  return dossiers.map(({ dossier, verifiedPetition, citizen, legacy, proof, self }) => ({
    dossier,
    ...(verifiedPetition !== undefined && { verifiedPetition }),
    ...((citizen || legacy) && { citizen: { facts: citizen ?? {}, proof, ...(legacy && { legacy }) } }),
    ...(self && { self }),
  }));
}
