import { compareTimes } from '#rules/compare-times.ts';
import { movedAfterExpiry } from '#rules/date-checks/of-promise.ts';
import { formatDateTime } from '#rules/format.ts';
import { known } from '#rules/known.ts';
import { citationText } from '#rules/law.ts';
import type { SeenPromise } from '../known-reading.ts';
import { texts } from '../language.ts';
import type { Feature, Seen, Task } from './feature.ts';
import { Pair } from './pair.tsx';

const say = texts(
  {
    name: 'Báo ngày hẹn trả đã đổi (⇄)',
    sign: 'Ngày hẹn đã đổi',
    expired: 'Ngày hẹn đổi sau khi đã quá hẹn',
    label: 'Ngày hẹn đổi',
    move: '{from} → {to}, thấy {at}',
    anew: '{from} → {to}, in lại khi hồ sơ bổ sung, thấy {at}',
    task: '{because} Ghi lý do hoặc báo đầu mối.',
  },
  {
    name: 'Tells of a promised date that moved (⇄)',
    sign: 'The promised date moved',
    expired: 'The promised date moved after it had passed',
    label: 'Date moved',
    move: '{from} → {to}, seen {at}',
    anew: '{from} → {to}, printed anew after a supplement, seen {at}',
    task: '{because} Give the reason or tell your focal officer.',
  },
);

interface Move {
  readonly from: SeenPromise;
  readonly to: SeenPromise;
}

function movesOf({ reading: { promises = [] } }: Seen): readonly Move[] {
  return promises.slice(1).flatMap((to, i) => {
    const from = promises[i];
    return from ? [{ from, to }] : [];
  });
}

/**
 * What the rules say of the moves that certainly came after the old date had passed: a screen still showed that date then. Where none
 * did, the move may have come in time.
 */
function expiredOf(seen: Seen) {
  const { dossier, acts, office, settings } = seen;
  if (!dossier) return [];
  const { granularity } = settings.choices;
  const changes = movesOf(seen)
    .filter(({ to }) => !to.afterWait)
    .filter(({ from }) => known(() => compareTimes(from.last, from.date, granularity, office)) === 'overdue')
    .map(({ from, to }) => ({ at: to.first, from: from.date, to: to.date }));
  if (changes.length === 0) return [];
  return known(() => movedAfterExpiry({ dossier, acts, changes, office, choices: settings.choices })) ?? [];
}

function taskOf(seen: Seen): Task | null {
  const found = expiredOf(seen).at(-1);
  if (!found) return null;
  const text = say('task', { because: found.because });
  return { text, cite: found.cite && citationText(found.cite) };
}

/** A promised date that became another one between two looks at the dossier. */
export const promiseMoved: Feature = {
  id: 'promise-moved',
  name: () => say('name'),
  sign: (seen) => {
    if (!movesOf(seen).some(({ to }) => !to.afterWait)) return null;
    return { sign: 'moved', name: expiredOf(seen).length > 0 ? say('expired') : say('sign') };
  },
  task: taskOf,
  explain: (seen) => {
    const moves = movesOf(seen);
    if (moves.length === 0) return null;
    return (
      <dl>
        {moves.map(({ from, to }) => (
          <Pair
            key={to.first}
            label={say('label')}
            value={say(to.afterWait ? 'anew' : 'move', {
              from: formatDateTime(from.date),
              to: formatDateTime(to.date),
              at: formatDateTime(to.first),
            })}
          />
        ))}
      </dl>
    );
  },
};
