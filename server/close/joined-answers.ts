import type { Owners } from '#rules/period-sums.ts';
import type { JoinedDossier } from '#rules/score-record.ts';
import type { PointsOf } from './unit-tally.ts';

/** What the system and the officer say of the dossier a response is about. */
export interface Joined extends JoinedDossier {
  readonly owners: Owners;
  readonly computed: PointsOf;
  readonly self: PointsOf;
}

/** Each distinct value once, by number. */
function pool<T>() {
  const ids = new Map<string, number>();
  const values: T[] = [];
  return {
    idOf(value: T): number {
      const key = JSON.stringify(value);
      const known = ids.get(key);
      if (known !== undefined) return known;
      ids.set(key, values.length);
      return values.push(value) - 1;
    },
    at: (id: number) => values[id] as T,
  };
}

const WIDTH = 3;
const FIRST_ROOM = 1 << 14;

/**
 * Response → the dossier it is about, while the close runs. Dossiers differ in few ways, so each response takes three numbers
 * however much is known of its dossier.
 */
export function joinedAnswers() {
  const owners = pool<Owners>();
  const records = pool<Omit<Joined, 'owners' | 'self'>>();
  const selves = pool<PointsOf>();
  /** Place of the response × 3 → numbers plus 1; 0 = not joined. */
  let places = new Int32Array(FIRST_ROOM);
  return {
    put(seq: number, { owners: whose, self, ...record }: Joined): void {
      const at = seq * WIDTH;
      if (at + WIDTH > places.length) {
        const more = new Int32Array(Math.max(places.length * 2, at + WIDTH));
        more.set(places);
        places = more;
      }
      places[at] = owners.idOf(whose) + 1;
      places[at + 1] = records.idOf(record) + 1;
      places[at + 2] = selves.idOf(self) + 1;
    },
    get(seq: number): Joined | null {
      const at = seq * WIDTH;
      const [whose, record, self] = [places[at] ?? 0, places[at + 1] ?? 0, places[at + 2] ?? 0];
      if (whose === 0) return null;
      return { ...records.at(record - 1), owners: owners.at(whose - 1), self: selves.at(self - 1) };
    },
  };
}

export type JoinedAnswers = ReturnType<typeof joinedAnswers>;
