import { join } from 'node:path';
import type { Database } from '../../server/database.ts';
import { readEnv } from '../../server/env.ts';
import { urlOf } from './test-database.ts';

/** The settings of a server of a test that keeps all it has in `folder` and `database`. */
export function envIn(folder: string, database: Database) {
  return readEnv({
    DATABASE_URL: urlOf(database),
    KEY_DIR: join(folder, 'keys'),
    BASE_URL: 'http://127.0.0.1:8787',
    OUTPUT_DIR: join(folder, 'output'),
    LOG_LEVEL: 'error',
  });
}
