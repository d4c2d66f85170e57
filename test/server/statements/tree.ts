/** Any part of what the parser gives: the kind of a node is its one key. */
export type Tree = { readonly [key: string]: unknown };

export const isNode = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly Tree[] => (Array.isArray(value) ? value : []);

/** `a.tenant` → table a, column tenant; `tenant` → no table; `null` for anything else. */
export function nameOfColumn(side: Tree): { readonly table: string | null; readonly column: string } | null {
  const fields = listOf((side.ColumnRef as Tree | undefined)?.fields).map(
    (each) => (each.String as Tree | undefined)?.sval as string | undefined,
  );
  const column = fields.at(-1);
  if (column === undefined) return null;
  return { table: fields.length > 1 ? (fields[0] ?? null) : null, column };
}

/** What must all hold for `condition` to hold. */
export function conjunctsOf(condition: Tree): Tree[] {
  const { boolop, args } = (condition.BoolExpr ?? {}) as Tree;
  return boolop === 'AND_EXPR' ? listOf(args).flatMap(conjunctsOf) : [condition];
}

/**
 * The pairs a condition says are equal: `a = b`, `(a, b) = (c, d)`, and `(a, b) in (select c, d …)`, whose columns are then
 * those of the query in brackets.
 */
export function equalsOf(condition: Tree): [Tree, Tree][] {
  const { kind, name, lexpr, rexpr } = (condition.A_Expr ?? {}) as Tree;
  const sign = listOf(name).map((each) => (each.String as Tree).sval);
  if (kind !== 'AEXPR_OP' || sign[0] !== '=' || !isNode(lexpr) || !isNode(rexpr)) return [];
  const [left, right] = [lexpr, rexpr].map((side) => listOf((side.RowExpr as Tree | undefined)?.args));
  if (!left?.length || !right?.length) return [[lexpr, rexpr]];
  return left.flatMap((each, n) => (right[n] ? [[each, right[n]] as [Tree, Tree]] : []));
}
