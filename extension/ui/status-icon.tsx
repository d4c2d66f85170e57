import type { JSX } from 'preact';
import type { PunctualityStatus } from '#rules/standing.ts';

/** One shape per status, so that no meaning hangs on colour: 12 × 12, drawn, coloured by the text beside it. */
const SHAPES: Readonly<Record<PunctualityStatus, () => JSX.Element>> = {
  early: () => <path d="M6 1 11.5 11H.5Z" fill="currentColor" />,
  onTime: () => <circle cx="6" cy="6" r="5" fill="currentColor" />,
  dueSoon: () => (
    <>
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M6 1a5 5 0 0 0 0 10Z" fill="currentColor" />
    </>
  ),
  overdue: () => (
    <path
      d="M1 1h10v10H1ZM5.2 2.8v3.8h1.6V2.8ZM5.2 7.8v1.6h1.6V7.8Z"
      fill="currentColor"
      fill-rule="evenodd"
      stroke="none"
    />
  ),
  paused: () => <path d="M2.5 1h2.5v10H2.5ZM7 1h2.5v10H7Z" fill="currentColor" />,
  unknown: () => (
    <>
      <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-dasharray="2 1.5" />
      <path d="M4.6 4.8a1.4 1.4 0 1 1 2 1.3c-.5.2-.6.5-.6.9" fill="none" stroke="currentColor" stroke-width="1.1" />
      <path d="M5.5 8h1v1h-1Z" fill="currentColor" />
    </>
  ),
};

export function StatusIcon({ status, size = 12 }: { status: PunctualityStatus; size?: number }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 12 12" width={size} height={size} aria-hidden="true" focusable="false">
      {SHAPES[status]()}
    </svg>
  );
}
