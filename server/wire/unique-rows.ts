import type * as z from 'zod';

/**
 * A check for `superRefine`: no two rows of a list have the same key, and the fault names both rows. `path` leads from a row to its
 * key; rows are numbered from 0, as paths are.
 */
export function uniqueRows<Row>(keyOf: (row: Row) => string, path: readonly string[]) {
  return (rows: readonly Row[], context: z.RefinementCtx): void => {
    const seen = new Map<string, number>();
    for (const [i, row] of rows.entries()) {
      const key = keyOf(row);
      const before = seen.get(key);
      if (before === undefined) seen.set(key, i);
      else
        context.addIssue({
          code: 'custom',
          path: [i, ...path],
          message: `trùng với mục ${before} («${key}»); bỏ một trong hai`,
        });
    }
  };
}
