interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'datetime-local';
  readonly long?: boolean;
  /** Values with their words: a list to choose from instead of a line to write. */
  readonly options?: readonly (readonly [value: string, words: string])[];
  readonly hint?: string;
  readonly fault?: string | undefined;
}

const LONGEST = { line: 200, text: 1000 };

/** One labelled field of the letter with what is wrong with it below. Nothing typed is remembered by the browser. */
export function Field({ id, label, value, onChange, type = 'text', long, options, hint, fault }: Props) {
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    autocomplete: 'off' as const,
    ...(about ? { 'aria-describedby': about } : {}),
    'aria-invalid': fault !== undefined,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  };
  return (
    <>
      <label for={id}>{label}</label>
      {options ? (
        <select {...shared}>
          {options.map(([each, words]) => (
            <option key={each} value={each}>
              {words}
            </option>
          ))}
        </select>
      ) : long ? (
        <textarea {...shared} rows={3} maxLength={LONGEST.text} />
      ) : type === 'text' ? (
        <input {...shared} maxLength={LONGEST.line} />
      ) : (
        <input {...shared} type="datetime-local" />
      )}
      {hint && (
        <p id={`${id}-hint`} class="meta">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${id}-fault`} class="field-problem">
          {fault}
        </p>
      )}
    </>
  );
}
