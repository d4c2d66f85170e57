import type { Terminal } from './command.ts';

/** Characters written at once. */
const CHUNK = 65_536;
/** An array up to this long may hold elements that are long themselves, such as the quarters of a year. */
const SHORT = 12;

const whole = (value: unknown, indent: string) =>
  (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', `\n${indent}`);

/** `JSON.stringify(value, null, 2)` in pieces: a long list element by element, so that no text holds all of it. */
export function* jsonPieces(value: unknown, indent = ''): Iterable<string> {
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.length > 0) {
    for (const [i, element] of value.entries()) {
      yield `${i === 0 ? '[' : ','}\n${inner}`;
      if (value.length > SHORT) yield whole(element, inner);
      else yield* jsonPieces(element, inner);
    }
    yield `\n${indent}]`;
    return;
  }
  const fields =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).filter(([, field]) => field !== undefined)
      : [];
  if (fields.length === 0) {
    yield whole(value, indent);
    return;
  }
  for (const [i, [name, field]] of fields.entries()) {
    yield `${i === 0 ? '{' : ','}\n${inner}${JSON.stringify(name)}: `;
    yield* jsonPieces(field, inner);
  }
  yield `\n${indent}}`;
}

/** Prints `value` as indented JSON, however large, as fast as its reader takes it. */
export async function writeJson(value: unknown, { out, drained }: Terminal): Promise<void> {
  let text = '';
  for (const piece of jsonPieces(value)) {
    text += piece;
    if (text.length < CHUNK) continue;
    out(text);
    text = '';
    await drained?.();
  }
  out(`${text}\n`);
}
