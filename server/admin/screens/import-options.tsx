import { Field } from '../parts/field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { text } from '../text.ts';

/** What the person says of a file; blank = the machine finds out. */
export const NO_OPTIONS = { unit: '', period: '', encoding: '', separator: '', dateOrder: '', sheet: '' };
export type ImportOptionsTyped = typeof NO_OPTIONS;

interface ImportOptionsProps {
  typed: ImportOptionsTyped;
  onTyped: (name: keyof ImportOptionsTyped, value: string) => void;
}

/** For files that are read wrong, and for those of one office or one period without a column for it. */
export function ImportOptions({ typed, onTyped }: ImportOptionsProps) {
  const auto = { value: '', label: text('imports.auto') };
  const set = (name: keyof ImportOptionsTyped) => (value: string) => onTyped(name, value);
  return (
    <details>
      <summary>{text('imports.more')}</summary>
      <Field label={text('imports.unit')} help={text('imports.unit.help')} value={typed.unit} onValue={set('unit')} />
      <Field
        label={text('imports.period')}
        help={text('imports.period.help')}
        value={typed.period}
        onValue={set('period')}
      />
      <SelectField
        label={text('imports.encoding')}
        value={typed.encoding}
        onValue={set('encoding')}
        options={[auto, { value: 'utf-8', label: 'UTF-8' }, { value: 'windows-1258', label: 'Windows-1258' }]}
      />
      <SelectField
        label={text('imports.separator')}
        value={typed.separator}
        onValue={set('separator')}
        options={[
          auto,
          { value: ',', label: text('imports.separator.comma') },
          { value: ';', label: text('imports.separator.semicolon') },
          { value: '\t', label: text('imports.separator.tab') },
        ]}
      />
      <SelectField
        label={text('imports.dateOrder')}
        value={typed.dateOrder}
        onValue={set('dateOrder')}
        options={[
          auto,
          { value: 'dmy', label: text('imports.dateOrder.dmy') },
          { value: 'mdy', label: text('imports.dateOrder.mdy') },
        ]}
      />
      <Field label={text('imports.sheet')} value={typed.sheet} onValue={set('sheet')} />
    </details>
  );
}
