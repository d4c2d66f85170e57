/**
 * A backtracking matcher of its own for the patterns this house writes, which counts what it tries: time says little about a
 * pattern, the number of tries says all. It knows literals, classes, groups, look-around, one reference and counted repetition.
 */
type Then = (at: number) => number | null;
/** Tries from `at`, forwards or backwards, then `then`; the place where all of it ended, or `null`. */
type Node = (at: number, back: boolean, then: Then) => number | null;

interface Run {
  readonly text: string;
  readonly groups: (string | undefined)[];
  steps: number;
}

interface Reader {
  readonly source: string;
  at: number;
  groups: number;
}

export interface Counted {
  readonly matches: readonly string[];
  readonly steps: number;
}

/** Every match of `pattern` in `text` from left to right, and how many single characters and places were looked at for it. */
export function countSteps({ source, flags }: RegExp, text: string): Counted {
  const run: Run = { text, groups: [], steps: 0 };
  const root = alternatives({ source, at: 0, groups: 0 }, run, flags.includes('i') ? 'iu' : 'u');
  const matches: string[] = [];
  for (let at = 0; at <= text.length; ) {
    run.groups.length = 0;
    const end = root(at, false, (to) => to);
    if (end === null || end === at) at += 1;
    else {
      matches.push(text.slice(at, end));
      at = end;
    }
  }
  return { matches, steps: run.steps };
}

function alternatives(reader: Reader, run: Run, flags: string): Node {
  const branches = [sequence(reader, run, flags)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    branches.push(sequence(reader, run, flags));
  }
  return (at, back, then) => {
    for (const branch of branches) {
      const end = branch(at, back, then);
      if (end !== null) return end;
    }
    return null;
  };
}

function sequence(reader: Reader, run: Run, flags: string): Node {
  const parts: Node[] = [];
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source[reader.at] ?? '')) {
    const part = atom(reader, run, flags);
    const counted = /^(?:\{(\d+)(?:,(\d+))?\}|\?)/.exec(reader.source.slice(reader.at));
    if (!counted && /[*+]/.test(reader.source[reader.at] ?? '')) throw new Error(`Unbounded: ${reader.source}`);
    reader.at += counted?.[0].length ?? 0;
    const least = counted?.[1] === undefined ? 0 : Number(counted[1]);
    parts.push(counted ? repeated(part, least, counted[1] === undefined ? 1 : Number(counted[2] ?? least)) : part);
  }
  return (at, back, then) => {
    const order = back ? parts.toReversed() : parts;
    const from = (i: number, place: number): number | null => {
      const part = order[i];
      return part ? part(place, back, (next) => from(i + 1, next)) : then(place);
    };
    return from(0, at);
  };
}

function repeated(part: Node, least: number, most: number): Node {
  return (at, back, then) => {
    const more = (n: number, place: number): number | null => {
      const longer =
        n < most ? part(place, back, (next) => (next === place && n >= least ? null : more(n + 1, next))) : null;
      return longer ?? (n >= least ? then(place) : null);
    };
    return more(0, at);
  };
}

function atom(reader: Reader, run: Run, flags: string): Node {
  const rest = reader.source.slice(reader.at);
  const group = /^\((\?:|\?=|\?!|\?<=|\?<!)?/.exec(rest);
  if (!group) return character(reader, run, flags);
  reader.at += group[0].length;
  const kind = group[1];
  if (kind === undefined) reader.groups += 1;
  const number = reader.groups;
  const inner = alternatives(reader, run, flags);
  reader.at += 1;
  if (kind === '?:') return inner;
  if (kind === undefined)
    return (at, back, then) =>
      inner(at, back, (to) => {
        const before = run.groups[number];
        run.groups[number] = run.text.slice(Math.min(at, to), Math.max(at, to));
        const end = then(to);
        if (end === null) run.groups[number] = before;
        return end;
      });
  const wanted = kind === '?=' || kind === '?<=';
  return (at, _back, then) => ((inner(at, kind.includes('<'), (to) => to) !== null) === wanted ? then(at) : null);
}

function character(reader: Reader, run: Run, flags: string): Node {
  const rest = reader.source.slice(reader.at);
  const one = /^(?:\[(?:\\.|[^\]\\])*\]|\\p\{\w+\}|\\.|[^\\])/su.exec(rest)?.[0] ?? '';
  reader.at += one.length;
  const reference = /^\\(\d)$/.exec(one)?.[1];
  if (reference)
    return (at, back, then) => {
      run.steps += 1;
      const said = run.groups[Number(reference)] ?? '';
      const to = back ? at - said.length : at + said.length;
      return run.text.slice(Math.min(at, to), Math.max(at, to)) === said ? then(to) : null;
    };
  const test = new RegExp(`^${one}$`, `s${flags}`);
  return (at, back, then) => {
    run.steps += 1;
    const letter = run.text[back ? at - 1 : at];
    return letter !== undefined && test.test(letter) ? then(back ? at - 1 : at + 1) : null;
  };
}
