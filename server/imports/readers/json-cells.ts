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

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** iGate writes a name as a list by language: `name: [{ languageId: 228, name: 'Đang xử lý' }]`. */
const VIETNAMESE = 228;

/** The Vietnamese of such a list, or its first; any other value as it is. */
function inVietnamese(value: unknown, name: string): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  if (!value.every((member) => isObject(member) && 'languageId' in member)) return value;
  const member = value.find(({ languageId }) => Number(languageId) === VIETNAMESE) ?? value[0];
  return name in member ? member[name] : member;
}

/** Names of fields the importer knows, of which it wants nothing within: an object there is a list of one, written as the one itself. */
export function loneLists(known: ReadonlySet<string>): ReadonlySet<string> {
  const names = [...known];
  return new Set(names.filter((name) => !names.some((other) => other.startsWith(`${name}.`))));
}

/** Gathers the cells of one item; `twice` when two names fall together. */
class Filling {
  readonly cells: Record<string, Cell> = {};
  twice = false;
  readonly #labels: Labels;
  readonly #lone: ReadonlySet<string>;

  constructor(labels: Labels, lone: ReadonlySet<string>) {
    this.#labels = labels;
    this.#lone = lone;
  }

  fill(value: object, path: string, label: string): void {
    for (const [name, told] of Object.entries(value)) {
      const key = path ? `${path}.${labelKey(name)}` : labelKey(name);
      const named = label ? `${label}.${name}` : name;
      const one = inVietnamese(told, name);
      if (isObject(one) && !this.#lone.has(key)) this.fill(one, key, named);
      else if (typeof one === 'object' && one !== null)
        this.#put(key, named, this.#list(Array.isArray(one) ? one : [one]));
      else this.#put(key, named, scalar(one));
    }
  }

  #list(members: readonly unknown[]): Cell | null {
    const list = members.map((member) => {
      const within = new Filling(new Map(), new Set());
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
 * @param lone see `loneLists`.
 */
export function cellsOf(item: object, labels: Labels, lone: ReadonlySet<string>): Cells | null {
  const filling = new Filling(labels, lone);
  filling.fill(item, '', '');
  return filling.twice ? null : filling.cells;
}

/** How many names stand in a value read, to compare with how many were written: a name written twice is read once. */
export function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, one) => sum + namesIn(one), own);
}
