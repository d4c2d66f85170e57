import type { IndicatorId } from '#rules/finding.ts';
import type { Owners } from '#rules/period-sums.ts';
import type { Joined } from './joined-answers.ts';
import type { PointsOf } from './unit-tally.ts';

/** Dossiers of one unit that are alike in all that is known beside the citizens' answers. */
export interface AlikeDossiers {
  /** Indicator → whose result it is. */
  readonly owners: Owners;
  readonly self: PointsOf;
  readonly computed: PointsOf;
  /** Indicator → citizen's points → number of dossiers. */
  readonly citizen: Map<IndicatorId, Map<number, number>>;
}

type Given = ReadonlyMap<IndicatorId, number>;

/** Each object, or what `keyOf` makes of it, once, by number. */
function numbered<T>(keyOf: (value: T) => unknown = (value) => value) {
  const ids = new Map<unknown, number>();
  const values: T[] = [];
  return {
    idOf(value: T): number {
      const key = keyOf(value);
      const known = ids.get(key);
      if (known !== undefined) return known;
      ids.set(key, values.length);
      return values.push(value) - 1;
    },
    at: (id: string | undefined) => values[Number(id)] as T,
  };
}

/**
 * Counts how dossiers that are alike were answered, unit by unit; lives in memory while the close runs. Kept as a count for each
 * combination of four numbers: written out, as many objects as a large province has answers would stand in memory at once.
 */
export function jointTable() {
  const owners = numbered<Owners>();
  const selves = numbered<PointsOf>();
  const computed = numbered<PointsOf>();
  const answers = numbered<Given>((given) => [...given].join());
  const units = new Map<string, Map<string, number>>();

  return {
    add(unit: string, joined: Joined, citizen: Given): void {
      const counts = units.get(unit) ?? new Map<string, number>();
      units.set(unit, counts);
      const key = `${owners.idOf(joined.owners)} ${selves.idOf(joined.self)} ${computed.idOf(joined.computed)} ${answers.idOf(citizen)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    /** Of one unit, in the order of the first answer of each. */
    alikeIn(unit: string): AlikeDossiers[] {
      const found = new Map<string, AlikeDossiers>();
      for (const [key, n] of units.get(unit) ?? []) {
        const [whose, own, system, given] = key.split(' ');
        const seen = { owners: owners.at(whose), self: selves.at(own), computed: computed.at(system) };
        const name = JSON.stringify(seen);
        const alike = found.get(name) ?? { ...seen, citizen: new Map() };
        found.set(name, alike);
        for (const [indicator, points] of answers.at(given)) {
          const counts = alike.citizen.get(indicator) ?? new Map<number, number>();
          alike.citizen.set(indicator, counts);
          counts.set(points, (counts.get(points) ?? 0) + n);
        }
      }
      return [...found.values()];
    },
  };
}

export type JointTable = ReturnType<typeof jointTable>;
