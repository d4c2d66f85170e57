import type { PickedColumn, TaughtList } from '../../teach-messages.ts';
import { say } from './teach-words.ts';

interface Props {
  readonly lists: readonly TaughtList[];
  readonly chosen: PickedColumn | null;
  readonly pointing: boolean;
  readonly onPoint: (on: boolean) => void;
  readonly onChoose: (pick: PickedColumn) => void;
  /** Looks at the page anew: it may show another list by now. */
  readonly onLook: () => void;
}

/** What a column is called: its header, or its number. */
export function nameOf({ header, place }: PickedColumn): string {
  if (header) return header;
  return 'column' in place
    ? say('noHeader', { n: place.column + 1 })
    : 'selector' in place
      ? place.selector
      : place.header;
}

const same = (one: PickedColumn, other: PickedColumn | null): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Step 1: by pointing at the page, or by its headers as a list for whoever works with the keyboard. */
export function ChooseColumn({ lists, chosen, pointing, onPoint, onChoose, onLook }: Props) {
  return (
    <section aria-labelledby="day-1">
      <h2 id="day-1">{say('step1')}</h2>
      <p class="meta">{say('pointHow')}</p>
      <button type="button" aria-pressed={pointing} onClick={() => onPoint(!pointing)}>
        {say(pointing ? 'stopPointing' : 'point')}
      </button>{' '}
      <button type="button" onClick={onLook}>
        {say('look')}
      </button>
      {lists.length === 0 && <p>{say('noLists')}</p>}
      {lists.map(({ rows, columns }, i) => (
        <details key={`${i}:${columns.length}`} open={i === 0}>
          <summary>{say('list', { n: i + 1, rows })}</summary>
          <ul class="plain columns">
            {columns.map((column) => (
              <li key={JSON.stringify(column.place)}>
                {column.personal ? (
                  <p>
                    {nameOf(column)}: {say('personal')}
                  </p>
                ) : (
                  <button type="button" aria-pressed={same(column, chosen)} onClick={() => onChoose(column)}>
                    {nameOf(column)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
