import { readFileSync } from 'node:fs';
import { loadModule, parseSync } from 'libpg-query';
import { knownMigrations } from '../../../server/store/migrate.ts';
import { listOf, type Tree } from './tree.ts';

const FOLDER = new URL('../../../server/store/migrations/', import.meta.url);

export interface Table {
  readonly columns: readonly string[];
  /** Columns of the primary key and of each unique index, in their order. */
  readonly keys: readonly (readonly string[])[];
}

const nameIn = (tree: unknown) => ((tree as Tree).String as Tree).sval as string;

function created(statement: Tree): Table {
  const parts = listOf(statement.tableElts);
  const columns = parts.flatMap(({ ColumnDef: column }) => (column ? [column as Tree] : []));
  const own = columns.filter((column) =>
    listOf(column.constraints).some(({ Constraint: it }) => /PRIMARY|UNIQUE/.test(String((it as Tree).contype))),
  );
  const joint = parts.flatMap(({ Constraint: it }) => {
    const constraint = it as Tree | undefined;
    return constraint && /PRIMARY|UNIQUE/.test(String(constraint.contype)) ? [listOf(constraint.keys).map(nameIn)] : [];
  });
  return {
    columns: columns.map(({ colname }) => colname as string),
    keys: [...own.map(({ colname }) => [colname as string]), ...joint],
  };
}

/**
 * Every table as the migrations leave it, read from their text by the parser of PostgreSQL: the same on every engine.
 * @throws Error for a statement that parser does not read.
 */
export async function readSchema(): Promise<ReadonlyMap<string, Table>> {
  await loadModule();
  const tables = new Map<string, Table>([['migrations', { columns: ['name'], keys: [['name']] }]]);
  for (const name of knownMigrations())
    for (const { stmt } of parseSync(readFileSync(new URL(name, FOLDER), 'utf8')).stmts ?? []) {
      const [kind, it] = Object.entries(stmt as Tree)[0] ?? [];
      const tree = it as Tree;
      const table = (tree.relation as Tree | undefined)?.relname as string;
      const known = tables.get(table);
      if (kind === 'CreateStmt') tables.set(table, created(tree));
      if (kind === 'IndexStmt' && tree.unique && known) {
        const columns = listOf(tree.indexParams).map((each) => (each.IndexElem as Tree).name as string);
        tables.set(table, { ...known, keys: [...known.keys, columns] });
      }
      if (kind === 'AlterTableStmt' && known) {
        const added = listOf(tree.cmds).map((each) => (each.AlterTableCmd as Tree).def as Tree);
        const columns = added.flatMap(({ ColumnDef: it }) => (it ? [(it as Tree).colname as string] : []));
        tables.set(table, { ...known, columns: [...known.columns, ...columns] });
      }
      if (kind === 'DropStmt' && tree.removeType === 'OBJECT_TABLE')
        for (const { List: names } of listOf(tree.objects)) tables.delete(nameIn(listOf((names as Tree).items).at(-1)));
    }
  return tables;
}
