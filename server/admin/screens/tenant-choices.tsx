import { CHOICES, type Choices } from '#rules/choices.ts';
import { citationText } from '#rules/law.ts';
import { RadioField } from '../parts/radio-field.tsx';
import { text } from '../text.ts';

interface TenantChoicesProps {
  value: Choices;
  onValue: (value: Choices) => void;
}

/** Every place where the text of the law leaves room, with the ways to read it. */
export function TenantChoices({ value, onValue }: TenantChoicesProps) {
  return (
    <>
      {CHOICES.map((choice) => (
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
    </>
  );
}
