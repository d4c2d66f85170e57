import type { TargetedEvent } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  help?: string;
  error?: string | undefined;
  /** Not shown while typed. */
  secret?: boolean;
  autocomplete?: string;
  digits?: boolean;
  /** Chosen from the browser's calendar; the value is `2026-11-24`. */
  date?: boolean;
}

/** One labelled line of text with its help and its error beside it. */
export function Field({ label, value, onValue, help, error, secret, autocomplete = 'off', digits, date }: FieldProps) {
  const id = useId();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    autocomplete,
    autocapitalize: 'none',
    spellcheck: false,
    inputMode: digits ? 'numeric' : 'text',
    'aria-describedby': described || undefined,
    'aria-invalid': error ? true : undefined,
    onInput: (event: TargetedEvent<HTMLInputElement>) => onValue(event.currentTarget.value),
  } as const;
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
      {secret ? (
        <input type="password" {...shared} />
      ) : date ? (
        <input type="date" {...shared} />
      ) : (
        <input type="text" {...shared} />
      )}
    </div>
  );
}
