import { useId } from 'preact/hooks';
import { DOSSIER_STATES, type DossierState } from '#rules/dossier.ts';
import { say, stateSay } from './teach-words.ts';

interface Props {
  readonly unknown: readonly string[];
  readonly statuses: Readonly<Record<string, DossierState>>;
  readonly onSet: (words: string, state: DossierState | null) => void;
}

/** What the site calls its states. The clock stops in the two waiting states and in no other: that is the law's, not the page's. */
export function StatusMap({ unknown, statuses, onSet }: Props) {
  const id = useId();
  const all = [...new Set([...Object.keys(statuses), ...unknown])];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{say('statuses')}</h2>
      {all.map((words, i) => (
        <div key={words}>
          <label for={`${id}-${i}`}>{say('statusOf', { words })}</label>
          <select
            id={`${id}-${i}`}
            value={statuses[words] ?? ''}
            onChange={({ currentTarget }) => onSet(words, (currentTarget.value || null) as DossierState | null)}
          >
            <option value="">{say('notSet')}</option>
            {DOSSIER_STATES.map((state) => (
              <option key={state} value={state}>
                {stateSay(state)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </section>
  );
}
