import type * as z from 'zod';
import type { Choice } from '#rules/choice.ts';
import { CHOICES } from '#rules/choices.ts';
import { rulesetById } from '#rules/rulesets/index.ts';
import type { PointsRuleset, PointsRulesetId } from '#rules/rulesets/ruleset.ts';
import type { choice } from '#wire/results.ts';
import { settledChoices } from '../store/settled-choices.ts';
import { citeView } from './cite-view.ts';

/**
 * Every named choice as settled, with its reason and article: printed with each result. One that the ruleset's own decision
 * settles rests on that decision, not on our reading.
 */
export function choiceViews(json: string, ruleset: PointsRulesetId): z.infer<typeof choice>[] {
  const settled: Readonly<Record<string, string>> = settledChoices(json);
  const { settles, settledBy } = rulesetById<PointsRuleset>(ruleset);
  return CHOICES.map((each: Choice) => {
    const value = settled[each.key] ?? each.default;
    const decided = each.key in settles ? settledBy : null;
    return {
      key: each.key,
      label: each.label,
      value: each.values.find((v) => v.value === value)?.label ?? value,
      reason: decided ? 'Quyết định áp dụng bộ quy tắc đã chọn cách này.' : each.reason,
      cite: citeView(decided ?? each.cite),
    };
  });
}
