import type { JSX } from 'preact';

/** Add-on signs after a mark; each also has a name in words. */
export type SignId = 'apology' | 'differs' | 'moved' | 'supplements' | 'reappointed' | 'waits';

/** Lines in a 12 × 12 field: envelope, not equal, two arrows, 2 in a ring, a page turned twice, an hourglass. */
const SHAPES: Readonly<Record<SignId, string>> = {
  apology: 'M1 2.5h10v7H1ZM1 2.8 6 6.6l5-3.8',
  differs: 'M1.5 4.3h9M1.5 7.7h9M8.3 1.5 3.7 10.5',
  moved: 'M1 4h9.5M8 1.5 10.5 4 8 6.5M11 8.5H1.5M4 6 1.5 8.5 4 11',
  supplements: 'M6 .8a5.2 5.2 0 1 0 .01 0ZM4.3 4.7a1.7 1.7 0 1 1 3 1.2L4.3 8.8h3.4',
  reappointed: 'M10.5 3A5 5 0 1 0 11 6.5M10.8.8V3.4H8.2M6 3.5V6.3L8 7.5',
  waits: 'M2.5 1h7M2.5 11h7M3.2 1c0 3 2.8 3.4 2.8 5S3.2 8 3.2 11M8.8 1C8.8 4 6 4.4 6 6s2.8 2 2.8 5',
};

export function SignIcon({ sign }: { sign: SignId }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 12 12" width="14" height="14" aria-hidden="true" focusable="false">
      <path d={SHAPES[sign]} fill="none" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round" />
    </svg>
  );
}
