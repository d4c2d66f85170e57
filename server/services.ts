import type { Context } from 'hono';
import type { CallLimit } from './call-limit.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import type { Metrics } from './metrics.ts';
import type { PortalSites } from './portal-sites.ts';
import type { Unready } from './readiness.ts';
import type { SingleSignOn } from './single-sign-on.ts';
import type { CaseKeys } from './store/case-keys.ts';
import type { Db } from './store/db.ts';
import type { Intake } from './store/intake.ts';
import type { PeopleKeys } from './store/people-keys.ts';
import type { PeriodKeys } from './store/period-keys.ts';
import type { TokenKeys } from './store/token-keys.ts';
import type { WebhookKeys } from './store/webhook-keys.ts';
import type { TryLimit } from './try-limit.ts';
import type { WorkSlots } from './work-slots.ts';

/** Everything a route may use; injected once into `createApp`. */
export interface Services {
  readonly db: Db;
  readonly now: () => Date;
  readonly keys: PeriodKeys;
  readonly caseKeys: CaseKeys;
  readonly tokenKeys: TokenKeys;
  readonly webhookKeys: WebhookKeys;
  readonly peopleKeys: PeopleKeys;
  /** The one way to addresses people typed in. */
  readonly fetchOut: GuardedFetch;
  readonly intake: Intake;
  /** Slows one address that guesses passwords and enrolment codes. */
  readonly tries: TryLimit;
  /** The province's own single sign-on, or `null`. */
  readonly sso: SingleSignOn | null;
  /** Bounds what one caller can ask. */
  readonly calls: CallLimit;
  /** Which sites' pages may send answers. */
  readonly portals: PortalSites;
  /** Bounds what is done at a time: documents and computations, files read. */
  readonly slots: Readonly<Record<'costly' | 'upload', WorkSlots>>;
  /** The network a request comes from, never stored as it is; `null` = not known. */
  readonly networkOf: (c: Context) => string | null;
  /** Public address of this server, no trailing slash; used in links it prints. */
  readonly baseUrl: string;
  /** Folder of the built widget, admin app and extension zips. */
  readonly outputDir: string;
  /** What keeps the server from serving now; empty when it can. */
  readonly unready: () => Promise<readonly Unready[]>;
  /** Figures of this process; `null` when nobody reads them. */
  readonly metrics: Metrics | null;
  /** Aborted when the server stops: long works end where they can be taken up again. */
  readonly stopping: AbortSignal;
}
