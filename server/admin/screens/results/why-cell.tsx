import type { ComponentChildren } from 'preact';
import { text } from '../../text.ts';

interface WhyCellProps {
  because: string;
  evidence?: readonly { readonly label: string; readonly value: string }[];
  /** What stands below, a line each. */
  children?: ComponentChildren;
}

/** Why points are what they are, with what shows it: in Vietnamese, as the rules say it. */
export function WhyCell({ because, evidence = [], children }: WhyCellProps) {
  return (
    <td data-label={text('qd766.why')} lang="vi">
      <div>
        {because}
        {evidence.length > 0 && (
          <span class="below">{evidence.map(({ label, value }) => `${label}: ${value}`).join(' · ')}</span>
        )}
        {children}
      </div>
    </td>
  );
}
