import type { ComponentChildren } from 'preact';
import type { PanelState } from '../messages.ts';
import type { useDoing } from '../panel/use-doing.ts';

/** What every section of the options gets: the state, and the way to change it. */
export interface SectionProps {
  readonly state: PanelState;
  readonly doing: ReturnType<typeof useDoing>;
}

/** One heading of the options with what stands under it. `id` is also its place in the address. */
export function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
