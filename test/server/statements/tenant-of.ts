import type { Node, SelectStmt } from 'libpg-query';
import { conjunctsOf, equalsOf, isNode, listOf, nameOfColumn, type Tree } from './tree.ts';

/** One table, or query in its place, that a query reads. */
interface Source {
  readonly alias: string;
  /** It has a column `tenant` that must be held to one tenant. */
  readonly keyed: boolean;
  /** Held to one tenant already: a query in its place is judged by itself. */
  bound: boolean;
}

/** What stands around a query that is part of another. */
interface Around {
  readonly sources: readonly Source[];
  readonly tables: ReadonlySet<string>;
  readonly named: ReadonlySet<string>;
  readonly faults: string[];
}

/** A condition of a query; that of an outer join says nothing of the rows it may be missing for. */
interface Condition {
  readonly tree: Tree;
  /** The sources it holds for; all of them when left out. */
  readonly only?: readonly Source[];
}

/** Whether `equal` holds the column `tenant` of `source` to a value, or to the tenant of a source that is held. */
function holds(
  source: Source,
  equal: readonly [Tree, Tree],
  beside: readonly Source[],
  own: readonly Source[],
): boolean {
  const mine = (side: Tree) => {
    const name = nameOfColumn(side);
    if (name?.column !== 'tenant') return false;
    return name.table === null ? own.filter((each) => each.keyed).length === 1 : name.table === source.alias;
  };
  const value = (side: Tree) => {
    if ('ParamRef' in side || 'A_Const' in side || 'TypeCast' in side) return true;
    const name = nameOfColumn(side);
    return name?.column === 'tenant' && beside.some((each) => each.bound && each.alias === name.table);
  };
  const [left, right] = equal;
  return (mine(left) && value(right)) || (mine(right) && value(left));
}

function bind(sources: readonly Source[], conditions: readonly Condition[], around: Around): void {
  const equals = conditions.flatMap(({ tree, only }) =>
    conjunctsOf(tree)
      .flatMap(equalsOf)
      .map((equal) => ({ equal, only })),
  );
  const seen = [...around.sources, ...sources];
  for (let before = -1, now = 0; before !== now; now = sources.filter((each) => each.bound).length) {
    before = now;
    for (const source of sources) {
      const beside = seen.filter((each) => each !== source);
      const here = equals.filter(({ only }) => only?.includes(source) ?? true);
      source.bound ||= here.some(({ equal }) => holds(source, equal, beside, sources));
    }
  }
}

/** The sources and join conditions of one `from`. */
function readFrom(from: Tree, around: Around): { sources: Source[]; conditions: Condition[] } {
  const [kind, it] = Object.entries(from)[0] ?? [];
  const tree = it as Tree;
  const alias = ((tree.alias as Tree | undefined)?.aliasname ?? tree.relname ?? '') as string;
  if (kind === 'RangeVar') {
    const keyed = around.tables.has(tree.relname as string) && !around.named.has(tree.relname as string);
    return { sources: [{ alias, keyed, bound: false }], conditions: [] };
  }
  if (kind === 'RangeSubselect') {
    judge(tree.subquery as Tree, around);
    return { sources: [{ alias, keyed: false, bound: true }], conditions: [] };
  }
  if (kind === 'JoinExpr') {
    const [left, right] = [readFrom(tree.larg as Tree, around), readFrom(tree.rarg as Tree, around)];
    const on: Condition[] = isNode(tree.quals) ? [{ tree: tree.quals }] : [];
    const held = tree.jointype === 'JOIN_INNER' ? on : on.map((each) => ({ ...each, only: right.sources }));
    return {
      sources: [...left.sources, ...right.sources],
      conditions: [...left.conditions, ...right.conditions, ...held],
    };
  }
  return { sources: [], conditions: [] };
}

