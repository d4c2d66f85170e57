import type { ComponentChildren } from 'preact';

/** One fact of the explanation: its name and what is known of it. Left out where nothing is. */
export function Pair({ label, value, note }: { label: string; value: ComponentChildren; note?: string }) {
  return value ? (
    <div class="pair">
      <dt>{label}</dt>
      <dd>
        {value}
        {note && <span class="meta"> {note}</span>}
      </dd>
    </div>
  ) : null;
}
