import { chance, oneOf } from '../random.ts';
import type { SelfValues } from '../self-values.ts';
import type { Manipulation } from './manipulation.ts';

/** Dossiers of the officer it is done to, in percent. */
const HALF = 50;
const STEP = 10;
const MOST = 20;
const NOTE = 'Công dân đã được hướng dẫn đầy đủ tại quầy.';

type Key = keyof SelfValues;

/** Raises the mean over the indicators that are computed by `strength` tenths, or by all there is to raise. */
function raised(values: SelfValues, tenths: number, random: () => number): SelfValues {
  const own: SelfValues = { ...values };
  const room = () =>
    (Object.keys(own) as Key[]).filter((key) => own[key]?.shown !== null && (own[key]?.points ?? MOST) < MOST);
  const known = Object.values(values).filter((value) => value.shown !== null);
  const already = known.reduce((sum, { shown, points }) => sum + points - (shown ?? points), 0);
  for (let left = tenths * known.length - already; left > 0 && room().length > 0; left -= STEP) {
    // What is left of a step is made by chance, so that the mean over many is the strength.
    if (left < STEP && !chance(random, (100 * left) / STEP)) break;
    const key = oneOf(random, room());
    const value = own[key];
    if (value) own[key] = { ...value, points: (value.points + STEP) as 10 | 20, note: NOTE };
  }
  return own;
}

export const selfInflated: Manipulation = {
  id: 'selfInflated',
  by: 'officer',
  strength: 6,
  steps: [2, 4, 6, 8],
  words: (tenths) => `tự chấm cao hơn ${(tenths / 10).toFixed(1).replace('.', ',')} trên 2 điểm ở một nửa số hồ sơ`,
  scored(values, doing) {
    if (!chance(doing.random, HALF)) return values;
    doing.done += 1;
    return raised(values, doing.strength, doing.random);
  },
};
