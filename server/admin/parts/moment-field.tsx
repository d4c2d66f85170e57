import { formatDateTime } from '#rules/format.ts';
import { text } from '../text.ts';
import { Labelled } from './labelled.tsx';

interface MomentFieldProps {
  label: string;
  /** `2026-11-24T17:00`; empty = none chosen. */
  value: string;
  onValue: (value: string) => void;
  help?: string;
  error?: string | undefined;
}

/** A day with its hour and minute, chosen from the browser's calendar or typed. */
export function MomentField({ label, value, onValue, help, error }: MomentFieldProps) {
  return (
    <Labelled label={label} help={help} error={error}>
      {(ties) => (
        <>
          <input
            type="datetime-local"
            {...ties}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          {/* A browser in another language puts the month first. */}
          {value && <p class="help">{text('field.moment', { moment: formatDateTime(value) })}</p>}
        </>
      )}
    </Labelled>
  );
}
