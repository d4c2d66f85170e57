import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes the bytes of a file, or the names in a folder, durable. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
