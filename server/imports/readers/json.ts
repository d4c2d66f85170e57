import type { RawRow, ReadOptions, RowFault } from '../row.ts';
import type { ReadFile } from './date-orders.ts';
import { asUtf8, detectEncoding } from './detect-encoding.ts';
import type { Headed } from './head-of.ts';
import { cellsOf, type Labels, loneLists, namesIn } from './json-cells.ts';
import { type JsonItem, jsonItems } from './json-items.ts';
import { peek } from './peek.ts';
import { sampled } from './sampled.ts';

type Broken = Extract<JsonItem, { broken: string }>['broken'] | 'shape' | 'twice' | 'late';

const MESSAGES: Readonly<Record<Broken, string>> = {
  bad: 'Mục này không đúng cú pháp JSON (thừa, thiếu dấu phẩy, ngoặc hoặc ngoặc kép). Sửa mục hoặc xuất lại từ phần mềm nguồn.',
  long: 'Mục này dài hơn 1 MiB. Bỏ phần đính kèm hoặc nội dung dài rồi nhập lại.',
  deep: 'Mục này lồng sâu hơn 20 tầng. Xuất lại danh sách không kèm cấu trúc lồng nhau.',
  cut: 'Tệp kết thúc giữa mục này, có thể do tải về chưa xong. Tải lại tệp rồi nhập lại.',
  unclosed: 'Tệp kết thúc khi danh sách chưa đóng, có thể thiếu mục. Tải lại tệp rồi nhập lại.',
  lost: 'Không tách được các mục sau mục lỗi cuối cùng. Sửa mục đó rồi nhập lại cả tệp.',
  shape: 'Mục này không phải là một đối tượng JSON dạng { "tên": giá trị }. Bỏ mục hoặc xuất lại từ phần mềm nguồn.',
  twice: 'Mục này ghi một tên trường hai lần nên không rõ giá trị nào đúng. Bỏ một trong hai.',
  late: 'Mục này có trường mà 2.000 mục đầu của tệp không có, nên trường ấy chưa được nhận biết. Chuyển mục này lên đầu tệp rồi nhập lại.',
};

const WHOLE_FILE: ReadonlySet<Broken> = new Set(['unclosed', 'lost']);

function fault(why: Broken, row: number): RowFault {
  return { row: WHOLE_FILE.has(why) ? null : row, column: null, code: `json.${why}`, message: MESSAGES[why] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `{ "total": 0 }`: OpenCPS leaves the list out when it is empty. */
const saysNoRows = (value: object): boolean => 'total' in value && Number(value.total) === 0;

function read(item: JsonItem, row: number, labels: Labels, lone: ReadonlySet<string>): RawRow | RowFault | null {
  if ('broken' in item) return fault(item.broken, row);
  const value = parse(item.text);
  if (value === undefined) return fault('bad', row);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('shape', row);
  if (!item.listed && saysNoRows(value)) return null;
  if (namesIn(value) !== item.names) return fault('twice', row);
  const cells = cellsOf(value, labels, lone);
  return cells === null ? fault('twice', row) : { row, cells };
}

async function* rowsOf(
  items: AsyncIterable<JsonItem>,
  labels: Labels,
  lone: ReadonlySet<string>,
): AsyncGenerator<RawRow | RowFault> {
  let row = 0;
  for await (const item of items) {
    row += 1;
    const one = read(item, row, labels, lone);
    if (one) yield one;
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** From so many items the names of fields are learnt. */
const SAMPLE_ITEMS = 2000;

/** Once the columns are told, an item with a field that matters and was not among them is a fault: it would be passed over in silence. */
async function* noneLate(
  rows: AsyncIterable<RawRow | RowFault>,
  columns: ReadonlySet<string>,
  known: ReadonlySet<string>,
): AsyncGenerator<RawRow | RowFault> {
  for await (const row of rows) {
    const late = 'cells' in row && Object.keys(row.cells).some((key) => known.has(key) && !columns.has(key));
    yield late ? fault('late', row.row) : row;
  }
}

/**
 * A JSON file: a list, NDJSON, or a list within an envelope (OpenCPS `{ total, data }`, iGate `{ content }`); streamed in constant memory.
 * Numbers stay numbers: an identifier of more than 15 digits has lost some before it came here, and `readCode` says so.
 */
export async function openJson(input: Headed, { known = new Set() }: ReadOptions): Promise<ReadFile> {
  const encoding = detectEncoding(input.head, 'utf-8');
  const labels: Labels = new Map();
  const enough = sampled(SAMPLE_ITEMS);
  const { all } = await peek(rowsOf(jsonItems(decoded(asUtf8(input, encoding))), labels, loneLists(known)), enough);
  const columns = [...labels].map(([key, label]) => ({ key, label }));
  const keys = new Set(labels.keys());
  return { format: 'json', columns, detected: { encoding }, rows: noneLate(all, keys, known) };
}
