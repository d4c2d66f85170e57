import { CHOICES, type Choices } from '#rules/choices.ts';
import { citationText } from '#rules/law.ts';
import { RadioField } from '../parts/radio-field.tsx';
import { text } from '../text.ts';

interface TenantChoicesProps {
  value: Choices;
  onValue: (value: Choices) => void;
}

/** Every place where the text of the law leaves room: a choice where it offers values, a declared reading where it does not. */
export function TenantChoices({ value, onValue }: TenantChoicesProps) {
  const offered = CHOICES.filter((choice) => choice.values.length > 1);
  const declared = CHOICES.filter((choice) => choice.values.length === 1);
  return (
    <>
      {offered.map((choice) => (
        <RadioField
          key={choice.key}
          legend={choice.label}
          help={`${choice.reason} ${citationText(choice.cite)}`}
          value={value[choice.key]}
          onValue={(chosen) => onValue({ ...value, [choice.key]: chosen })}
          options={choice.values.map((each) => ({
            value: each.value,
            label: each.value === choice.default ? text('tenant.default', { label: each.label }) : each.label,
          }))}
        />
      ))}
      <details>
        <summary>{text('tenant.declared', { n: declared.length })}</summary>
        <dl class="choices">
          {declared.map((choice) => (
            <div key={choice.key}>
              <dt>{choice.label}</dt>
              <dd>
                <strong>{choice.values[0]?.label}</strong>
                <br />
                {choice.reason} <span class="muted">{citationText(choice.cite)}</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
