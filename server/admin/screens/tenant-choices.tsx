import { useEffect } from 'preact/hooks';
import type { Choice } from '#rules/choice.ts';
import type { Choices } from '#rules/choices.ts';
import { INDICATOR_CHOICES } from '#rules/choices-of-indicators.ts';
import { RESULT_CHOICES } from '#rules/choices-of-results.ts';
import { TIME_CHOICES } from '#rules/choices-of-time.ts';
import { citationText } from '#rules/law.ts';
import { RadioField } from '../parts/radio-field.tsx';
import { type TextKey, text } from '../text.ts';

const GROUPS: readonly { readonly heading: TextKey; readonly choices: readonly Choice[] }[] = [
  { heading: 'tenant.choices.indicators', choices: INDICATOR_CHOICES },
  { heading: 'tenant.choices.time', choices: TIME_CHOICES },
  { heading: 'tenant.choices.results', choices: RESULT_CHOICES },
];

interface TenantChoicesProps {
  value: Choices;
  onValue: (value: Choices) => void;
  /** Those the ruleset of the decision settles: shown, not asked. */
  settles: Partial<Choices>;
  /** Key of the choice a link leads to: its group is open and its answer has the focus. */
  wanted: string | null;
}

const placeOf = (key: string) => `cach-hieu-${key}`;

/** Every place where the text of the law leaves room, with the ways to read it; each group says how many differ from the default. */
export function TenantChoices({ value, onValue, settles, wanted }: TenantChoicesProps) {
  const chosen: Readonly<Record<string, string>> = { ...value, ...settles };
  const words = (choice: Choice, of: string) => choice.values.find((each) => each.value === of)?.label ?? of;
  useEffect(() => {
    if (wanted) document.getElementById(placeOf(wanted))?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [wanted]);

  return (
    <>
      {GROUPS.map(({ heading, choices }) => {
        const changed = choices.filter(({ key, default: usual }) => chosen[key] !== usual).length;
        return (
          <details key={heading} open={choices.some(({ key }) => key === wanted)}>
            <summary>
              {text(heading)}{' '}
              <span class="muted">
                {text(changed ? 'tenant.choices.changed' : 'tenant.choices.usual', { n: choices.length, changed })}
              </span>
            </summary>
            <div class="follow-up">
              {choices.map((choice) => (
                <div key={choice.key} id={placeOf(choice.key)}>
                  {choice.key in settles ? (
                    <div class="field">
                      <strong>{choice.label}</strong>
                      <p class="help">
                        {text('tenant.choices.settled', { label: words(choice, chosen[choice.key] ?? choice.default) })}
                      </p>
                    </div>
                  ) : (
                    <RadioField
                      legend={choice.label}
                      help={`${choice.reason} ${citationText(choice.cite)}`}
                      value={chosen[choice.key] ?? choice.default}
                      onValue={(answer) => onValue({ ...value, [choice.key]: answer })}
                      options={choice.values.map((each) => ({
                        value: each.value,
                        label:
                          each.value === choice.default ? text('tenant.default', { label: each.label }) : each.label,
                      }))}
                    />
                  )}
                </div>
              ))}
            </div>
          </details>
        );
      })}
    </>
  );
}
