import type { UnitFacts } from './facts.ts';

const WORST = ['faulty', 'one', 'both'] as const;

/** The sum over quarters, `undefined` as soon as one quarter did not count it: part of a year is not the year. */
function sum<T>(quarters: readonly T[], count: (quarter: T) => number | undefined): number | undefined {
  let total: number | undefined = 0;
  for (const quarter of quarters) {
    const one = count(quarter);
    total = one === undefined || total === undefined ? undefined : total + one;
  }
  return total;
}

function petitions(quarters: readonly UnitFacts[]): Pick<UnitFacts, 'petitions'> {
  const received = sum(quarters, (q) => q.petitions?.received);
  const onTime = sum(quarters, (q) => q.petitions?.onTime);
  const prolonged = sum(quarters, (q) => q.petitions?.prolonged);
  return received === undefined || onTime === undefined || prolonged === undefined
    ? {}
    : { petitions: { received, onTime, prolonged } };
}

function online(quarters: readonly UnitFacts[]): Pick<UnitFacts, 'online'> {
  const last = quarters.at(-1)?.online;
  const dossiers = sum(quarters, (q) => q.online?.dossiers);
  const onlineDossiers = sum(quarters, (q) => q.online?.onlineDossiers);
  const abandonedOrOverdue = sum(quarters, (q) => q.online?.abandonedOrOverdue);
  if (!last || dossiers === undefined || onlineDossiers === undefined || abandonedOrOverdue === undefined) return {};
  const { eligibleProcedures, onlineProcedures, wholeProcedures } = last;
  const wholeDossiers = sum(quarters, (q) => q.online?.wholeDossiers);
  return {
    online: {
      eligibleProcedures,
      onlineProcedures,
      dossiers,
      onlineDossiers,
      abandonedOrOverdue,
      ...(wholeProcedures !== undefined && { wholeProcedures }),
      ...(wholeDossiers !== undefined && { wholeDossiers }),
    },
  };
}

/**
 * A unit's facts of a year from those of its quarters, in order (own reading of TT 01/2018/TT-VPCP Điều 15). What happens is added up:
 * petitions and dossiers. What stands is taken as it stood in the last quarter: lists of procedures. Disclosure is as good as in the
 * worst quarter. A quarter without a count leaves that count of the year unknown.
 */
export function pooledFacts(quarters: readonly UnitFacts[]): UnitFacts {
  const oneStop = quarters.at(-1)?.oneStop;
  const known = quarters.every((q) => q.disclosure);
  const disclosure = known ? WORST.find((each) => quarters.some((q) => q.disclosure === each)) : undefined;
  return {
    ...(oneStop && { oneStop }),
    ...(disclosure && { disclosure }),
    ...petitions(quarters),
    ...online(quarters),
  };
}
