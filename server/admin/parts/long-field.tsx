import { useId } from 'preact/hooks';

interface LongFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  help?: string;
  error?: string | undefined;
}

/** Several labelled lines of text with their help and their error beside them. */
export function LongField({ label, value, onValue, help, error }: LongFieldProps) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <textarea
        id={id}
        rows={4}
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
