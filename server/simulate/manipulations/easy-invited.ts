import { chance } from '../random.ts';
import type { Manipulation } from './manipulation.ts';

/** `strength` = times as often, in hundredths. */
export const easyInvited: Manipulation = {
  id: 'easyInvited',
  by: 'unit',
  strength: 300,
  steps: [150, 200, 300, 400],
  words: (hundredths) => `mời thủ tục nhanh gấp ${(hundredths / 100).toFixed(1).replace('.', ',')} lần thủ tục dài`,
  answered(way, isEasy, doing) {
    if (isEasy || chance(doing.random, 10_000 / doing.strength)) return way;
    doing.done += 1;
    return null;
  },
};
