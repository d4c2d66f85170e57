import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileRefused } from '../../server/imports/row.ts';
import { bookParts, buildZip, textRow } from './build-xlsx.ts';
import { readFile } from './read-file.ts';

const CSV = Buffer.from('Mã hồ sơ;Ngày;Ghi chú\r\nA1;02/03/2026;"hai\ndòng ""x"""\r\nA2;;Đã trả\r\n');
const JSON_LIST = Buffer.from(
  '{"total":2,"data":[\n {"code":"A1","steps":[{"due":"x"}]},\n {"code":"A\\"2","n":-1.5e3}\n]}',
);
const PARTS = bookParts({
  sheets: [
    {
      name: 'a',
      rows: [textRow(1, ['Mã', 'Ngày']), textRow(2, ['A1', 'x']), '<row><c t="s"><v>0</v></c></row>'].join(''),
    },
  ],
  texts: ['<t>A2</t>'],
});

/** Places to strike and the bytes to put there: those the formats are made of, and any. */
const blows = fc.array(
  fc.tuple(
    fc.nat(100_000),
    fc.oneof(fc.constantFrom(...Buffer.from('"\'\n\r;,{}[]<>&/\\=0PK\0')), fc.integer({ min: 0, max: 255 })),
  ),
  { minLength: 1, maxLength: 6 },
);
function struck(bytes: Uint8Array, at: readonly (readonly [number, number])[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const [place, byte] of at) copy[place % copy.length] = byte;
  return copy;
}

/** The file is read or refused; nothing else is thrown, and every fault says something. */
async function endsWell(bytes: Buffer): Promise<void> {
  const read = await readFile(bytes, {}, { sizes: [13, 64] }).catch((error: unknown) => {
    expect(error).toBeInstanceOf(FileRefused);
    return null;
  });
  for (const { code, message } of read?.faults ?? []) {
    expect(code).toMatch(/^[a-z]+\.[a-zA-Z]+$/);
    expect(message).toMatch(/\. [\p{Lu}«]|\.$/u);
  }
}

describe('whatever happened to a file on its way, it is read or refused', () => {
  it.each([
    ['CSV', CSV],
    ['JSON', JSON_LIST],
    ['the zip of .xlsx', buildZip(PARTS)],
  ])('%s', async (_what, bytes) => {
    await fc.assert(
      fc.asyncProperty(blows, (at) => endsWell(struck(bytes, at))),
      { numRuns: 100 },
    );
  });

  it('a part of .xlsx', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(PARTS.length - 1), blows, (which, at) =>
        endsWell(
          buildZip(
            PARTS.map((part, i) => (i === which ? { ...part, content: struck(Buffer.from(part.content), at) } : part)),
          ),
        ),
      ),
      { numRuns: 150 },
    );
  });

  it('any bytes, any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 })), (content) =>
        endsWell(Buffer.from(content as string)),
      ),
      { numRuns: 150 },
    );
  });
});
