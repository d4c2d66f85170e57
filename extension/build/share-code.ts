import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const FOLDER = join(process.cwd(), 'extension/entrypoints');
const IMPORT = /^(?:import|export) (?!type )(?:([\w{][^;]*?) from )?'([^']+)';/gms;
const PROXY = '\0shared:';
const isPackage = (place: string): boolean => place.startsWith('preact');
/** Each page runs its own entry and is printed in its own way; what only the background does no page loads. */
const APART = /\/extension\/(?:entrypoints|background)\/|\/(?:letter|slip)\.css$/;

/** Names that a module imports, by the place they come from. */
type Imports = ReadonlyMap<string, ReadonlySet<string>>;
/** A value both sides use; it stands in `globalThis.dvc` at its number in the list. */
interface SharedValue {
  readonly place: string;
  readonly name: string;
}

/** The file of a module of ours, or the name of one of a package; `null` for what is never shared. */
function placeOf(source: string, from: string): string | null {
  if (isPackage(source)) return source;
  if (!/\.tsx?$/.test(source)) return null;
  return source.startsWith('#') ? join(process.cwd(), 'server', source.slice(1)) : join(dirname(from), source);
}

function importsOf(place: string): Imports {
  const found = new Map<string, Set<string>>();
  if (isPackage(place)) return found;
  for (const [, clause = '', source = ''] of readFileSync(place, 'utf8').matchAll(IMPORT)) {
    const to = placeOf(source, place);
    const names = clause.replace(/[{}]/g, '').split(',');
    const values = names.map((name) => name.trim().split(' as ')[0] ?? '').filter((name) => /^\w+$/.test(name));
    if (to && (values.length > 0 || !clause)) found.set(to, new Set([...(found.get(to) ?? []), ...values]));
  }
  if (place.endsWith('.tsx')) found.set('preact/jsx-runtime', new Set(['jsx', 'jsxs', 'Fragment']));
  return found;
}

/** Adds what `entries` reach to `all`. */
function reach(entries: readonly string[], all: Map<string, Imports>): ReadonlySet<string> {
  const reached = new Set<string>();
  const left = [...entries];
  for (let place = left.pop(); place; place = left.pop()) {
    if (reached.has(place)) continue;
    reached.add(place);
    const imports = all.get(place) ?? importsOf(place);
    all.set(place, imports);
    left.push(...imports.keys());
  }
  return reached;
}

/** Modules that the script drawing in a host's page and another part of the extension both reach, and what others use of them. */
function sharedCode(): { places: ReadonlySet<string>; values: readonly SharedValue[] } {
  const all = new Map<string, Imports>();
  const drawing = reach([join(FOLDER, 'overlay.ts')], all);
  const pages = readdirSync(FOLDER).map((name) => join(FOLDER, name, 'main.tsx'));
  const others = [...pages.filter((file) => existsSync(file)), join(FOLDER, 'background.ts')];
  const reached = reach([...others, join(FOLDER, 'teach.ts')], all);
  const places = new Set([...drawing].filter((place) => reached.has(place)));
  const uses = [...all].filter(([from]) => !places.has(from)).flatMap(([, imports]) => [...imports]);
  const names = uses.flatMap(([place, used]) => (places.has(place) ? [...used].map((name) => `${place} ${name}`) : []));
  const values = [...new Set(names)].sort().map((each) => {
    const [place = '', name = ''] = each.split(' ');
    return { place, name };
  });
  return { places, values };
}

/**
 * A script in a host's page cannot be a module, so a bundler gives each such script, and the pages, a copy of its own of preact, the
 * rules and the readers. This puts them into `shared.js` once: it leaves them in a list on the global of that world (which the host
 * cannot see), and all else takes them from there.
 */
export function shareCode(): Plugin {
  const { places, values } = sharedCode();
  let building: 'shared' | 'script' | 'pages' | null = null;
  return {
    name: 'share-code',
    enforce: 'pre',
    configResolved({ command, build: { lib } }) {
      if (command !== 'build') return;
      building = !lib ? 'pages' : JSON.stringify(lib.entry).includes('/shared.ts') ? 'shared' : 'script';
    },
    // What the pages show is one file: each file begins to be packed anew, without the words of the others.
    outputOptions(options) {
      return building === 'pages'
        ? { ...options, codeSplitting: { groups: [{ name: 'pages', test: (id) => !APART.test(id) }] } }
        : null;
    },
    resolveId(source, importer = '') {
      if (source === '/shared.js') return { id: source, external: true };
      const place = building && building !== 'shared' && importer && placeOf(source, importer);
      return place && places.has(place) ? PROXY + place : null;
    },
    load(id) {
      if (!id.startsWith(PROXY)) return null;
      const own = values.flatMap(({ place, name }, at) =>
        id === PROXY + place ? [`export const ${name} = globalThis.dvc[${at}];`] : [],
      );
      // Our pages load it as a module; into a host's page the browser puts it before the script.
      return [...(building === 'pages' ? ["import '/shared.js';"] : []), ...own].join('\n');
    },
    transform(code, id) {
      if (building !== 'shared' || id !== join(FOLDER, 'shared.ts')) return null;
      const imports = values.map(
        ({ place, name }, at) => `import { ${name} as v${at} } from ${JSON.stringify(place)};`,
      );
      return [...imports, code, `globalThis.dvc = [${values.map((_, at) => `v${at}`)}];`].join('\n');
    },
  };
}
