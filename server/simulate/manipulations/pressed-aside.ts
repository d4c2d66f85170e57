import type { Manipulation } from './manipulation.ts';

export const pressedAside: Manipulation = {
  id: 'pressedAside',
  by: 'unit',
  strength: 15,
  steps: [6, 10, 15, 25],
  words: (percent) => `${percent} % lượt bấm máy ở quầy là ngoài giờ hoặc trong 3 giây`,
  aside(honest, doing) {
    doing.done += 1;
    return Math.max(honest, doing.strength);
  },
};