/** Queries that stand inside an expression, however deep. */
function inner(tree: unknown, around: Around): void {
  if (Array.isArray(tree)) for (const each of tree) inner(each, around);
  if (!isNode(tree)) return;
  for (const [key, value] of Object.entries(tree)) {
    if (key === 'SubLink') {
      judge((value as Tree).subselect as Tree, around);
      inner((value as Tree).testexpr, around);
    } else if (key !== 'fromClause' && key !== 'withClause') inner(value, around);
  }
}

function query(what: string, from: readonly Tree[], where: unknown, rest: readonly unknown[], outer: Around): void {
  const read = from.map((each) => readFrom(each, outer));
  const sources = read.flatMap((each) => each.sources);
  const conditions = [...read.flatMap((each) => each.conditions), ...(isNode(where) ? [{ tree: where }] : [])];
  bind(sources, conditions, outer);
  for (const { alias } of sources.filter((each) => each.keyed && !each.bound))
    outer.faults.push(`${what}: «${alias}» is held to no tenant`);
  const around = { ...outer, sources: [...outer.sources, ...sources] };
  for (const each of [...conditions.map(({ tree }) => tree), ...rest]) inner(each, around);
}

function select(stmt: SelectStmt, outer: Around): void {
  const names = listOf(stmt.withClause?.ctes).map((each) => each.CommonTableExpr as Tree);
  const around = { ...outer, named: new Set([...outer.named, ...names.map((each) => each.ctename as string)]) };
  for (const { ctequery } of names) judge(ctequery as Tree, around);
  if (stmt.larg && stmt.rarg) {
    select(stmt.larg, around);
    select(stmt.rarg, around);
    return;
  }
  const rest = [
    stmt.targetList,
    stmt.groupClause,
    stmt.havingClause,
    stmt.sortClause,
    stmt.valuesLists,
    stmt.limitCount,
  ];
  query('select', listOf(stmt.fromClause), stmt.whereClause, rest, around);
}

function insert(tree: Tree, table: string, around: Around): void {
  const { tables, faults } = around;
  const columns = listOf(tree.cols).map((each) => (each.ResTarget as Tree).name);
  if (tables.has(table)) {
    if (columns[0] !== 'tenant') faults.push(`insert into ${table}: tenant is not its first column`);
    const conflict = tree.onConflictClause as Tree | undefined;
    const keys = listOf((conflict?.infer as Tree | undefined)?.indexElems).map((each) => (each.IndexElem as Tree).name);
    if (keys.length && keys[0] !== 'tenant')
      faults.push(`insert into ${table}: the key of its conflict is not led by tenant`);
    const own = { alias: table, keyed: true, bound: true };
    inner(conflict, { ...around, sources: [own, { ...own, alias: 'excluded' }] });
  }
  if (isNode(tree.selectStmt)) judge(tree.selectStmt, around);
}

function judge(statement: Tree, around: Around): void {
  const [kind, it] = Object.entries(statement)[0] ?? [];
  const tree = it as Tree;
  const relation = { RangeVar: tree.relation } as Tree;
  const table = (tree.relation as Tree | undefined)?.relname as string;
  switch (kind) {
    case 'SelectStmt':
      select(tree as unknown as SelectStmt, around);
      break;
    case 'UpdateStmt': {
      const from = [relation, ...listOf(tree.fromClause)];
      query(`update ${table}`, from, tree.whereClause, [tree.targetList], around);
      break;
    }
    case 'DeleteStmt':
      query(`delete from ${table}`, [relation, ...listOf(tree.usingClause)], tree.whereClause, [], around);
      break;
    case 'InsertStmt':
      insert(tree, table, around);
      break;
    default:
      around.faults.push(`${kind}: not a query of the program`);
  }
}

/**
 * What keeps a statement from staying within one tenant: a table of `tables` (those with a column `tenant`) that is read or
 * changed without `tenant = ?` or equality with the tenant of a table that has it; a row put in without its tenant first.
 */
export function faultsOf(statement: Node, tables: ReadonlySet<string>): string[] {
  const faults: string[] = [];
  judge(statement as Tree, { sources: [], tables, named: new Set(), faults });
  return faults;
}
