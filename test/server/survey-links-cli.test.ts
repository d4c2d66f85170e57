import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../../server/cli/run.ts';
import { localDay } from '../../server/clock.ts';
import { urlOf } from './test-database.ts';
import { type TestServer, testServer } from './test-server.ts';

let server: TestServer;
/** The shell has the machine's own clock. */
const DAY = localDay(new Date());
const codes = [1, 2, 3].map((n) => `H99.01-CLI-000${n}`);

async function cli(args: readonly string[], file = '') {
  const said = { out: '', err: '' };
  const code = await run(['survey-links', '--from', DAY, '--to', DAY, '--tenant', 'mau', ...args], {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    read: () => Promise.resolve(file),
  });
  return { code, ...said };
}

beforeAll(async () => {
  server = await testServer();
  vi.stubEnv('DATABASE_URL', urlOf(server.database));
  vi.stubEnv('KEY_DIR', join(server.folder, 'keys'));
  vi.stubEnv('BASE_URL', 'https://danhgia.mau.vn');
  await server.db.batch(
    codes.map((code) => ({
      sql: `insert into dossiers (tenant, code, unit, state, reappointed, returned, pauses, ended_day, source, updated_at)
        values ('mau', ?, 'so-a', 'returned', '[]', ?, '[]', ?, 'test', ?)`,
      params: [code, `${DAY}T10:00`, DAY, DAY],
    })),
  );
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

test('counts beside, then prints each link once, one for a filer of several', async () => {
  const preview = await cli(['--preview']);
  expect([preview.code, preview.out]).toEqual([0, '']);
  expect(JSON.parse(preview.err)).toMatchObject({ dossiers: 3, links: 3 });
  const groups = `code,group\n${codes[0]},x\n${codes[1]},x\n`;
  const made = await cli(['--groups', 'tep.csv', '--seed', 's'], groups);
  expect(JSON.parse(made.err)).toMatchObject({ links: 2, notDrawn: 1, seed: 's' });
  const lines = made.out.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/^H99\.01-CLI-0003,https:\/\/danhgia\.mau\.vn\/k\/mau\.[0-9A-Z]{16},\d{4}-\d\d-\d\d$/);
  const again = await cli([]);
  expect(JSON.parse(again.err)).toMatchObject({ links: 1, recent: 2 });
});

test('a wrong call says what to change and makes nothing', async () => {
  for (const args of [
    ['--limit', '0'],
    ['--unit', 'so-z'],
    ['--reminder', '--groups', 'tep.csv'],
  ]) {
    const { code, out, err } = await cli(args, 'code,group\nH99.01-1,x\n');
    expect([code, out], args.join(' ')).toEqual([2, '']);
    expect(err).not.toBe('');
  }
});
