import { apologyOwedMark } from './apology-owed.tsx';
import { deadlineMark } from './deadline-mark.tsx';
import type { Feature } from './feature.ts';
import { selfScore } from './self-score.tsx';

/** What the extension does, in the order shown. */
export const FEATURES: readonly Feature[] = [deadlineMark, apologyOwedMark, selfScore];
