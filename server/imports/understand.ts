import type { ImportFault } from '#wire/import.ts';
import { bodyHash } from '../body-hash.ts';
import type { Identity, ImportSession, ImportSpec } from './kind.ts';
import { type Reading, ReadRow } from './read-row.ts';
import { isFault, type RawRow, type RowFault } from './row.ts';
import { strayRow } from './stray-row.ts';

/** What rows are understood with. */
export interface Understanding {
  readonly spec: ImportSpec;
  readonly session: ImportSession<unknown>;
  readonly reading: Reading;
}

/** An item as its row alone tells it; `null` instead of its identity where the kind finds that for a batch at once. */
export interface Understood {
  readonly row: ReadRow;
  readonly item: unknown;
  readonly identity: Identity | null;
}

/** Rows that follow each other in the file, as far as each can be understood alone: nothing of the database decides here. */
export interface Stretch {
  readonly understood: readonly Understood[];
  readonly faults: readonly ImportFault[];
  /** Rows and faults of the file in it. */
  readonly length: number;
  /** Rows read, and of those the ones refused. */
  readonly read: number;
  readonly refused: number;
  /** SHA-256 over what is kept of the file up to its end. */
  readonly rowsHash: string;
}

/** Whether nothing stands at `path` of `value`. */
function isEmpty(value: unknown, path: readonly PropertyKey[]): boolean {
  const at = path.reduce<unknown>((one, key) => (one as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
  return at === null || at === undefined || at === '';
}

/** What is wrong with a row: all of it, or that it looks like no data at all. */
function faultsOf({ spec, reading }: Understanding, raw: RawRow, row: ReadRow): readonly ImportFault[] {
  const first = spec.columns.find(({ needed }) => needed);
  const column = reading.map.read.get(first?.key ?? '');
  // Where items go by their unit, words there are a unit's name.
  const code = first?.orOption === 'unit' ? undefined : column && (raw.cells[column.key] ?? '');
  const stray = strayRow(raw, code, reading.map.read.size);
  return stray ? [stray] : row.faults;
}

/** The item of a row, or what is wrong with it. */
function itemOf(by: Understanding, raw: RawRow): Understood | readonly ImportFault[] {
  const { spec, session, reading } = by;
  const row = new ReadRow(raw, reading);
  const candidate = session.toItem(row);
  const parsed = row.faults.length ? null : spec.schema.safeParse(candidate);
  for (const { path, message } of parsed?.error?.issues ?? [])
    if (isEmpty(candidate, path)) row.fault(path.join('.'), 'field.empty', 'Ô này để trống. Ghi giá trị theo tệp mẫu.');
    else row.fault(path.join('.'), 'field.invalid', `${message}. Sửa ô này theo tệp mẫu.`);
  if (!parsed?.success) return faultsOf(by, raw, row);
  const item: unknown = parsed.data;
  const identity = session.identify ? null : { key: spec.keyOf(item), hash: bodyHash(item).slice(0, 32) };
  return { row, item, identity };
}

/** Gathers rows one by one; `end` gives the stretch they make. */
export function beginStretch(by: Understanding) {
  const understood: Understood[] = [];
  const faults: ImportFault[] = [];
  let length = 0;
  let read = 0;
  let refused = 0;
  return {
    add(raw: RawRow | RowFault): void {
      length += 1;
      if (isFault(raw)) {
        faults.push({ ...raw, kind: 'fault' });
        if (raw.row === null) return;
        read += 1;
        refused += 1;
        return;
      }
      read += 1;
      const one = itemOf(by, raw);
      if ('item' in one) {
        understood.push(one);
        return;
      }
      faults.push(...one);
      refused += 1;
    },
    length: () => length,
    end: (rowsHash: string): Stretch => ({ understood, faults, length, read, refused, rowsHash }),
  };
}
