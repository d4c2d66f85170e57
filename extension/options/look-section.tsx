import { useId } from 'preact/hooks';
import type { Configuration } from '../configuration.ts';
import { texts } from '../language.ts';
import { ManagedNote } from './managed-note.tsx';
import { Section, type SectionProps } from './section.tsx';

const say = texts(
  {
    title: 'Ngôn ngữ và giao diện',
    language: 'Ngôn ngữ',
    look: 'Giao diện',
    system: 'Theo máy',
    light: 'Sáng',
    dark: 'Tối',
  },
  {
    title: 'Language and look',
    language: 'Language',
    look: 'Look',
    system: 'As the computer',
    light: 'Light',
    dark: 'Dark',
  },
);

/** The language every text is said in, and light or dark. A language is named in itself. */
export function LookSection({ state, doing: { run } }: SectionProps) {
  const id = useId();
  const { preferences, managed } = state;
  const choices = [
    { key: 'language', words: { vi: 'Tiếng Việt', en: 'English' } },
    { key: 'look', words: { system: say('system'), light: say('light'), dark: say('dark') } },
  ] as const;
  return (
    <Section id="giao-dien" title={say('title')}>
      {choices.map(({ key, words }) => (
        <p key={key} class="key">
          <label for={`${id}-${key}`}>{say(key)}</label>
          {managed[key] === undefined ? (
            <select
              id={`${id}-${key}`}
              value={preferences[key]}
              onChange={({ currentTarget: { value } }) =>
                void run({ type: 'panel.configure', configuration: { [key]: value } as Configuration })
              }
            >
              {Object.entries(words).map(([value, word]) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          ) : (
            <>
              <input
                id={`${id}-${key}`}
                readOnly
                value={(words as Record<string, string>)[preferences[key]] ?? ''}
                aria-describedby={`${id}-${key}-managed`}
              />
              <ManagedNote id={`${id}-${key}-managed`} />
            </>
          )}
        </p>
      ))}
    </Section>
  );
}
