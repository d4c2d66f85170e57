import { endOf } from '#rules/dossier.ts';
import { punctualityOf } from '../features/deadline-mark.tsx';
import type { Mark, Seen } from '../features/feature.ts';
import { FEATURES } from '../features/index.ts';
import { longWaitOf } from '../features/long-waits.tsx';
import { overdueOrder } from '../features/overdue-first.ts';
import { runFeatures } from '../features/run-features.ts';
import { seenOf } from '../features/seen.ts';
import type { PanelState } from '../messages.ts';

export type DutyId = 'overdue' | 'dueToday' | 'apology' | 'lastDay' | 'supplement' | 'online' | 'unscored';

/** A dossier in the list of today and what is to be done about it. */
export interface TodayItem {
  readonly seen: Seen;
  readonly mark: Mark | null;
  readonly duties: ReadonlySet<DutyId>;
}

function itemOf(seen: Seen, scored: ReadonlySet<string>): TodayItem {
  const found = punctualityOf(seen);
  const running = found !== null && !found.finished;
  const duties = new Set<DutyId>();
  if (running && found.status === 'overdue') duties.add('overdue');
  if (running && found.dueToday && found.status !== 'overdue') duties.add('dueToday');
  for (const { apology } of runFeatures(FEATURES, 'task', (feature) => feature.task?.(seen)))
    if (apology) duties.add(apology === 'owed' ? 'apology' : apology);
  const wait = longWaitOf(seen);
  if (wait) duties.add(wait);
  if (seen.dossier && endOf(seen.dossier)?.at && !scored.has(seen.reading.code)) duties.add('unscored');
  const [mark] = runFeatures(FEATURES, 'mark', (feature) => feature.mark?.(seen));
  return { seen, mark: mark ?? null, duties };
}

/** Dossiers seen today that ask for something; by delay where that order is switched on, otherwise as they were seen. */
export function todayItems(state: PanelState): readonly TodayItem[] {
  const scored = new Set(state.scores.filter(({ state: is }) => is !== 'refused').map(({ code }) => code));
  const items = state.seen
    .filter(({ seen }) => seen.slice(0, 10) === state.now.slice(0, 10))
    .map(({ reading }) => itemOf(seenOf(reading, state.settings, state.now), scored))
    .filter(({ duties }) => duties.size > 0);
  const [ordered] = runFeatures(
    [overdueOrder],
    'order',
    ({ order }) => order && [...items].sort((a, b) => order(a.seen, b.seen)),
  );
  return ordered ?? items;
}
