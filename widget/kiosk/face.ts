import { type SVGTemplateResult, svg } from 'lit';

/** Mouths of the three levels; line drawings of one colour, for none is better liked than another. */
const MOUTHS: Readonly<Record<string, string>> = {
  satisfied: 'M30 60q20 22 40 0',
  neutral: 'M32 66h36',
  dissatisfied: 'M30 72q20-22 40 0',
};

export function face(option: string): SVGTemplateResult {
  return svg`<svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <circle cx="50" cy="50" r="45" /><path d="M34 36v8M66 36v8" /><path d=${MOUTHS[option] ?? ''} />
  </svg>`;
}
