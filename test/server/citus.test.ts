import { loadModule, parseSync } from 'libpg-query';
import { expect, test } from 'vitest';
import { textOf } from '../structure/source-files.ts';
import { readSchema } from './statements/schema.ts';
import { listOf, type Tree } from './statements/tree.ts';

/** Function and first two texts of each `select f('a', 'b', …)`, and what is given by name. */
async function calls() {
  await loadModule();
  return (parseSync(textOf('server/deploy/citus.sql')).stmts ?? []).flatMap(({ stmt }) => {
    const [target] = listOf(((stmt as Tree).SelectStmt as Tree | undefined)?.targetList);
    const call = ((target?.ResTarget as Tree | undefined)?.val as Tree | undefined)?.FuncCall as Tree | undefined;
    if (!call) return [];
    const text = (node: Tree | undefined) =>
      (((node?.A_Const as Tree | undefined)?.sval as Tree | undefined)?.sval ?? null) as string | null;
    const args = listOf(call.args);
    const named = args.flatMap(({ NamedArgExpr: it }) => (it ? [it as Tree] : []));
    return {
      name: listOf(call.funcname).map((each) => (each.String as Tree).sval)[0] as string,
      table: text(args[0]),
      by: text(args[1]),
      beside: text(named.find((each) => each.name === 'colocate_with')?.arg as Tree | undefined),
    };
  });
}

test('the distribution file names every table of the schema once: by its tenant, beside the others, or on every node', async () => {
  const schema = await readSchema();
  const keyed = [...schema].filter(([, { columns }]) => columns.includes('tenant')).map(([name]) => name);
  const expected = [
    ...[...schema.keys()]
      .filter((name) => !keyed.includes(name))
      .map((table) => ['create_reference_table', table, null, null]),
    ...keyed.map((table) => ['create_distributed_table', table, 'tenant', table === 'tenants' ? null : 'tenants']),
  ];
  const found = (await calls()).map(({ name, table, by, beside }) => [name, table, by, beside]);
  expect(found.toSorted()).toEqual(expected.toSorted());
  expect(keyed.length).toBeGreaterThan(90);
  // What others lie beside has to be there before them.
  const first = found.find(([name]) => name === 'create_distributed_table');
  expect(first?.[1]).toBe('tenants');
});

test('every key of a table with a tenant begins with it: what is one of a kind is so within its province', async () => {
  const others = [...(await readSchema())].flatMap(([name, { columns, keys }]) =>
    columns.includes('tenant') ? keys.filter(([first]) => first !== 'tenant').map((key) => `${name} (${key})`) : [],
  );
  expect(others).toEqual([]);
  const keyless = [...(await readSchema())].filter(([, { keys }]) => keys.length === 0).map(([name]) => name);
  expect(keyless).toEqual([]);
});
