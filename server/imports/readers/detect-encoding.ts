import { type Encoding, FileRefused } from '../row.ts';
import { type Headed, withoutFirst } from './head-of.ts';

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

const count = (head: Buffer, test: (byte: number, at: number) => boolean): number => {
  let n = 0;
  for (let at = 0; at < head.length; at += 1) if (test(head[at]!, at)) n += 1;
  return n;
};

/** Vietnamese letters of several bytes, and bytes that fit nowhere, when `head` is read as UTF-8. */
function readAsUtf8(head: Buffer): { letters: number; broken: number } {
  const text = new TextDecoder('utf-8').decode(head, { stream: true });
  let letters = 0;
  let broken = 0;
  for (const sign of text) {
    if (sign === '\ufffd') broken += 1;
    else if (sign > '\u007f') letters += 1;
  }
  return { letters, broken };
}

/**
 * The encoding of a text by its first bytes: a mark at its start, else UTF-8 when most letters outside ASCII fit it (a single broken
 * row is then a fault of that row), else Windows-1258, the Vietnamese code page of older programs.
 * @param wanted what the person says; a mark at the start is stronger.
 * @throws FileRefused `file.binary` when it is no text at all.
 */
export function detectEncoding(head: Buffer, wanted: 'utf-8' | 'windows-1258' | undefined): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.subarray(0, 3).equals(UTF8_MARK)) return 'utf-8';
  if (count(head, (byte) => byte === 0) * 10 > head.length)
    throw new FileRefused(
      'file.binary',
      'Tệp không phải là bảng chữ đọc được. Chọn tệp .csv, .xlsx hoặc .json; tệp chữ thì lưu lại dạng «CSV UTF-8».',
    );
  if (wanted) return wanted;
  const { letters, broken } = readAsUtf8(head);
  return broken > letters ? 'windows-1258' : 'utf-8';
}

/** The same text as UTF-8 without a mark at its start. Bytes that fit nowhere stay broken, for the row that holds them to say so. */
export async function* asUtf8({ head, all }: Headed, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') {
    yield* withoutFirst(head.subarray(0, 3).equals(UTF8_MARK) ? 3 : 0, all);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const piece of all) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}
