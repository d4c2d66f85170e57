import type { ComponentType } from 'preact';
import type { Place } from '../place.ts';
import type { TextKey } from '../text.ts';
import { Periods } from './periods.tsx';
import { Results } from './results.tsx';
import { SetUp } from './set-up.tsx';
import { Today } from './today.tsx';

interface ScreenEntry {
  /** First part of the hash; the empty one is the start. */
  readonly path: string;
  readonly label: TextKey;
  readonly Screen: ComponentType<{ place: Place }>;
}

/** The navigation, in its order. */
export const screens: readonly ScreenEntry[] = [
  { path: '', label: 'nav.today', Screen: Today },
  { path: 'ket-qua', label: 'nav.results', Screen: Results },
  { path: 'ky', label: 'nav.periods', Screen: Periods },
  { path: 'thiet-lap', label: 'nav.setUp', Screen: SetUp },
];
