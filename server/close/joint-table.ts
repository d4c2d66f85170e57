import type { IndicatorId } from '#rules/finding.ts';
import type { Owners } from '#rules/period-sums.ts';
import type { Joined } from './joined-answers.ts';
import type { Said, SaidCount } from './misread.ts';
import type { PointsOf } from './unit-tally.ts';

/** Dossiers of one unit that are alike in all that is known beside the citizens' answers. */
export interface AlikeDossiers {
  /** Indicator → whose result it is. */
  readonly owners: Owners;
  readonly self: PointsOf;
  readonly computed: PointsOf;
  /** After filing, as recorded; `null` = not known. */
  readonly contacts: 0 | 1 | 2 | null;
  /** Indicator → citizen's points → number of dossiers. */
  readonly citizen: Map<IndicatorId, Map<number, number>>;
  /** Line of what answers say of contacts → how many said which. */
  readonly said: Map<string, SaidCount>;
}

/** What one citizen answered. */
interface Given {
  readonly points: ReadonlyMap<IndicatorId, number>;
  readonly said: readonly Said[];
}

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
 * combination of a few numbers: written out, as many objects as a large province has answers would stand in memory at once.
 */
export function jointTable() {
  const owners = numbered<Owners>();
  const selves = numbered<PointsOf>();
  const computed = numbered<PointsOf>();
  const answers = numbered<Given>(({ points, said }) => JSON.stringify([[...points], said]));
  const units = new Map<string, Map<string, number>>();

  return {
    add(unit: string, joined: Joined, citizen: Given): void {
      const counts = units.get(unit) ?? new Map<string, number>();
      units.set(unit, counts);
      // Joined: numbers put one after another stay as many pieces of text as they are, several times as large.
      const key = [
        ...[owners.idOf(joined.owners), selves.idOf(joined.self), computed.idOf(joined.computed)],
        ...[answers.idOf(citizen), joined.facts.contacts ?? ''],
      ].join(' ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    /** Of one unit, in the order of the first answer of each; the table forgets it. */
    takeAlike(unit: string): AlikeDossiers[] {
      const found = new Map<string, AlikeDossiers>();
      const counts = units.get(unit) ?? [];
      units.delete(unit);
      for (const [key, n] of counts) {
        const [whose, own, system, given, contacts] = key.split(' ');
        const recorded = contacts === '' ? null : (Number(contacts) as 0 | 1 | 2);
        const seen = {
          ...{ owners: owners.at(whose), self: selves.at(own), computed: computed.at(system) },
          contacts: recorded,
        };
        const name = JSON.stringify(seen);
        const alike = found.get(name) ?? { ...seen, citizen: new Map(), said: new Map() };
        found.set(name, alike);
        const answer = answers.at(given);
        for (const { line, hit } of answer.said) {
          const before = alike.said.get(line) ?? { hit: 0, n: 0 };
          alike.said.set(line, { hit: before.hit + (hit ? n : 0), n: before.n + n });
        }
        for (const [indicator, points] of answer.points) {
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
