import type { MarkForm } from './drawing.ts';

/** Outlines of the marks around (0, 0), 12 px across, as SVG paths: one form on every medium. */
export const MARK_PATHS: Readonly<Record<MarkForm, string>> = {
  circle: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z',
  square: 'M-5.5-5.5h11v11h-11z',
  triangle: 'M0-6.5L6.5 5.5h-13z',
  diamond: 'M0-7L7 0L0 7L-7 0z',
  bang: 'M-2-7h4l-1 9h-2zM-1.5 4h3v3h-3z',
  bars: 'M-5-6h4v12h-4zM1-6h4v12h-4z',
  ring: 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM-3 0a3 3 0 1 1 6 0a3 3 0 1 1-6 0z',
};
