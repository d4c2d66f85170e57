import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportedColumns } from '../../server/store/sqlite-backup/export-tenant.ts';
import { openFile, rowCounts, tablesOf } from '../../server/store/sqlite-backup/open-file.ts';
import { backedUp } from './backed-up.ts';
import { cli } from './cli-on.ts';
import { filesWith } from './files-with.ts';

const { of } = backedUp();

describe('the export', () => {
  test('holds every row of the tenant, of one moment, and no secret', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'dvc-export-')), 'ra');
    const done = await cli('export', folder, '--tenant', 'mau');
    expect([done.code, done.err]).toEqual([0, '']);
    for (const table of ['dossiers', 'responses', 'tallies', 'self_scores', 'users']) {
      const rows = readFileSync(join(folder, `${table}.ndjson`), 'utf8')
        .split('\n')
        .filter(Boolean);
      const [there] = await of.server.db.all<{ n: number }>(`select count(*) as n from ${table} where tenant = 'mau'`);
      expect(rows, table).toHaveLength(there?.n ?? -1);
      for (const row of rows) expect(JSON.parse(row)).toMatchObject({ tenant: 'mau' });
    }
    const all = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
    const sums = all.filter((line) => line.endsWith('.ndjson'));
    expect(all.map((line) => line.split('  ')[1]).sort()).toEqual(
      readdirSync(folder)
        .filter((name) => name !== 'SHA256SUMS')
        .sort(),
    );
    for (const [sum, name = ''] of all.map((line) => line.split('  ')))
      expect(
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
        name,
      ).toBe(sum);
    const links = await of.server.db.all<{ link: string }>('select link from links');
    const hashes = await of.server.db.all<{ h: string }>(
      `select password_hash as h from users union select key_hash from devices union select key_hash from portal_keys
       union select token_hash from invitations union select pin_hash from officers where pin_hash is not null`,
    );
    expect(hashes.length).toBeGreaterThan(5);
    expect(filesWith(folder, ['"kia"', ...links.map((l) => l.link), ...hashes.map((row) => row.h)])).toEqual([]);
    expect(readFileSync(join(folder, 'README.txt'), 'utf8')).toContain('dossiers.ndjson: 6 dòng');
    // A database made of schema.sql takes every row.
    const anew = openFile(join(folder, '..', 'nap-lai.db'));
    anew.exec(readFileSync(join(folder, 'schema.sql'), 'utf8'));
    const lines = sums.map((line) => line.split('  ')[1]?.replace('.ndjson', '') ?? '');
    expect([...tablesOf(anew).keys()].sort()).toEqual(lines.sort());
    for (const table of lines) {
      const rows = readFileSync(join(folder, `${table}.ndjson`), 'utf8')
        .split('\n')
        .filter(Boolean);
      for (const row of rows.map((text) => JSON.parse(text) as Record<string, string | number | null>)) {
        const names = Object.keys(row);
        const sql = `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;
        anew.prepare(sql).run(Object.values(row));
      }
      expect([table, rowCounts(anew).get(table)]).toEqual([table, rows.length]);
    }
    anew.close();
    expect((await cli('export', folder, '--tenant', 'mau')).err).toContain('Chọn một thư mục chưa có');
  });

  test('every column that sounds like a secret has been judged', async () => {
    const database = openFile(of.file, { readonly: true });
    const loud = [...tablesOf(database)].flatMap(([table, columns]) =>
      (exportedColumns(table, columns) ?? [])
        .filter(({ name }) => /hash|secret|token|pass|pin\b|key$|hidden|csrf|link/.test(name))
        .map(({ name }) => `${table}.${name}`),
    );
    database.close();
    // Hashes of what was sent, imported or scored, and of the log, open nothing; a public key is for everybody; what counts are by is
    // a procedure, an officer or an hour.
    const judged =
      /\.(body|content|facts|rows|item|after|frame|list)_hash$|^audit\.hash$|^pack_files\.public_key$|^snapshot_(slices|timeliness)\.key$/;
    expect(loud.filter((name) => !judged.test(name))).toEqual([]);
  });
});
