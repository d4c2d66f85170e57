import type { Context } from 'hono';
import { Refusal } from './refusal.ts';
import type { Db } from './store/db.ts';
import { portalOriginsOf } from './store/portal-origins.ts';
import { tenantIds } from './store/tenants.ts';

/** What another process put on a list counts here after so long. */
const FRESH_MS = 10_000;

/**
 * Which sites' pages may send answers from a browser: those on the province's list; while it has none, any page. One without an
 * address of its own (`null`: in a sandbox, or a file) may be anyone's and stands on no list.
 */
export interface PortalSites {
  /**
   * The site that asks, `null` when no page of another site does.
   * @param tenant `null` where the call does not say for which province: then a list of any of them will do.
   * @throws Refusal 403 `origin.denied`.
   */
  require(c: Context, tenant: string | null): Promise<string | null>;
  /** Its list was changed here. */
  forget(tenant: string): void;
}

/** Beside the lists; no province is called so. */
const TENANTS = ' tenants';
/** An invented province in an address has no list and takes no place. */
const MOST_KEPT = 1_000;

const denied = () =>
  new Refusal(
    403,
    'origin.denied',
    'Trang này chưa được tỉnh cho nhận đánh giá. Quản trị tỉnh thêm địa chỉ trang ở Thiết lập → Mã nhúng; người dân mở phiếu bằng đường dẫn được gửi.',
  );

/** A page of this very server; a browser lets no page choose the host it asks. */
function isOwn(origin: string, c: Context, baseUrl: string): boolean {
  return origin.replace(/^https?:\/\//, '') === c.req.header('host') || origin === new URL(baseUrl).origin;
}

export function createPortalSites(
  db: Db,
  baseUrl: () => string,
  clock: () => number = () => performance.now(),
): PortalSites {
  const lists = new Map<string, { readonly at: number; readonly texts: Promise<readonly string[]> }>();

  /** What `read` says, asked anew when it is old. */
  function kept(key: string, read: () => Promise<readonly string[]>): Promise<readonly string[]> {
    const known = lists.get(key);
    if (known && clock() - known.at < FRESH_MS) return known.texts;
    if (lists.size >= MOST_KEPT) lists.clear();
    const texts = read();
    lists.set(key, { at: clock(), texts });
    // What could not be read is asked for again.
    texts.catch(() => lists.delete(key));
    return texts;
  }
  const allows = async (tenant: string, origin: string) => {
    const sites = await kept(tenant, () => portalOriginsOf(db, tenant));
    return sites.length === 0 || sites.includes(origin);
  };
  async function allowsAny(origin: string): Promise<boolean> {
    for (const tenant of await kept(TENANTS, () => tenantIds(db))) if (await allows(tenant, origin)) return true;
    return false;
  }

  return {
    async require(c, tenant) {
      const origin = c.req.header('origin');
      if (origin === undefined || isOwn(origin, c, baseUrl())) return null;
      if (!(await (tenant === null ? allowsAny(origin) : allows(tenant, origin)))) throw denied();
      return origin;
    },
    forget: (tenant) => lists.delete(tenant),
  };
}
