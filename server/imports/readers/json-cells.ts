import { labelKey } from '#rules/labels.ts';
import type { Cell, Cells } from '../row.ts';
import { cleanText } from './clean-text.ts';

/** Names of columns as the file writes them, by key. */
export type Labels = Map<string, string>;

function scalar(value: unknown): Cell | null {
  if (typeof value === 'string') return cleanText(value) || null;
  if (typeof value === 'number') return { number: value };
  return typeof value === 'boolean' ? String(value) : null;
}

/** Gathers the cells of one item; `twice` when two names fall together. */
class Filling {
  readonly cells: Record<string, Cell> = {};
  twice = false;
  readonly #labels: Labels;

  constructor(labels: Labels) {
    this.#labels = labels;
  }

  fill(value: object, path: string, label: string): void {
    for (const [name, one] of Object.entries(value)) {
      const key = path ? `${path}.${labelKey(name)}` : labelKey(name);
      const named = label ? `${label}.${name}` : name;
      if (typeof one === 'object' && one !== null && !Array.isArray(one)) this.fill(one, key, named);
      else this.#put(key, named, Array.isArray(one) ? this.#list(one) : scalar(one));
    }
  }

  #list(members: readonly unknown[]): Cell | null {
    const list = members.map((member) => {
      const within = new Filling(new Map());
      if (typeof member === 'object' && member !== null) within.fill(member, '', '');
      else within.#put('', '', scalar(member));
      this.twice ||= within.twice;
      return within.cells;
    });
    return list.length ? { list } : null;
  }

  /** A name without a value is a column all the same. */
  #put(key: string, label: string, cell: Cell | null): void {
    if (!this.#labels.has(key)) this.#labels.set(key, label);
    if (cell === null) return;
    this.twice ||= Object.hasOwn(this.cells, key);
    this.cells[key] = cell;
  }
}

/**
 * An item of JSON as cells: `{ procedure: { code: '1.001612' } }` → `procedure.code`; lists become rows of their own; `''` and `null` are
 * absent. `null` = two names fall together (`Id`, `ID`).
 */
export function cellsOf(item: object, labels: Labels): Cells | null {
  const filling = new Filling(labels);
  filling.fill(item, '', '');
  return filling.twice ? null : filling.cells;
}

/** How many names stand in a value read, to compare with how many were written: a name written twice is read once. */
export function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, one) => sum + namesIn(one), own);
}
