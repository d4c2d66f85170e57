import type { TargetedEvent } from 'preact';
import { isIsoDate } from '#rules/calendar/date.ts';
import { formatDate } from '#rules/format.ts';
import { text } from '../text.ts';
import { Labelled } from './labelled.tsx';

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
  const shared = {
    value,
    autocomplete,
    autocapitalize: 'none',
    spellcheck: false,
    inputMode: digits ? 'numeric' : 'text',
    onInput: (event: TargetedEvent<HTMLInputElement>) => onValue(event.currentTarget.value),
  } as const;
  return (
    <Labelled label={label} help={help} error={error}>
      {(ties) =>
        secret ? (
          <input type="password" {...ties} {...shared} />
        ) : date ? (
          <>
            <input type="date" {...ties} {...shared} />
            {/* A browser in another language puts the month first. */}
            {isIsoDate(value) && <p class="help">{text('field.day', { day: formatDate(value) })}</p>}
          </>
        ) : (
          <input type="text" {...ties} {...shared} />
        )
      }
    </Labelled>
  );
}
