import type { Recipe } from '#wire/report.ts';
import { columnName } from './cell.ts';

/** Where a figure stands: counted from 0. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const named = ({ row, column }: Place) => `${columnName(column)}${row + 1}`;
const from = (place: Place, sheet: string) => (place.sheet === sheet ? '' : `'${place.sheet.replaceAll("'", "''")}'!`);

/** Cells in a row or in a column beside each other as one range, for a function takes few arguments. */
function ranges(places: readonly Place[], sheet: string): string[] {
  const runs: Place[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const first = run?.[0];
    const across = first?.row === place.row && last?.row === place.row && last?.column === place.column - 1;
    const down = first?.column === place.column && last?.column === place.column && last?.row === place.row - 1;
    const straight =
      run?.length === 1 || (across && first?.row === last?.row) || (down && first?.column === last?.column);
    if (run && last?.sheet === place.sheet && (across || down) && straight) run.push(place);
    else runs.push([place]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0] as Place, run.at(-1) as Place];
    return from(first, sheet) + (run.length === 1 ? named(first) : `${named(first)}:${named(last)}`);
  });
}

/**
 * A recipe as a formula of `sheet`. Places of the same sheet are taken first, so that a reader sees what adds up.
 * @param placesOf where a figure stands. @returns `null` when one of its parts stands nowhere.
 */
export function formulaOf(
  recipe: Recipe,
  sheet: string,
  digits: number,
  placesOf: (id: string) => readonly Place[],
): string | null {
  const ids = recipe.kind === 'sum' ? recipe.of : [recipe.sum, recipe.n];
  const places = ids.map((id) => placesOf(id).find((place) => place.sheet === sheet) ?? placesOf(id)[0]);
  if (places.some((place) => !place) || places.length === 0) return null;
  const known = places as Place[];
  if (recipe.kind === 'sum') {
    const inOrder = [...known].sort((a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row || a.column - b.column);
    const sum = `SUM(${ranges(inOrder, sheet).join(',')})`;
    return digits === 0 ? sum : `ROUND(${sum},${digits})`;
  }
  const [sum, n] = known.map((place) => from(place, sheet) + named(place));
  return `ROUND(${sum}/${n},${digits})`;
}
