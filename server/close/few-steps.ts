/** Names of steps a unit may have in its table; a host that prints a number into each name must not make it endless. */
const MOST_STEPS = 200;
/** The key of the rarest steps of a unit that has more. */
export const OTHER_STEPS = '*';

type Counts = Readonly<Record<string, number>>;
type Keys = ReadonlyMap<string, Counts>;

const timesOf = ({ early = 0, onTime = 0, overdue = 0, unknown = 0, open = 0 }: Counts) =>
  early + onTime + overdue + unknown + open;

/** The most frequent steps by name, and one row of all others; the same whatever order they were met in. */
export function fewSteps(keys: Keys): Keys {
  if (keys.size <= MOST_STEPS) return keys;
  const named = [...keys].filter(([key]) => key !== '');
  const sorted = named.sort(([a, one], [b, two]) => timesOf(two) - timesOf(one) || (a < b ? -1 : 1));
  const others: Record<string, number> = {};
  for (const [, counts] of sorted.slice(MOST_STEPS))
    for (const [part, n] of Object.entries(counts)) others[part] = (others[part] ?? 0) + n;
  return new Map([['', keys.get('') ?? {}], ...sorted.slice(0, MOST_STEPS), [OTHER_STEPS, others]]);
}
