import type * as z from 'zod';
import type { Choice } from '#rules/choice.ts';
import { CHOICES } from '#rules/choices.ts';
import { citationText } from '#rules/law.ts';
import type { choice } from '#wire/results.ts';
import { settledChoices } from '../store/settled-choices.ts';

/** Every named choice as settled, with its reason and article: printed with each result. */
export function choiceViews(json: string): z.infer<typeof choice>[] {
  const settled: Readonly<Record<string, string>> = settledChoices(json);
  return CHOICES.map((each: Choice) => {
    const value = settled[each.key] ?? each.default;
    return {
      key: each.key,
      label: each.label,
      value: each.values.find((v) => v.value === value)?.label ?? value,
      reason: each.reason,
      cite: citationText(each.cite),
    };
  });
}
