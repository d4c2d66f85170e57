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

function fill(value: object, path: string, label: string, cells: Record<string, Cell>, labels: Labels): boolean {
  let sound = true;
  for (const [name, one] of Object.entries(value)) {
    const key = labelKey(name);
    const at = path ? `${path}.${key}` : key;
    const named = label ? `${label}.${name}` : name;
    if (Array.isArray(one)) {
      const list = one.map((member) => {
        const within: Record<string, Cell> = {};
        if (typeof member === 'object' && member !== null) sound = fill(member, '', '', within, new Map()) && sound;
        else {
          const cell = scalar(member);
          if (cell !== null) within[''] = cell;
        }
        return within;
      });
      if (list.length === 0) continue;
      sound = put(at, named, { list }) && sound;
    } else if (typeof one === 'object' && one !== null) {
      sound = fill(one, at, named, cells, labels) && sound;
    } else {
      const cell = scalar(one);
      if (cell !== null) sound = put(at, named, cell) && sound;
    }
  }
  return sound;

  function put(at: string, named: string, cell: Cell): boolean {
    if (Object.hasOwn(cells, at)) return false;
    cells[at] = cell;
    if (!labels.has(at)) labels.set(at, named);
    return true;
  }
}

/**
 * An item of JSON as cells: `{ procedure: { code: '1.001612' } }` → `procedure.code`; lists become rows of their own; `''` and `null` are
 * absent. `null` = two names fall together (`Id`, `ID`).
 */
export function cellsOf(item: object, labels: Labels): Cells | null {
  const cells: Record<string, Cell> = {};
  return fill(item, '', '', cells, labels) ? cells : null;
}

/** How many names stand in a value read, to compare with how many were written: a name written twice is read once. */
export function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, one) => sum + namesIn(one), own);
}
