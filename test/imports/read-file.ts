import { openFile } from '../../server/imports/open-file.ts';
import {
  type Cells,
  isFault,
  type OpenedFile,
  type RawRow,
  type ReadOptions,
  type RowFault,
} from '../../server/imports/row.ts';

/** A file read to its end. */
export interface ReadAll {
  readonly file: OpenedFile;
  readonly rows: readonly RawRow[];
  readonly faults: readonly RowFault[];
  readonly cells: readonly Cells[];
}

async function* pieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** Opens and reads `content`, which arrives in pieces of the `sizes` given, over and over. */
export async function readFile(
  content: string | Uint8Array,
  options: ReadOptions = {},
  { name = null, sizes = [4096] }: { name?: string | null; sizes?: readonly number[] } = {},
): Promise<ReadAll> {
  const file = await openFile(pieces(Buffer.from(content), sizes), name, options);
  const rows: RawRow[] = [];
  const faults: RowFault[] = [];
  for await (const one of file.rows) {
    if (isFault(one)) faults.push(one);
    else rows.push(one);
  }
  return { file, rows, faults, cells: rows.map(({ cells }) => cells) };
}

/** Why a file is refused as a whole. */
export async function refusedAs(content: string | Uint8Array, options: ReadOptions = {}, name: string | null = null) {
  const error = await readFile(content, options, { name }).then(
    () => null,
    (thrown: unknown) => thrown as { code?: string },
  );
  return error?.code ?? null;
}
