import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { streamedWorkbook } from '../../server/reports/xlsx/streamed.ts';

async function partsOf(rows: number, page: number, rowsPerSheet: number): Promise<Record<string, string>> {
  async function* pages() {
    for (let from = 0; from < rows; from += page)
      yield Array.from({ length: Math.min(page, rows - from) }, (_, i) => [`H${from + i + 1}`, '=1+1']);
  }
  const sheet = { name: 'Kết luận', heads: ['Mã', 'Vì sao'], widths: [10, 20] };
  const chunks: Uint8Array[] = [];
  for await (const chunk of streamedWorkbook('thử', sheet, pages(), rowsPerSheet)) chunks.push(chunk);
  const files = unzipSync(new Uint8Array(Buffer.concat(chunks)));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const codesIn = (xml: string | undefined) => [...(xml ?? '').matchAll(/>(H\d+)</g)].map(([, code]) => code);
const rowNumbers = (xml: string | undefined) => [...(xml ?? '').matchAll(/<row r="(\d+)"/g)].map(([, n]) => Number(n));

test('a list goes on in the next sheet under the same head, wherever its pages end, and no row is lost or twice', async () => {
  for (const [rows, page] of [
    [25, 4],
    [25, 10],
    [25, 25],
    [20, 7],
    [9, 50],
    [0, 5],
  ] as const) {
    const parts = await partsOf(rows, page, 10);
    const sheets = Math.max(1, Math.ceil(rows / 10));
    const xml = Array.from({ length: sheets }, (_, i) => parts[`xl/worksheets/sheet${i + 1}.xml`]);
    expect(parts[`xl/worksheets/sheet${sheets + 1}.xml`]).toBeUndefined();
    expect(xml.flatMap(codesIn)).toEqual(Array.from({ length: rows }, (_, i) => `H${i + 1}`));
    for (const each of xml) {
      expect(each).toContain('>Mã<');
      expect(rowNumbers(each)).toEqual(rowNumbers(each).map((_, i) => i + 1));
      // A text like a formula stays text.
      expect(each).not.toContain('<f>');
    }
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
    expect(names).toEqual(['Kết luận', 'Kết luận (2)', 'Kết luận (3)'].slice(0, sheets));
    expect(parts['xl/styles.xml']).toContain('quotePrefix="1"'.slice(0, rows > 0 ? 15 : 0));
  }
});
