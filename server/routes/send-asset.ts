import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip, type ZlibOptions } from 'node:zlib';
import type { Context } from 'hono';

const gzipped = promisify<Uint8Array, ZlibOptions, Buffer>(gzip);
/** Made once per file, so the slowest level is the right one; it is brotli's own default. */
const ENCODERS = {
  br: promisify<Uint8Array, Buffer>(brotliCompress),
  gzip: (bytes: Uint8Array) => gzipped(bytes, { level: 9 }),
};
type Encoding = keyof typeof ENCODERS;
type Bytes = Uint8Array<ArrayBuffer>;

/** A build has a few dozen files; more means that builds came and went while the process ran. */
const MOST_KEPT = 200;
/** By content and encoding, so that a file built anew under its old name is never answered with old bytes. */
const encoded = new Map<string, Promise<Bytes>>();

/** The smallest encoding the browser accepts, or `null`. */
function encodingFor(c: Context): Encoding | null {
  const offered = (c.req.header('accept-encoding') ?? '').toLowerCase().split(',');
  const accepts = (name: Encoding) =>
    offered.some((one) => {
      const [encoding, quality = 'q=1'] = one.split(';').map((part) => part.trim());
      return encoding === name && Number(quality.slice(2)) > 0;
    });
  return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : null;
}

function encode(bytes: Bytes, encoding: Encoding): Promise<Bytes> {
  const key = `${encoding} ${createHash('sha256').update(bytes).digest('base64url')}`;
  const known = encoded.get(key);
  if (known) return known;
  if (encoded.size >= MOST_KEPT) encoded.clear();
  const made = ENCODERS[encoding](bytes).then((shorter) => new Uint8Array(shorter));
  encoded.set(key, made);
  return made;
}

/** Answers with a file of text, compressed once and kept in memory where that is shorter and the browser accepts it. */
export async function sendAsset(c: Context, bytes: Bytes, headers: Readonly<Record<string, string>>) {
  const sent = { ...headers, vary: 'accept-encoding', 'x-content-type-options': 'nosniff' };
  const encoding = encodingFor(c);
  const shorter = encoding && (await encode(bytes, encoding));
  if (!encoding || !shorter || shorter.length >= bytes.length) return c.body(bytes, 200, sent);
  return c.body(shorter, 200, { ...sent, 'content-encoding': encoding });
}
