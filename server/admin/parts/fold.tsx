import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Content that is made, and asks the server for what it shows, when it is first unfolded. */
export function Fold({ summary, children }: { summary: string; children: ComponentChildren }) {
  const [opened, setOpened] = useState(false);
  return (
    <details onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {opened && children}
    </details>
  );
}
