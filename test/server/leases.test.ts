import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../server/store/db.ts';
import { dropLease, isLeased, renewLease, takeLease } from '../../server/store/leases.ts';
import { migrate } from '../../server/store/migrate.ts';
import { openNew } from './test-database.ts';

let folder: string;
let db: Db;
const at = (seconds: number) => new Date(Date.UTC(2026, 10, 10, 2, 0, seconds));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dvc-lease-'));
  db = await openNew(folder);
  await migrate(db);
});
afterEach(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

test('one holder at a time, until it stops renewing for 30 seconds', async () => {
  expect(await takeLease(db, 'mau', 'close', 'a', at(0))).toBe(true);
  expect(await takeLease(db, 'mau', 'close', 'b', at(30))).toBe(false);
  expect(await takeLease(db, 'kia', 'close', 'b', at(1))).toBe(true);
  expect(await takeLease(db, 'mau', 'close', 'a', at(20))).toBe(true);
  expect(await takeLease(db, 'mau', 'close', 'b', at(50))).toBe(false);
  expect(await takeLease(db, 'mau', 'close', 'b', at(51))).toBe(true);
});

test('what was begun under a lease another took is not written', async () => {
  await takeLease(db, 'mau', 'close', 'a', at(0));
  await db.batch([renewLease('mau', 'close', 'a', at(29))]);
  expect(await takeLease(db, 'mau', 'close', 'b', at(40))).toBe(false);
  expect(await takeLease(db, 'mau', 'close', 'b', at(60))).toBe(true);
  await expect(db.batch([renewLease('mau', 'close', 'a', at(61))])).rejects.toThrow(/null/i);
  await db.batch([dropLease('mau', 'close', 'b')]);
  await expect(db.batch([renewLease('mau', 'close', 'a', at(62))])).rejects.toThrow(/null/i);
});

test('a lease given back is free at once, and only its holder gives it back', async () => {
  await takeLease(db, 'mau', 'close', 'a', at(0));
  await db.batch([dropLease('mau', 'close', 'b')]);
  expect(await takeLease(db, 'mau', 'close', 'b', at(1))).toBe(false);
  await db.batch([dropLease('mau', 'close', 'a')]);
  expect(await takeLease(db, 'mau', 'close', 'b', at(1))).toBe(true);
});

test('a clock set back keeps nobody out for longer than a minute', async () => {
  await takeLease(db, 'mau', 'close', 'a', at(24 * 3600));
  expect(await isLeased(db, 'mau', 'close', at(24 * 3600 + 30))).toBe(true);
  // A day earlier: it would run out a day later.
  expect(await isLeased(db, 'mau', 'close', at(0))).toBe(false);
  expect(await takeLease(db, 'mau', 'close', 'b', at(0))).toBe(true);
  expect(await takeLease(db, 'mau', 'close', 'a', at(1))).toBe(false);
});
