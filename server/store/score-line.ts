import { createLine } from './in-line.ts';

/** Self-scores of a tenant are numbered, and taken back, one batch after the other. */
export const scoreLine = createLine();
