import type { JSX } from 'preact';

/** Add-on signs after a mark; each also has a name in words. */
export type SignId = 'apology';

const SHAPES: Readonly<Record<SignId, string>> = {
  apology: 'M1 2.5h10v7H1ZM1 2.8 6 6.6l5-3.8',
};

export function SignIcon({ sign }: { sign: SignId }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 12 12" width="14" height="14" aria-hidden="true" focusable="false">
      <path d={SHAPES[sign]} fill="none" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round" />
    </svg>
  );
}
