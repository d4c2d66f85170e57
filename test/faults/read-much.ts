import { createReadStream, writeFileSync } from 'node:fs';
import { openFile } from '../../server/imports/open-file.ts';
import { isFault } from '../../server/imports/row.ts';
import { buildXlsx } from '../imports/build-xlsx.ts';

/**
 * Reads a made-up file of the format and number of rows told on the command line, in a process of its own, and prints as JSON what it
 * saw: rows, faults, and the most memory (bytes, after clearing) in each quarter. `build-xlsx` writes the workbook `xlsx` reads, in another
 * process, so that what writing takes is not counted.
 */
const [format = 'csv', count = '1000', path = ''] = process.argv.slice(2);
const rows = Number(count);

const code = (at: number) => `000.00.06.H56-260302-${String(at).padStart(7, '0')}`;
const HEADER = 'Mã hồ sơ,Thủ tục,Đơn vị,Kênh,Trạng thái,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả,Ghi chú\n';
const csvRow = (at: number) =>
  `${code(at)},1.001612,so-xay-dung,Trực tuyến,Đã trả kết quả,02/03/2026 08:15,10/03/2026 17:00,10/03/2026 09:00,"lần ${at}, ""gấp"""\n`;
const jsonRow = (at: number) =>
  `${at ? ',' : '['}${JSON.stringify({ dossierNo: code(at), serviceCode: '1.001612', receiveDate: '02/03/2026 08:15:00', steps: [{ unit: 'a', due: '' }] })}\n`;

async function* written(head: string, row: (at: number) => string, tail: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(head);
  for (let at = 0; at < rows; at += 500)
    yield Buffer.from(Array.from({ length: Math.min(500, rows - at) }, (_, i) => row(at + i)).join(''));
  yield Buffer.from(tail);
}

/** Thirty columns, half of them shared texts that are all different. */
function workbook(): Buffer {
  const texts = Array.from({ length: rows }, (_, at) => `<t>${code(at)}</t>`);
  const head = `<row>${Array.from({ length: 30 }, (_, at) => `<c t="str"><v>Cột ${at}</v></c>`).join('')}</row>`;
  const row = (at: number) =>
    `<row>${Array.from({ length: 30 }, (_, i) => (i % 2 ? `<c><v>${(at * 31 + i) % 99_991}</v></c>` : `<c t="s"><v>${(at + i) % rows}</v></c>`)).join('')}</row>`;
  return buildXlsx({
    sheets: [{ name: 'a', rows: head + Array.from({ length: rows - 1 }, (_, at) => row(at)).join('') }],
    texts,
  });
}

if (format === 'build-xlsx') {
  writeFileSync(path, workbook());
  process.exit();
}

const input =
  format === 'xlsx'
    ? createReadStream(path)
    : format === 'json'
      ? written('', jsonRow, ']')
      : written(HEADER, csvRow, '');
const file = await openFile(input, null, {});
const quarters = [0, 0, 0, 0];
let read = 0;
let faults = 0;
for await (const one of file.rows) {
  if (isFault(one)) faults += 1;
  else read += 1;
  if (read % Math.ceil(rows / 40) === 0) {
    globalThis.gc?.();
    const quarter = Math.min(3, Math.floor((read * 4) / (rows + 1)));
    quarters[quarter] = Math.max(quarters[quarter] ?? 0, process.memoryUsage().rss);
  }
}
const { user, system } = process.cpuUsage();
console.info(JSON.stringify({ read, faults, quarters, seconds: Math.round((user + system) / 1e6) }));
