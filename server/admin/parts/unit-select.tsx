import { useId } from 'preact/hooks';
import type { Unit } from '#wire/unit.ts';
import { text } from '../text.ts';

interface UnitSelectProps {
  units: readonly Unit[];
  value: string;
  onValue: (unit: string) => void;
  error?: string | undefined;
}

export function UnitSelect({ units, value, onValue, error }: UnitSelectProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{text('field.unit')}</label>
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        <option value="">{text('field.choose')}</option>
        {units.map((unit) => (
          <option key={unit.unit} value={unit.unit}>
            {unit.name} ({unit.unit})
          </option>
        ))}
      </select>
    </div>
  );
}
