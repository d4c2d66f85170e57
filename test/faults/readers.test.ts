import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MIB = 1_048_576;

function run(...args: string[]): string {
  const node = ['--expose-gc', '--max-old-space-size=4096', '--import', 'tsx', 'test/faults/read-much.ts', ...args];
  return execFileSync(process.execPath, node, { encoding: 'utf8' });
}

function readMuch(format: string, rows: number, path = ''): { read: number; faults: number; quarters: number[] } {
  const told = run(format, String(rows), path);
  console.info(format, rows, told.trim());
  return JSON.parse(told);
}

it.each([
  ['csv', 2_000_000],
  ['json', 1_000_000],
])('%s: %i rows are read in memory that does not grow', (format, rows) => {
  const { read, faults, quarters } = readMuch(format, rows);
  expect({ read, faults }).toEqual({ read: rows, faults: 0 });
  // A reader that held its rows would need some hundred bytes for each: more than 100 MiB from one quarter to the last.
  expect((quarters[3] ?? 0) - (quarters[0] ?? 0)).toBeLessThan(48 * MIB);
  expect(Math.max(...quarters)).toBeLessThan(400 * MIB);
});

it('xlsx: 200,000 rows of 30 columns are read with no more than the file and its texts held', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readers-'));
  try {
    const path = join(folder, 'a.xlsx');
    run('build-xlsx', '200000', path);
    const { read, faults, quarters } = readMuch('xlsx', 200_000, path);
    expect({ read, faults }).toEqual({ read: 199_999, faults: 0 });
    expect((quarters[3] ?? 0) - (quarters[0] ?? 0)).toBeLessThan(64 * MIB);
    expect(Math.max(...quarters)).toBeLessThan(600 * MIB);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
