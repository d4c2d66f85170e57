import type { Feature } from './feature.ts';
import { FEATURES } from './index.ts';
import { selfScore } from './self-score.tsx';

/** What is said beside the list and what the panel alone shows. Apart, so that the script in a host's page does not carry the rules of scoring. */
export const panelFeatures = (): readonly Feature[] => [...FEATURES, selfScore];
