import type { Unit } from '#wire/unit.ts';
import { text } from '../text.ts';
import { SelectField } from './select-field.tsx';

interface UnitSelectProps {
  units: readonly Pick<Unit, 'unit' | 'name'>[];
  value: string;
  onValue: (unit: string) => void;
  /** «Đơn vị» unless it is another part that a unit plays. */
  label?: string;
  /** What no unit stands for: «Chọn đơn vị» unless none is an answer too. */
  none?: string;
  error?: string | undefined;
}

export function UnitSelect({
  units,
  value,
  onValue,
  label = text('field.unit'),
  none = text('field.choose'),
  error,
}: UnitSelectProps) {
  const options = units.map((unit) => ({ value: unit.unit, label: `${unit.name} (${unit.unit})` }));
  return (
    <SelectField
      label={label}
      value={value}
      onValue={onValue}
      options={[{ value: '', label: none }, ...options]}
      error={error}
    />
  );
}
