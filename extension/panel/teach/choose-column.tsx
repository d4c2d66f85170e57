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

/** What a column is called: its header, or its number. @param n of a part without a header, which it is in its list, from 1; 0 = unknown. */
export function nameOf({ header, place }: PickedColumn, n = 0): string {
  if (header) return header;
  if ('column' in place) return say('noHeader', { n: place.column + 1 });
  if ('selector' in place) return n ? say('part', { n }) : place.selector;
  return '';
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
          <summary>{rows > 0 ? say('list', { n: i + 1, rows }) : say('fields', { n: columns.length })}</summary>
          <ul class="plain columns">
            {columns.map((column, at) => (
              <li key={JSON.stringify(column.place)}>
                {column.personal ? (
                  <p>
                    {nameOf(column, at + 1)}: {say('personal')}
                  </p>
                ) : (
                  <button type="button" aria-pressed={same(column, chosen)} onClick={() => onChoose(column)}>
                    {nameOf(column, at + 1)}
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
