import { chance } from '../random.ts';
import type { SelfValues } from '../self-values.ts';
import type { Manipulation } from './manipulation.ts';

const NOTE = 'Hồ sơ thực hiện đúng quy trình, công dân hài lòng.';

export const allMaximum: Manipulation = {
  id: 'allMaximum',
  by: 'officer',
  strength: 100,
  steps: [60, 80, 100],
  words: (percent) => `cho điểm tối đa mọi chỉ số ở ${percent} % hồ sơ`,
  scored(values, doing) {
    if (!chance(doing.random, doing.strength)) return values;
    doing.done += 1;
    const full = Object.entries(values).map(([key, value]) => [
      key,
      value.shown === 20 ? { ...value, points: 20 } : { ...value, points: 20, note: NOTE },
    ]);
    return Object.fromEntries(full) as SelfValues;
  },
};
