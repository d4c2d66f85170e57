import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkPlaces } from '../../server/check-places.ts';
import { makeFolder } from '../../server/make-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'dvc-places-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]) => join(folder, ...names);
writeFileSync(at('la-tep'), '');

const inFile = (file: string) => ({ engine: 'sqlite', file }) as const;
const places = (more: Partial<Parameters<typeof checkPlaces>[0]>) => () =>
  checkPlaces({ database: inFile(at('db', 'a.db')), keyDir: at('keys'), backupDir: at('sao-luu'), ...more });

describe('at the start', () => {
  test('missing folders of database and keys are made, private, and left empty', () => {
    places({})();
    for (const name of ['db', 'keys']) {
      expect(statSync(at(name)).mode & 0o777).toBe(0o700);
      expect(readdirSync(at(name))).toEqual([]);
    }
    expect(existsSync(at('sao-luu'))).toBe(false);
  });

  test('a database that is a folder, keys that are a file: both are named at once', () => {
    mkdirSync(at('thu-muc'));
    const both = places({ database: inFile(at('thu-muc')), keyDir: at('la-tep') });
    expect(both).toThrow(`- DATABASE_URL: ${at('thu-muc')} không phải tệp. Khai đường dẫn tới một tệp`);
    expect(both).toThrow(`- KEY_DIR: ${at('la-tep')} là tệp, cần một thư mục.`);
  });

  test('keys that lie among the backups, or beside the database, under another name are refused', () => {
    mkdirSync(at('sao-luu', 'khoa'), { recursive: true });
    symlinkSync(at('sao-luu', 'khoa'), at('keys-khac'));
    expect(places({ keyDir: at('keys-khac') })).toThrow('- KEY_DIR: cần nằm ngoài BACKUP_DIR');
    writeFileSync(at('db', 'a.db'), '');
    symlinkSync(at('db'), at('keys-cung'));
    expect(places({ keyDir: at('keys-cung') })).toThrow(
      '- KEY_DIR: cần thư mục riêng, không chung với tệp cơ sở dữ liệu',
    );
  });

  // Folders that take no file from anyone, the administrator of the machine included.
  test.runIf(existsSync('/proc/self'))('a folder that takes nothing in ends the start instead of holding it', () => {
    expect(places({ database: inFile('/proc/x/y/a.db') })).toThrow(
      '- DATABASE_URL: không tạo được thư mục /proc/x/y (',
    );
    expect(places({ database: inFile('/proc/a.db') })).toThrow('- DATABASE_URL: không ghi được vào thư mục /proc (');
    expect(places({ keyDir: '/proc/self' })).toThrow('- KEY_DIR: không ghi được vào thư mục /proc/self (');
  });
});

test('a folder that is there stays as it is, and a name that leads nowhere is no folder', () => {
  mkdirSync(at('co-san'), { mode: 0o755 });
  makeFolder(at('co-san'), 0o700);
  expect(statSync(at('co-san')).mode & 0o777).toBe(0o755);
  symlinkSync(at('khong-co'), at('lac'));
  expect(() => makeFolder(at('lac'))).toThrow(`không tạo được thư mục ${at('lac')} (`);
});
