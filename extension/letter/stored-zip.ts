const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** 2 January 1980: when a file was made is no business of its metadata. */
const DAY = 0x0022;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}

/** Numbers of 2 or 4 bytes, the lowest byte first. */
function record(...fields: readonly (readonly [size: 2 | 4, value: number])[]): number[] {
  return fields.flatMap(([size, value]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 0xff));
}

/**
 * A zip of a few small texts, stored and not compressed: a few kilobytes on the officer's disk weigh less than a compressor in every
 * update. PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 * @param files path and text of each, in their order.
 */
export function storedZip(files: readonly (readonly [path: string, text: string])[]): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder();
  const out: number[] = [];
  const directory: number[] = [];
  for (const [path, text] of files) {
    const [name, bytes, at] = [utf8.encode(path), utf8.encode(text), out.length];
    const about = record(
      [2, VERSION],
      [2, FLAGS],
      [2, 0],
      [2, 0],
      [2, DAY],
      [4, crcOf(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    );
    out.push(...record([4, LOCAL]), ...about, ...name);
    for (const byte of bytes) out.push(byte);
    directory.push(
      ...record([4, CENTRAL], [2, VERSION]),
      ...about,
      ...record([2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
      ...name,
    );
  }
  const count = [2, files.length] as const;
  const end = record([4, END], [2, 0], [2, 0], count, count, [4, directory.length], [4, out.length], [2, 0]);
  return Uint8Array.from([...out, ...directory, ...end]);
}
