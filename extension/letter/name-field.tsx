import { useState } from 'preact/hooks';
import { say } from './letter-words.ts';
import { nameFromPage } from './name-from-page.ts';

interface Props {
  readonly code: string;
  readonly sites: readonly string[];
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** The recipient's name: typed, or taken from the back-office page when the officer presses for it. */
export function NameField({ code, sites, value, onChange }: Props) {
  const [missing, setMissing] = useState(false);
  const take = async (event: MouseEvent): Promise<void> => {
    if (!event.isTrusted) return;
    const name = await nameFromPage(code, sites);
    setMissing(name === null);
    if (name !== null) onChange(name);
  };
  return (
    <>
      <label for="name">{say('name')}</label>
      <div class="row">
        <input
          id="name"
          value={value}
          maxLength={120}
          autocomplete="off"
          aria-describedby="name-note"
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <button type="button" onClick={take}>
          {say('take')}
        </button>
      </div>
      <p id="name-note" class="meta">
        {say('nameStays')}
      </p>
      <p class="field-problem" role="alert">
        {missing && say('noName')}
      </p>
    </>
  );
}
