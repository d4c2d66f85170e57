import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import zopfli from '@gfx/zopfli';

const deflate = promisify(zopfli.deflate) as (data: Uint8Array, options: object) => Promise<Uint8Array>;
const END = 0x06054b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const DEFLATED = 8;

/**
 * The same archive with each file compressed as well as the format allows, which a browser unpacks like any other.
 * @param zip made by one writer at once: neither encrypted nor in parts, without a comment.
 */
export async function squeezeZip(zip: Buffer): Promise<Buffer> {
  const end = zip.length - END_BYTES;
  if (zip.readUInt32LE(end) !== END) throw new Error('not an archive this can read');
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let written = 0;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameBytes = zip.readUInt16LE(at + 28);
    const rest = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const entry = Buffer.from(zip.subarray(at, at + ENTRY_BYTES + nameBytes));
    at += ENTRY_BYTES + nameBytes + rest;
    const local = entry.readUInt32LE(42);
    const start = local + LOCAL_BYTES + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + entry.readUInt32LE(20));
    const better =
      entry.readUInt16LE(10) === DEFLATED
        ? Buffer.from(await deflate(inflateRawSync(packed), { numiterations: 15 }))
        : packed;
    const data = better.length < packed.length ? better : packed;
    // Sizes stand in the head of the file now, not behind it; and no extra fields.
    entry.writeUInt16LE(entry.readUInt16LE(8) & ~8, 8);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(0, 30);
    entry.writeUInt32LE(written, 42);
    const head = Buffer.alloc(LOCAL_BYTES);
    head.writeUInt32LE(0x04034b50, 0);
    entry.copy(head, 4, 6, 32);
    files.push(head, entry.subarray(ENTRY_BYTES), data);
    entries.push(entry);
    written += LOCAL_BYTES + nameBytes + data.length;
  }
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt32LE(
    entries.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  tail.writeUInt32LE(written, 16);
  return Buffer.concat([...files, ...entries, tail]);
}
