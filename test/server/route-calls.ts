import { routes } from '../../server/routes/index.ts';
import type { Route } from '../../server/routes/route.ts';
import { newSecret } from '../../server/store/secret.ts';
import { insertSession } from '../../server/store/sessions.ts';
import { tablesOf } from './tables-of.ts';
import type { As, Caller, TENANTS, TestServer } from './test-server.ts';

export type Tenant = (typeof TENANTS)[number];

export const ROLES = [
  'province-admin',
  'unit-admin',
  'reviewer',
  'viewer',
  'inspector',
] as const satisfies readonly Caller[];
export const CALLERS = ['portal', 'device', 'kiosk', 'officer', ...ROLES] as const satisfies readonly Caller[];

/** Routes that ask who is calling. */
export const guarded = routes.filter((route) => !route.who.includes('anyone'));

/** What a call names in its path and, but for `device`, `login` and `id`, in its body. */
export interface Names {
  readonly unit: string;
  readonly officer: string;
  readonly dossier: string;
  readonly period: string;
  readonly device: string;
  readonly login: string;
  readonly id: string;
  readonly kiosk: string;
  /** Whatever else stands in a path or a query. */
  readonly [more: string]: string;
}

export function pathNaming(path: string, names: Names): string {
  return path
    .replace(/\{[^}]*\}/g, '')
    .replace('*', 'x')
    .replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(names[key as keyof Names] ?? `khong-co-${key}`));
}

/** The query of a route that must be there, and of the rest what `names` has a name for. */
export function queryNaming({ query }: Route, names: Names): string {
  const asked = Object.entries(query?.shape ?? {}).flatMap(([name, type]) => {
    const needed = !type.safeParse(undefined).success;
    const value = names[`?${name}`] ?? names[name] ?? (needed ? 'khong-co' : undefined);
    return value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  return asked.length ? `?${asked.join('&')}` : '';
}

/** The route's example, with every resource it names replaced by one of `names`. */
export function bodyNaming(example: unknown, names: Names): unknown {
  if (Array.isArray(example)) return example.map((item) => bodyNaming(item, names));
  if (typeof example !== 'object' || example === null) return example;
  const { unit, officer, dossier, period, kiosk } = names;
  const replaced: Record<string, unknown> = { unit, units: [unit], officer, dossier, period, kiosk };
  return Object.fromEntries(
    Object.entries(example).map(([key, value]) => {
      if (key === 'code' && typeof value === 'string' && value.startsWith('H')) return [key, dossier];
      return [key, value !== null && key in replaced ? replaced[key] : bodyNaming(value, names)];
    }),
  );
}

/** Headers of a caller; an admin's session is a new one, so that a test of signing out ends no other test. */
export async function showing(server: TestServer, tenant: Tenant, caller: Caller | 'anyone'): Promise<As> {
  if (caller === 'anyone') return {};
  const role = ROLES.find((each) => each === caller);
  if (!role) return server.credentials[tenant][caller];
  const [user] = await server.db.all<{ login: string }>(
    'select login from users where tenant = ? and role = ? and active = 1',
    [tenant, role],
  );
  const token = newSecret(tenant, 'ss');
  await server.db.batch([insertSession(tenant, token, user?.login ?? '', 'csrf', '2027-12-31T00:00:00.000Z')]);
  return { cookie: `dvc_session=${token}`, 'x-dvc-csrf': 'csrf' };
}

export function callNaming(server: TestServer, route: Route, names: Names, as: As) {
  const body = route.example === undefined ? undefined : bodyNaming(route.example, names);
  return server.request<{ code?: string } | null>(
    route.method,
    pathNaming(route.path, names) + queryNaming(route, names),
    body,
    {
      'content-type': 'application/json',
      ...as,
    },
  );
}

/** Every row of the tenant, in a fixed order; two equal texts mean nothing was written. */
export async function everythingOf(server: TestServer, tenant: Tenant, without: readonly string[] = []) {
  const tables = await tablesOf(server.db);
  const all: Record<string, unknown[]> = {};
  for (const name of tables) {
    if (['migrations', ...without].includes(name)) continue;
    const rows = await server.db.all<object>(`select * from ${name} where tenant = ?`, [tenant]);
    all[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return all;
}
