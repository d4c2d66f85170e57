import { createCallLimit } from './call-limit.ts';
import { baseUrlOf, type Env } from './env.ts';
import type { Services } from './services.ts';
import { createIntake } from './store/intake.ts';
import { migrate } from './store/migrate.ts';
import { openPeriodKeys } from './store/period-keys.ts';
import { openSqlite } from './store/sqlite.ts';
import { createTryLimit } from './try-limit.ts';

/**
 * Opens database (brought up to date), period keys and intake. `close` settles what was taken in, then closes the
 * database; after it nothing works any more.
 */
export async function openServices(env: Env, now: () => Date): Promise<Services & { close(): Promise<void> }> {
  const db = await openSqlite(env.databaseFile);
  await migrate(db);
  const keys = openPeriodKeys(env.keyDir);
  const intake = createIntake({ db, keys, now });
  return {
    db,
    now,
    keys,
    intake,
    tries: createTryLimit(env),
    calls: createCallLimit(env),
    baseUrl: baseUrlOf(env),
    outputDir: env.outputDir,
    async close() {
      await intake.close();
      await db.close();
    },
  };
}
