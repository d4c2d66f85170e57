import { endOf } from '#rules/dossier.ts';
import { punctualityOf } from '../features/deadline-mark.tsx';
import type { Mark, Seen } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { runFeatures } from '../features/run-features.ts';
import { seenOf } from '../features/seen.ts';
import type { PanelState } from '../messages.ts';

export type DutyId = 'overdue' | 'dueToday' | 'apology' | 'unscored';

/** A dossier in the list of today: what is to be done about it, and how late it is in working minutes (negative = time left). */
export interface TodayItem {
  readonly seen: Seen;
  readonly mark: Mark | null;
  readonly duties: ReadonlySet<DutyId>;
  readonly delay: number;
}

function itemOf(seen: Seen, scored: ReadonlySet<string>): TodayItem {
  const found = punctualityOf(seen);
  const running = found !== null && !found.finished;
  const duties = new Set<DutyId>();
  if (running && found.status === 'overdue') duties.add('overdue');
  if (running && found.dueToday && found.status !== 'overdue') duties.add('dueToday');
  if (runFeatures(FEATURES, 'task', (feature) => feature.task?.(seen)).some((task) => task.urgent))
    duties.add('apology');
  if (seen.dossier && endOf(seen.dossier)?.at && !scored.has(seen.reading.code)) duties.add('unscored');
  const minutes = found?.minutes ?? 0;
  const [mark] = runFeatures(FEATURES, 'mark', (feature) => feature.mark?.(seen));
  return { seen, mark: mark ?? null, duties, delay: found?.status === 'overdue' ? minutes : -minutes };
}

/** Dossiers seen today that ask for something, the latest first. */
export function todayItems(state: PanelState): readonly TodayItem[] {
  const scored = new Set(state.scores.filter(({ state: is }) => is !== 'refused').map(({ code }) => code));
  return state.seen
    .filter(({ seen }) => seen.slice(0, 10) === state.now.slice(0, 10))
    .map(({ reading }) => itemOf(seenOf(reading, state.settings, state.now), scored))
    .filter(({ duties }) => duties.size > 0)
    .sort((a, b) => rank(a) - rank(b) || b.delay - a.delay);
}

/** Running dossiers before finished ones that only wait for a self-score. */
function rank({ duties }: TodayItem): number {
  return duties.has('overdue') ? 0 : duties.has('dueToday') ? 1 : duties.has('apology') ? 2 : 3;
}
