import { useId } from 'preact/hooks';

interface RadioFieldProps {
  legend: string;
  value: string;
  onValue: (value: string) => void;
  options: readonly { readonly value: string; readonly label: string }[];
  /** Why the question is asked, or what stands behind it. */
  help?: string;
}

/** One choice with every option in sight. */
export function RadioField({ legend, value, onValue, options, help }: RadioFieldProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={help ? `${id}-help` : undefined}>
      <legend>{legend}</legend>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} class="option">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
