import type { Context } from 'hono';
import { portalOrigin } from '#wire/portal-origin.ts';
import { log } from '../log.ts';
import type { Services } from '../services.ts';
import { sawForm, sawScript } from '../store/portal-sightings.ts';
import { tenantIds } from '../store/tenants.ts';

const EVERY_MS = 5_000;
/** Names a caller may invent are not collected without end. */
const MOST = 1_000;
const noted = new WeakMap<Services['db'], Map<string, number>>();

/** The site a page of another origin names, when it is its turn to be noted again. */
function originToNote(c: Context, { db, now }: Services, what: string): string | null {
  const origin = c.req.header('origin');
  if (!origin || !portalOrigin.safeParse(origin).success) return null;
  const last = noted.get(db) ?? new Map<string, number>();
  noted.set(db, last);
  const key = `${what} ${origin}`;
  const at = now().getTime();
  if (at - (last.get(key) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return null;
  if (last.size >= MOST) last.clear();
  last.set(key, at);
  return origin;
}

/** Whoever asked gets the answer all the same. */
const quietly = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => {},
    (error: unknown) => log.warn({ error }, 'portal sighting'),
  );

/** Notes that a page of a watched site fetched the script, which does not say for which province. */
export async function noteScript(c: Context, services: Services): Promise<void> {
  const origin = originToNote(c, services, 'script');
  if (origin === null) return;
  const { db, now } = services;
  await quietly(tenantIds(db).then((all) => db.batch(all.map((tenant) => sawScript(tenant, origin, now())))));
}

/** Notes that the form in a page of a watched site asked this server for `unit`, or for a link's own. */
export async function noteForm(c: Context, services: Services, tenant: string, unit: string | null): Promise<void> {
  const origin = originToNote(c, services, `form ${tenant}`);
  if (origin === null) return;
  await quietly(services.db.batch([sawForm(tenant, origin, unit, services.now())]));
}
