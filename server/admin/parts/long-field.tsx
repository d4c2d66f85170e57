import { Labelled } from './labelled.tsx';

interface LongFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  help?: string;
  error?: string | undefined;
}

/** Several labelled lines of text with their help and their error beside them. */
export function LongField({ label, value, onValue, help, error }: LongFieldProps) {
  return (
    <Labelled label={label} help={help} error={error}>
      {(ties) => <textarea {...ties} rows={4} value={value} onInput={(event) => onValue(event.currentTarget.value)} />}
    </Labelled>
  );
}
