import fc from 'fast-check';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const deep = (n: number): Json => JSON.parse(`${'['.repeat(n)}${']'.repeat(n)}`) as Json;

/** What people paste, programs get wrong and attackers try. */
const NASTY: readonly Json[] = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udc00x',
    '\u202e\u0633\u0644\u0627\u0645',
    '\u200b',
    '\ufeff',
    '\n',
    '\r\n',
  ],
  ...[
    'Nguye\u0302\u0303n Va\u0306n A',
    'Tie\u0302\u0301ng Vie\u0323\u0302t'.repeat(20),
    'a'.repeat(70_000),
    '😀'.repeat(500),
  ],
  ...["'; drop table units; --", '" or 1=1 --', '%', '_', '\\', '{{7*7}}', '$(id)', '../../../../etc/passwd'],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', "=cmd|' /C calc'!A0", '+1+1', '@SUM(A1)', '-2+3'],
  ...['NaN', 'Infinity', '1e999', '-0', '0x10', '1_000', '９', 'null', 'true'],
  ...['2026-02-30', '2026-13-01', '0000-00-00', '9999-12-31', '2026-11-10T25:61', '+275760-09-13', '-000001-01-01'],
  ...['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'length', 'then'],
  ...['http://169.254.169.254/latest/meta-data', 'javascript:alert(1)', 'https://a b', 'x.'.repeat(200)],
  ...[0, -1, 1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53) - 2, 1e308, -1e308, 5e-324, 9_999_999_999],
  ...[true, false, null, [], {}, [[]], [null], { a: { b: { c: null } } }, deep(200)],
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'tenant',
  'id',
  'role',
  'admin',
  '',
  'a\u0000',
  '$where',
  'applicantName',
];

/** One thing done to a body: where in it (counted over all its places), what, and with which value. */
const act = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'drop', 'add', 'retype', 'edge', 'repeat', 'wrap'),
  value: fc.constantFrom(...NASTY),
  key: fc.constantFrom(...KEYS),
});
type Act = { readonly at: number; readonly how: string; readonly value: Json; readonly key: string };
export type Acts = Act[];
export const acts: fc.Arbitrary<Acts> = fc.array(act as fc.Arbitrary<Act>, { maxLength: 3 });
export const nastyText = fc.constantFrom(...NASTY.filter((each) => typeof each === 'string'));

type Path = readonly (string | number)[];
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !isList(value);

function placesOf(value: Json, path: Path = []): Path[] {
  const inner = isList(value)
    ? value.slice(0, 5).flatMap((each, n) => placesOf(each, [...path, n]))
    : isObject(value)
      ? Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, key]))
      : [];
  return [path, ...inner];
}

/** An own key, even one called `__proto__`. */
const withKey = (value: Json, key: string, own: Json): Json =>
  isObject(value) ? Object.fromEntries([...Object.entries(value), [key, own]]) : { [key]: own };

function retyped(value: Json): Json {
  if (typeof value === 'string') return Number(value) || [value];
  if (typeof value === 'number') return String(value);
  if (isList(value)) return value[0] ?? {};
  return isObject(value) ? Object.values(value) : 'true';
}

function edged(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return value + value.slice(-1);
  return isList(value) ? value.slice(1) : value;
}

function done({ how, value, key }: Act, old: Json): Json | undefined {
  switch (how) {
    case 'drop':
      return undefined;
    case 'add':
      return withKey(old, key, value);
    case 'retype':
      return retyped(old);
    case 'edge':
      return edged(old);
    case 'repeat':
      return isList(old) && old.length ? Array<Json>(501).fill(old[0] ?? null) : [old, old];
    case 'wrap':
      return { [key]: old };
    default:
      return value;
  }
}

function changed(value: Json, [key, ...rest]: Path, act: Act): Json | undefined {
  if (key === undefined) return done(act, value);
  if (isList(value))
    return value.flatMap((each, n) => {
      if (n !== key) return [each];
      const made = changed(each, rest, act);
      return made === undefined ? [] : [made];
    });
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([own, each]) => {
      if (own !== key) return [[own, each]];
      const made = changed(each, rest, act);
      return made === undefined ? [] : [[own, made]];
    }),
  );
}

/** The body with each act done to it. */
export function spoilt(body: Json, all: readonly Act[]): Json {
  return all.reduce<Json>((value, each) => {
    const places = placesOf(value);
    return changed(value, places[each.at % places.length] ?? [], each) ?? null;
  }, body);
}

/** What may go wrong with the text of a body on its way. */
export const TEXT_FAULTS: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  none: (text) => text,
  cut: (text) => text.slice(0, Math.floor(text.length / 2)),
  trailing: (text) => `${text}}`,
  empty: () => '',
  mark: (text) => `\ufeff${text}`,
  twice: (text) => text.replace(/^([[\s]*\{)("[^"]+":)/, '$1$2null,$2'),
  proto: (text) => text.replace('{', '{"__proto__":{"tenant":"kia","role":"province-admin"},'),
  nan: (text) => text.replace(/:\s*-?\d+/, ':NaN'),
  huge: (text) => text.replace(/:\s*-?\d+/, ':1e999'),
  deep: (text) => `${'['.repeat(20_000)}${text}${']'.repeat(20_000)}`,
  bytes: (text) => new Uint8Array([0xff, 0xfe, 0xc3, 0x28, ...new TextEncoder().encode(text)]),
  xml: () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
};
