import { Labelled } from './labelled.tsx';

interface SelectFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  options: readonly { readonly value: string; readonly label: string }[];
  help?: string;
  error?: string | undefined;
}

/** One labelled choice from a list, with its help and its error beside it. */
export function SelectField({ label, value, onValue, options, help, error }: SelectFieldProps) {
  return (
    <Labelled label={label} help={help} error={error}>
      {(ties) => (
        <select {...ties} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
