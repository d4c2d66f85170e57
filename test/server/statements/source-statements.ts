import { parseAst } from 'vite';
import { textOf } from '../../structure/source-files.ts';
import { isNode, type Tree } from './tree.ts';

/** A statement as it stands in the source: its fixed parts, what is filled in between them left open. */
export interface SourceStatement {
  readonly file: string;
  readonly parts: readonly string[];
}

const STATEMENT = /^\s*(select|insert|update|delete|with)\s/i;
const FRAGMENT = /\b(from|where|set|into|values)\b/i;

type Named = ReadonlyMap<string, readonly string[] | null>;

/** Fixed parts of a text, or `null` when it is none. */
function partsOf(node: Tree, named: Named): string[] | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : null;
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = (node.quasis as Tree[]).map((each) => (each.value as Tree).cooked as string);
  const parts = [quasis[0] ?? ''];
  for (const [n, expression] of (node.expressions as Tree[]).entries()) {
    const filled = (expression.type === 'Identifier' && named.get(expression.name as string)) || ['', ''];
    parts.push(parts.pop() + (filled[0] ?? ''), ...filled.slice(1));
    parts.push(parts.pop() + (quasis[n + 1] ?? ''));
  }
  return parts;
}

/** Goes through every node of a module. */
function eachNode(value: unknown, see: (node: Tree) => void): void {
  if (Array.isArray(value)) for (const each of value) eachNode(each, see);
  if (!isNode(value)) return;
  see(value);
  for (const each of Object.values(value)) eachNode(each, see);
}

/** Texts that stand under a name; a name given to two texts tells nothing. */
function namedTexts(body: readonly Tree[]): Named {
  const texts = new Map<string, readonly string[] | null>();
  eachNode(body, ({ type, id, init }) => {
    if (type !== 'VariableDeclarator' || !isNode(id) || !isNode(init)) return;
    const [name, parts] = [id.name as string, partsOf(init, texts)];
    if (parts) texts.set(name, texts.has(name) ? null : parts);
  });
  return texts;
}

/** Every text of a module that begins as a statement does; one that begins others stands for itself in them alone. */
export function sourceStatements(file: string): SourceStatement[] {
  const { body } = parseAst(textOf(file), { lang: 'ts' }) as unknown as { body: Tree[] };
  const named = namedTexts(body);
  const begins = new Set<unknown>();
  eachNode(body, ({ type, expressions }) => {
    if (type !== 'TemplateLiteral') return;
    for (const each of expressions as Tree[]) begins.add(named.get(each.name as string)?.join('…'));
  });
  const found: SourceStatement[] = [];
  eachNode(body, (node) => {
    const parts = partsOf(node, named);
    if (!parts || !STATEMENT.test(parts[0] ?? '') || !FRAGMENT.test(parts.join(' '))) return;
    if (!begins.has(parts.join('…'))) found.push({ file, parts });
  });
  return found;
}

/** What may stand where the source fills something in: a condition, a list, a column, a table, nothing. */
const FILLED = [
  '',
  ' and true',
  ' in (?)',
  ' = ?',
  ' true',
  ' x',
  ' ?',
  ' units',
  ' where true',
  ', x',
  ' x = ?',
] as const;

/** Texts the statement may become, those that are SQL among them; the fixed parts are the same in all. */
export function* filledIn({ parts }: SourceStatement): Generator<string> {
  const holes = parts.length - 1;
  if (holes > 4) return;
  for (let n = 0; n < FILLED.length ** holes; n += 1)
    yield parts
      .map((part, at) => (at === holes ? part : part + FILLED[Math.floor(n / FILLED.length ** at) % FILLED.length]))
      .join('');
}
