import { type Parser, parse } from 'csv-parse';
import type { Separator } from '../row.ts';

/**
 * One record of a CSV text; or a line that is none: `quote` a quote stands where none may, `long` no end within 1 MiB, `open` a
 * quote still open at the end of the file.
 */
export type CsvRecord = { readonly fields: readonly string[] } | { readonly broken: 'quote' | 'long' | 'open' };

const LONGEST = 1_048_576;
const LINE_FEED = 10;
const RETURN = 13;

/** Where the first line of `bytes` ends, in front of its break; -1 = further on. Old programs end lines by a return alone. */
function lineEnd(bytes: Buffer): number {
  const feed = bytes.indexOf(LINE_FEED);
  const back = bytes.subarray(0, feed < 0 ? bytes.length : feed).indexOf(RETURN);
  return back < 0 ? feed : back;
}

interface Run {
  readonly parser: Parser;
  /** Records read and where each ends, in bytes given to this parser. */
  readonly found: { fields: readonly string[]; end: number }[];
}

function run(separator: Separator): Run {
  const found: Run['found'] = [];
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // Taken here and not from the stream: a stream that fails forgets the records read before.
    on_record: (fields: string[], { bytes }) => {
      found.push({ fields, end: bytes });
      return null;
    },
  });
  parser.on('error', () => {});
  return { parser, found };
}

const write = (parser: Parser, bytes: Uint8Array) =>
  new Promise<boolean>((done) => parser.write(bytes, (error) => done(!error)));
const end = (parser: Parser) => new Promise<boolean>((done) => parser.end((error?: Error | null) => done(!error)));

/**
 * The records of a UTF-8 text in constant memory. A line that breaks the rules is one broken record, and reading goes on with the
 * next line: what a stray quote would swallow is read after all. No byte is read more than twice, for a line passed over within
 * quotes holds an even number of them.
 */
export async function* csvRecords(text: AsyncIterable<Uint8Array>, separator: Separator): AsyncGenerator<CsvRecord> {
  let now = run(separator);
  /** Bytes of the record under way, from its first one, which is byte `base` of what the parser was given. */
  let held: Buffer = Buffer.alloc(0);
  let base = 0;
  /** The rest of a line that was too long is passed over. */
  let passing = false;
  /** What was passed over ended with a return: a line feed that follows belongs to it. */
  let halfBreak = false;

  function* finished(): Generator<CsvRecord> {
    for (const { fields } of now.found) yield { fields };
    const last = now.found.at(-1);
    if (last) {
      held = held.subarray(last.end - base);
      base = last.end;
    }
    now.found.length = 0;
  }
  /** What stands behind the first line of `bytes`, or nothing while that goes on. */
  function behindLine(bytes: Buffer): Buffer {
    const at = lineEnd(bytes);
    passing = at < 0;
    halfBreak = !passing && bytes[at] === RETURN && at + 1 === bytes.length;
    if (passing) return Buffer.alloc(0);
    return bytes.subarray(at + (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1));
  }
  /** Drops the first line of what is held and starts anew behind it. */
  function restart(): void {
    held = behindLine(held);
    now.parser.destroy();
    now = run(separator);
    base = 0;
  }

  for await (const piece of text) {
    let fresh = Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    if (halfBreak && fresh.length) {
      halfBreak = false;
      if (fresh[0] === LINE_FEED) fresh = fresh.subarray(1);
    }
    if (passing) fresh = behindLine(fresh);
    if (fresh.length === 0) continue;
    held = held.length ? Buffer.concat([held, fresh]) : fresh;
    let sound = await write(now.parser, fresh);
    yield* finished();
    while (!sound || held.length > LONGEST) {
      yield { broken: sound ? 'long' : 'quote' };
      restart();
      sound = held.length === 0 || (await write(now.parser, held));
      yield* finished();
    }
  }
  while (!(await end(now.parser))) {
    yield* finished();
    yield { broken: 'open' };
    restart();
    if (held.length) await write(now.parser, held);
  }
  yield* finished();
}
