import { readFileSync } from 'node:fs';
import { createCallLimit } from './call-limit.ts';
import { clientNetworkOrNull } from './client-address.ts';
import { baseUrlOf, type Env } from './env.ts';
import { gaugeWork } from './gauge-work.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { log } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { OidcSettings } from './oidc-env.ts';
import { createPortalSites } from './portal-sites.ts';
import { unreadyOf } from './readiness.ts';
import type { Services } from './services.ts';
import { createSingleSignOn, type SingleSignOn } from './single-sign-on.ts';
import { openCaseKeys } from './store/case-keys.ts';
import type { Db } from './store/db.ts';
import { createIntake } from './store/intake.ts';
import { markReceipts } from './store/mark-receipts.ts';
import { migrate } from './store/migrate.ts';
import { openDatabase } from './store/open-database.ts';
import { openPeopleKeys } from './store/people-keys.ts';
import { openPeriodKeys } from './store/period-keys.ts';
import { backupBeforeMigration } from './store/sqlite-backup/before-migration.ts';
import { openTokenKeys } from './store/token-keys.ts';
import { openWebhookKeys } from './store/webhook-keys.ts';
import { createTryLimit } from './try-limit.ts';
import { createWorkSlots } from './work-slots.ts';

interface OpenServices extends Services {
  /** Written once the address listened on is known: with any free port it is not known before. */
  baseUrl: string;
  /** Asks long works to end; what is asked next is still answered. */
  stop(): void;
  /** Settles what was taken in, then closes the database; after it nothing works any more. */
  close(): Promise<void>;
}

/** @throws when the file of certificates cannot be read. */
function openSso(settings: OidcSettings | null): SingleSignOn | null {
  if (settings === null) return null;
  const { addresses, caFile } = settings;
  const ca = caFile === null ? {} : { ca: readFileSync(caFile, 'utf8') };
  return createSingleSignOn(settings, createGuardedFetch({ allowed: addresses, ...ca, maxBytes: 1_048_576 }));
}

/**
 * Opens database (brought up to date), period keys and intake.
 * @param through stands between the program and its database, such as one that counts or judges what is asked of it.
 */
export async function openServices(
  env: Env,
  now: () => Date,
  through: (db: Db) => Db = (db) => db,
): Promise<OpenServices> {
  log.level = env.logLevel;
  const sso = openSso(env.oidc);
  const keys = openPeriodKeys(env.keyDir);
  const metrics = env.metricsPort === null ? null : createMetrics();
  const opened = await openDatabase(env.database);
  const db = through(metrics?.timed(opened) ?? opened);
  try {
    await migrate(opened, () => backupBeforeMigration(env.database, keys, now()));
    await markReceipts(db, keys);
  } catch (error) {
    // An open database thread would keep a start that has failed from ending.
    await db.close();
    throw error;
  }
  const intake = createIntake({ db, keys, now, onCommit: metrics?.committed });
  const slots = { costly: createWorkSlots(), upload: createWorkSlots() };
  if (metrics) gaugeWork(metrics, { db, intake, slots });
  const stopping = new AbortController();
  const services: OpenServices = {
    db,
    now,
    keys,
    caseKeys: openCaseKeys(env.keyDir),
    tokenKeys: openTokenKeys(env.keyDir),
    webhookKeys: openWebhookKeys(env.keyDir),
    peopleKeys: openPeopleKeys(env.keyDir),
    fetchOut: createGuardedFetch(),
    intake,
    tries: createTryLimit(env),
    sso,
    calls: createCallLimit(env),
    portals: createPortalSites(db, () => services.baseUrl),
    slots,
    metrics,
    networkOf: (c) => clientNetworkOrNull(c, env.behindProxy),
    baseUrl: baseUrlOf(env),
    outputDir: env.outputDir,
    unready: () => unreadyOf(db, keys, env),
    stopping: stopping.signal,
    stop: () => stopping.abort(),
    async close() {
      await intake.close();
      await db.close();
    },
  };
  return services;
}
