import { createHash, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { clientId } from '#rules/client-id.ts';
import type { Db } from '../store/db.ts';
import { importOrNull } from '../store/imports.ts';

/** Of the head of a file: enough to tell one export from another. */
const HEAD_BYTES = 1_048_576;

async function fileMark(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const { size } = await file.stat();
    return createHash('sha256').update(buffer.subarray(0, bytesRead)).update(String(size)).digest();
  } finally {
    await file.close();
  }
}

/**
 * The id of an import without one of its own: of the same file, asked for in the same way, it is the same, so that the file goes on
 * where it stopped. An import that was taken back or failed leaves its id; what comes from standard input has a new one each time.
 */
export async function importIdOf(db: Db, tenant: string, path: string, asked: object): Promise<string> {
  if (path === '-') return clientId(tenant, Date.now(), randomBytes(10));
  const mark = await fileMark(path);
  for (let n = 0; ; n += 1) {
    const hash = createHash('sha256').update(mark).update(JSON.stringify(asked)).update(String(n)).digest();
    // A time nobody imports at: this id says what the file is, not when it came.
    const id = clientId(tenant, 0, hash.subarray(0, 10));
    const known = await importOrNull(db, tenant, id, new Date());
    if (known?.state !== 'undone' && known?.state !== 'undoing' && known?.state !== 'failed') return id;
  }
}
