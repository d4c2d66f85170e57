import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import { fillPeriod } from './filled-period.ts';
import { responseOf, type TestServer, testServer } from './test-server.ts';

export const COMMENT = 'Cán bộ ở quầy hướng dẫn rất kỹ';

/**
 * A running server with a filled period for the tests of one file, the settings of the shell pointing at it, and for each test
 * a place to restore to.
 */
export function backedUp() {
  const of = { server: null as unknown as TestServer, backups: '', file: '', target: '', receipt: '' };
  let tests = 0;
  // Every command opens the database anew, in threads of its own.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  beforeAll(async () => {
    of.server = await testServer();
    of.backups = join(of.server.folder, 'sao-luu');
    of.file = join(of.server.folder, 'a.db');
    await fillPeriod(of.server);
    const body = responseOf(7, { comment: COMMENT });
    of.receipt = (await of.server.request<{ receipt: string }>('POST', '/v1/responses', body)).body.receipt;
  });
  beforeEach(() => {
    tests += 1;
    of.target = join(of.server.folder, `dich-${tests}`, 'a.db');
    vi.stubEnv('DATABASE_URL', `file:${of.file}`);
    vi.stubEnv('KEY_DIR', join(of.server.folder, 'keys'));
    vi.stubEnv('BACKUP_DIR', of.backups);
    vi.stubEnv('BASE_URL', '');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await of.server.close();
  });
  return { of, newest: () => join(of.backups, readdirSync(of.backups).sort().at(-1) ?? '') };
}
