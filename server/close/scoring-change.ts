import { actsOnResults } from '#rules/acts-on-results.ts';
import { CHOICES, type Choices } from '#rules/choices.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset } from '#rules/rulesets/ruleset.ts';
import type { RescorePreviewRequest } from '#wire/period.ts';
import { Refusal } from '../refusal.ts';
import type { StoredPeriod } from '../store/periods.ts';
import { settledChoices } from '../store/settled-choices.ts';

/** How a period is to be scored anew. */
export interface ScoringChange {
  /** JSON of every choice it is then scored by. */
  readonly choices: string;
  readonly from: 'sums' | 'records';
  /** Keys of the choices that differ. */
  readonly changed: readonly (keyof Choices)[];
}

const labelOf = (key: keyof Choices) => CHOICES.find((choice) => choice.key === key)?.label ?? key;

function fixed(key: keyof Choices, why: string): Refusal {
  return new Refusal(422, 'choice.fixed', `«${labelOf(key)}» không đổi được ở kỳ này: ${why}`, {
    issues: [{ path: `choices.${key}`, message: why }],
  });
}

/**
 * What is asked for, against what the period is scored by now.
 * @throws Refusal 422 `choice.fixed` for one that the period's ruleset or its opening settled, `rescore.records` when `sums` is asked
 * for and the choice acts on dossiers.
 */
export function scoringChange(period: StoredPeriod, { choices = {}, from }: RescorePreviewRequest): ScoringChange {
  const now = settledChoices(period.choices);
  const changed = (Object.keys(choices) as (keyof Choices)[]).filter(
    (key) => choices[key] !== undefined && choices[key] !== now[key],
  );
  const { settles, title } = rulesetById<PointsRuleset>(period.ruleset);
  for (const key of changed) {
    if (key in settles) throw fixed(key, `«${title}» đã chọn cách này.`);
    if (key === 'ruleset.straddle') throw fixed(key, 'bộ quy tắc được chọn khi mở kỳ.');
  }
  const wanted = { ...now, ...choices };
  const possible = actsOnResults(now, wanted);
  if (from === 'sums' && !possible)
    throw new Refusal(
      422,
      'rescore.records',
      'Cách hiểu này tác động đến từng hồ sơ nên phải tính lại từ hồ sơ. Chọn tính lại từ hồ sơ.',
      { issues: [{ path: 'from', message: 'không tính được từ số cộng' }] },
    );
  return {
    choices: JSON.stringify(wanted),
    from: from ?? (changed.length > 0 && possible ? 'sums' : 'records'),
    changed,
  };
}
