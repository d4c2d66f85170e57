import { useState } from 'preact/hooks';
import { type Line, PACK_MEANINGS, type PackMeaning } from '#rules/packs/host-pack.ts';
import type { ParserName } from '#rules/packs/parse-cell.ts';
import type { LineChoice, PickedColumn } from '../../teach-messages.ts';
import { nameOf } from './choose-column.tsx';
import { parsersFor } from './draft.ts';
import { meaningSay, parserSay, say } from './teach-words.ts';

interface Props {
  readonly pick: PickedColumn | null;
  /** Why the column cannot be added, or `null`. */
  readonly fault: string | null;
  readonly onAdd: (what: { meaning: PackMeaning; line: Line; parser: ParserName }) => void;
}

function lineName({ line, label }: LineChoice): string {
  if (label) return label;
  return line && 'at' in line ? say('lineAt', { at: line.at + 1, of: line.of }) : say('whole');
}

/** Step 2: what the column chosen is, which part of its cells, and how that is read. */
export function NameColumn({ pick, fault, onAdd }: Props) {
  const [meaning, setMeaning] = useState<PackMeaning>('code');
  const [at, setAt] = useState(0);
  const [chosen, setParser] = useState<ParserName>('asIs');
  if (!pick) return null;
  const parsers = parsersFor(meaning);
  const parser = parsers.includes(chosen) ? chosen : 'asIs';
  const line = (pick.lines[at] ?? pick.lines[0])?.line ?? null;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!fault) onAdd({ meaning, line, parser });
  };
  return (
    <form onSubmit={submit} aria-labelledby="day-2">
      <h2 id="day-2">{say('step2')}</h2>
      <p role="status">{pick.personal ? say('personal') : say('chosen', { column: nameOf(pick) })}</p>
      {!pick.personal && (
        <>
          <label for="day-nghia">{say('meaning')}</label>
          <select
            id="day-nghia"
            value={meaning}
            onChange={({ currentTarget }) => setMeaning(currentTarget.value as PackMeaning)}
          >
            {PACK_MEANINGS.map((each) => (
              <option key={each} value={each}>
                {meaningSay(each)}
              </option>
            ))}
          </select>
          {pick.lines.length > 1 && (
            <>
              <label for="day-dong">{say('line')}</label>
              <select id="day-dong" value={at} onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}>
                {pick.lines.map((choice, i) => (
                  <option key={JSON.stringify(choice.line)} value={i}>
                    {lineName(choice)}
                  </option>
                ))}
              </select>
            </>
          )}
          <label for="day-cach">{say('parser')}</label>
          <select
            id="day-cach"
            value={parser}
            onChange={({ currentTarget }) => setParser(currentTarget.value as ParserName)}
          >
            {parsers.map((each) => (
              <option key={each} value={each}>
                {parserSay(each)}
              </option>
            ))}
          </select>
          {fault && <p class="problem">{fault}</p>}
          <button type="submit" class="primary" aria-disabled={fault !== null}>
            {say('add')}
          </button>
        </>
      )}
    </form>
  );
}
