import { randomInt } from 'node:crypto';

/** `SEED=` repeats a run; without it every run asks something else. */
export const seedOf = (given: string | undefined) => (given ? Number(given) : randomInt(2 ** 31));
