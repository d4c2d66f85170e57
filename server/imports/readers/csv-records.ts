import { type Parser, parse } from 'csv-parse';
import type { Separator } from '../row.ts';

/**
 * One record of a CSV text; or a line that is none: `quote` a quote stands where none may, `long` no end within 1 MiB, `open` a
 * quote still open at the end of the file.
 */
export type CsvRecord = { readonly fields: readonly string[] } | { readonly broken: 'quote' | 'long' | 'open' };

const LONGEST = 1_048_576;
const LINE_FEED = 10;

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

  function* finished(): Generator<CsvRecord> {
    for (const { fields } of now.found) yield { fields };
    const last = now.found.at(-1);
    if (last) {
      held = held.subarray(last.end - base);
      base = last.end;
    }
    now.found.length = 0;
  }
  /** Drops the first line of what is held and starts anew behind it. */
  function restart(): void {
    const line = held.indexOf(LINE_FEED);
    passing = line < 0;
    held = line < 0 ? Buffer.alloc(0) : held.subarray(line + 1);
    now.parser.destroy();
    now = run(separator);
    base = 0;
  }

  for await (const piece of text) {
    let fresh: Uint8Array = piece;
    if (passing) {
      const line = piece.indexOf(LINE_FEED);
      if (line < 0) continue;
      passing = false;
      fresh = piece.subarray(line + 1);
    }
    held = held.length ? Buffer.concat([held, fresh]) : Buffer.from(fresh.buffer, fresh.byteOffset, fresh.length);
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
