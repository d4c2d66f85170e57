import { asReading } from './as-reading.ts';
import type { UnitFacts } from './facts.ts';
import type { Finding, IndicatorId } from './finding.ts';

const WORST = ['faulty', 'one', 'both'] as const;

/** What every quarter stated, `null` as soon as one did not: part of a year is not the year. */
function ofEvery<T extends object | number>(
  quarters: readonly UnitFacts[],
  of: (quarter: UnitFacts) => T | undefined,
): readonly T[] | null {
  const stated = quarters.flatMap((quarter) => of(quarter) ?? []);
  return stated.length === quarters.length ? (stated as T[]) : null;
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

function petitions(quarters: readonly UnitFacts[]): Pick<UnitFacts, 'petitions'> {
  const all = ofEvery(quarters, (quarter) => quarter.petitions);
  if (!all) return {};
  return {
    petitions: {
      received: sum(all.map(({ received }) => received)),
      onTime: sum(all.map(({ onTime }) => onTime)),
      prolonged: sum(all.map(({ prolonged }) => prolonged)),
    },
  };
}

function online(quarters: readonly UnitFacts[]): Pick<UnitFacts, 'online'> {
  const all = ofEvery(quarters, (quarter) => quarter.online);
  const last = all?.at(-1);
  if (!all || !last) return {};
  const whole = ofEvery(quarters, (quarter) => quarter.online?.wholeDossiers);
  const { wholeDossiers: _ofLast, ...standing } = last;
  return {
    online: {
      ...standing,
      dossiers: sum(all.map(({ dossiers }) => dossiers)),
      onlineDossiers: sum(all.map(({ onlineDossiers }) => onlineDossiers)),
      abandonedOrOverdue: sum(all.map(({ abandonedOrOverdue }) => abandonedOrOverdue)),
      ...(whole && { wholeDossiers: sum(whole) }),
    },
  };
}

/**
 * A unit's facts of a year from those of its quarters, in order (own reading of TT 01/2018/TT-VPCP Điều 15, said by
 * `asPooled`). What happens is added up:
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

const TAKEN: Partial<Record<IndicatorId, string>> = {
  5: 'Danh mục thủ tục của năm lấy như quý cuối.',
  6: 'Công khai của năm lấy như quý kém nhất.',
  8: 'Phản ánh của năm là tổng các quý.',
  9: 'Hồ sơ của năm là tổng các quý, danh mục thủ tục lấy như quý cuối.',
};

/** `finding` on pooled facts, marked as a reading that says how the year was taken from its quarters. */
export function asPooled(finding: Finding): Finding {
  const taken = TAKEN[finding.indicator];
  return taken ? { ...finding, cite: asReading(finding.cite, taken), because: `${finding.because} ${taken}` } : finding;
}
