import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FileRefused } from '../row.ts';

/** The file lies in memory while it is read: a zip keeps its list of parts at its end. */
const LARGEST = 64 * 1_048_576;
const MOST_PARTS = 5000;
/** A part may unfold to so many times its packed size; real sheets stay below 40. Small parts are let off. */
const MOST_FOLDS = 100;
const SMALL = 1_048_576;

export const DAMAGED = new FileRefused(
  'xlsx.damaged',
  'Tệp .xlsx hỏng hoặc tải về chưa xong. Tải lại; nếu vẫn hỏng, mở bằng Excel rồi lưu thành tệp mới.',
);
const BOMB = new FileRefused(
  'xlsx.bomb',
  'Tệp .xlsx bung ra lớn hơn 100 lần, không an toàn để mở. Mở bằng Excel, chép các dòng cần nhập sang tệp mới rồi lưu.',
);

/** Parts of a workbook. */
export interface Parts {
  has(name: string): boolean;
  /** The bytes of a part, unfolded as they are asked for. @throws FileRefused `xlsx.damaged`, `xlsx.bomb`. */
  read(name: string): AsyncGenerator<Uint8Array>;
}

async function inMemory(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > LARGEST)
      throw new FileRefused('xlsx.large', 'Tệp .xlsx lớn hơn 64 MiB. Lưu bảng thành «CSV UTF-8» rồi nhập tệp CSV.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function partsIn(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const parts = new Map<string, Entry>();
  if (zip.entryCount > MOST_PARTS) throw BOMB;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted())
      throw new FileRefused('file.locked', 'Tệp có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi nhập.');
    if (!parts.has(entry.fileName)) parts.set(entry.fileName, entry);
  }
  return parts;
}

async function* unfold(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const most = Math.max(SMALL, entry.compressedSize * MOST_FOLDS);
  if (entry.uncompressedSize > most) throw BOMB;
  let length = 0;
  let check = 0;
  try {
    for await (const piece of await zip.openReadStreamPromise(entry)) {
      length += piece.length;
      // What the list of parts says may be a lie; what comes out is counted.
      if (length > most) throw BOMB;
      check = crc32(piece, check);
      yield piece;
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : DAMAGED;
  }
  if (check !== entry.crc32) throw DAMAGED;
}

/**
 * The parts of an .xlsx file.
 * @throws FileRefused `xlsx.large` above 64 MiB, `xlsx.damaged`, `xlsx.bomb`, `file.locked`.
 */
export async function openParts(bytes: AsyncIterable<Uint8Array>): Promise<Parts> {
  const buffer = await inMemory(bytes);
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
    const parts = await partsIn(zip);
    return {
      has: (name) => parts.has(name),
      async *read(name) {
        const entry = parts.get(name);
        if (!entry) throw DAMAGED;
        yield* unfold(zip, entry);
      },
    };
  } catch (error) {
    throw error instanceof FileRefused ? error : DAMAGED;
  }
}
