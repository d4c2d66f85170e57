import { allGridsOf, cellsOf } from './grid.ts';
import type { Page } from './host.ts';

/** As the national patterns print a code, alone in its cell: `H99.01-261110-0042`, `000.00.06.H56-231027-0361`. */
const NATIONAL = /^\s*(?:\d{3}\.\d{2}\.[0-9A-Z]{2}\.)?[A-Z]\d{2}(?:\.[0-9A-Z]{2,3}){0,3}-\d{6}-\d{4,}\s*$/;
const ROWS = 6;
/** The papers or the history of one dossier print its code in many rows, but no other. */
const LEAST = 3;

/** Whether a visible table holds a column of dossier codes under whatever header: a list nobody can read yet, but surely a list. */
export function showsCodes({ document, sees }: Page): boolean {
  return allGridsOf(document, sees).some((grid) => {
    const found = new Map<number, Set<string>>();
    for (const row of grid.body().slice(0, ROWS))
      for (const [i, { textContent }] of cellsOf(row).entries())
        if (textContent && NATIONAL.test(textContent)) found.set(i, (found.get(i) ?? new Set()).add(textContent));
    return [...found.values()].some(({ size }) => size >= LEAST);
  });
}
