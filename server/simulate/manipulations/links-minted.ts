import { chance } from '../random.ts';
import type { Manipulation } from './manipulation.ts';

export const linksMinted: Manipulation = {
  id: 'linksMinted',
  by: 'unit',
  strength: 25,
  steps: [10, 15, 25, 35],
  words: (percent) => `cán bộ tự tạo đường dẫn và tự trả lời ${percent} % số phiếu`,
  answered(way, _isEasy, doing) {
    if (!chance(doing.random, doing.strength)) return way;
    doing.done += 1;
    return { ...way, proof: 'officerLink', quick: true, sameAddress: true };
  },
};
