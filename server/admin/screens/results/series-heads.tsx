import type { ComponentChildren } from 'preact';
import { text } from '../../text.ts';

interface SeriesHeadsProps {
  series: readonly ('citizen' | 'computed' | 'self' | 'official')[];
  /** What stands after them. */
  children?: ComponentChildren;
}

/** The head of a table of indicators: one column for each series, never mixed. */
export function SeriesHeads({ series, children }: SeriesHeadsProps) {
  return (
    <thead>
      <tr>
        <th scope="col" class="what">
          {text('unit.indicator')}
        </th>
        {series.map((each) => (
          <th key={each} scope="col" class={`number ${each}`}>
            {text(`series.${each}`)}
          </th>
        ))}
        {children}
      </tr>
    </thead>
  );
}
