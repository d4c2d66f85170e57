import { addDays, dateOf } from '#rules/calendar/date.ts';
import { closingAfter, workingDayFrom } from '../office-moment.ts';
import { between, chance } from '../random.ts';
import type { Manipulation } from './manipulation.ts';

/** Of dossiers past their promised date, `strength` percent get another one after it has passed. */
export const datesMoved: Manipulation = {
  id: 'datesMoved',
  by: 'unit',
  strength: 20,
  steps: [10, 15, 20, 30],
  words: (percent) => `đổi ngày hẹn sau khi quá hạn ở ${percent} % hồ sơ quá hạn`,
  written(life, doing) {
    const { promised, ready } = life.dossier;
    if (promised === null || ready === null || dateOf(ready) <= dateOf(promised)) return life;
    if (!chance(doing.random, doing.strength)) return life;
    doing.done += 1;
    // As the list is opened in the morning; whoever is a day late moves it on the day of the result.
    const day = workingDayFrom(addDays(dateOf(promised), between(doing.random, 1, 3)));
    const at = `${day < dateOf(ready) ? day : dateOf(ready)}T07:45`;
    return { ...life, moved: { at, from: promised, to: closingAfter(dateOf(ready), 0) } };
  },
};
