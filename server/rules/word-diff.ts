/** A stretch of words: in both texts, only in the first (`gone`) or only in the second (`come`). */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

const wordsIn = (text: string) => text.normalize('NFC').split(/\s+/).filter(Boolean);

/** Longest common run of words, as lengths from each pair of places to the end. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, below] = [table[i] as number[], table[i + 1] as number[]];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}

/**
 * What becomes of `before` word by word on the way to `after`: as few words gone and come as possible, the gone ones first. For
 * texts of a few hundred words.
 */
export function wordDiff(before: string, after: string): readonly WordRun[] {
  const [a, b] = [wordsIn(before), wordsIn(after)];
  const table = lengths(a, b);
  const runs: { kind: WordRun['kind']; words: string[] }[] = [];
  const add = (kind: WordRun['kind'], word: string) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else runs.push({ kind, words: [word] });
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [x, y] = [a[i], b[j]];
    if (x !== undefined && x === y) {
      add('same', x);
      i += 1;
      j += 1;
    } else if (x !== undefined && (y === undefined || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      add('gone', x);
      i += 1;
    } else if (y !== undefined) {
      add('come', y);
      j += 1;
    }
  }
  return runs.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}
