import * as z from 'zod';
import { type User, user, userChange, userRequest } from '#wire/user.ts';
import { nameHash } from '../count-sign-in.ts';
import { actorOf, requireUnit } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import type { Db, Statement } from '../store/db.ts';
import { hashPassword } from '../store/password.ts';
import { replanned } from '../store/replanned.ts';
import { loginsWithStep } from '../store/second-steps.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { forgiveTries, waitsOf } from '../store/sign-in-tries.ts';
import { loginsBound, unbindLogin } from '../store/sso.ts';
import {
  changeUser,
  deactivateUser,
  holdOtherAdmin,
  insertUser,
  type StoredUser,
  userOrNull,
  usersOf,
} from '../store/users.ts';
import { check, readJson } from './read-json.ts';
import type { Route } from './route.ts';
import { userUnknown } from './user-unknown.ts';

/** The account, whether it is the last province admin, and what holds a change of it to there being another. @throws Refusal 404 `user.unknown`. */
async function accountOf(
  db: Db,
  tenant: string,
  login: string,
): Promise<{ target: StoredUser; last: boolean; holds: readonly Statement[] }> {
  const users = await usersOf(db, tenant);
  const target = users.find((user) => user.login === login);
  if (!target) throw userUnknown(login);
  const isAdmin = target.active && target.role === 'province-admin';
  const others = users.some((user) => user.active && user.role === 'province-admin' && user.login !== login);
  return { target, last: isAdmin && !others, holds: isAdmin ? [holdOtherAdmin(tenant, login)] : [] };
}

/** The accounts with how they sign in. */
async function withSignIn(
  { db, now, peopleKeys }: Services,
  tenant: string,
  users: readonly StoredUser[],
): Promise<User[]> {
  const [steps, bound] = [await loginsWithStep(db, tenant), await loginsBound(db, tenant)];
  const waits = await waitsOf(db, tenant, now());
  return users.map((each) => ({
    ...each,
    secondStep: steps.has(each.login),
    sso: bound.has(each.login),
    waitUntil: (waits.size > 0 && waits.get(nameHash(peopleKeys, tenant, each.login))) || null,
  }));
}

export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/users',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Everyone who may sign in, deactivated accounts too.',
    answer: z.object({ users: z.array(user) }),
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const users = await withSignIn(services, tenant, await usersOf(services.db, tenant));
      return c.json({ users }, 200, { 'cache-control': 'no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/users',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Creates an administrator, reviewer or viewer, for one unit or the whole province.',
    body: userRequest,
    example: { login: 'tham-dinh-2', password: 'mat-khau-du-dai', role: 'reviewer', unit: null },
    answer: user,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const { login, password, role, unit } = check(userRequest, await readJson(c, 4096));
      if (unit !== null) await requireUnit(db, principal, tenant, unit);
      const at = now();
      const hash = await hashPassword(password);
      const entry = { actor: actorOf(principal), action: 'user.create', subject: login, detail: { role, unit } };
      await replanned(async () => {
        if (await userOrNull(db, tenant, login))
          throw new Refusal(409, 'user.exists', `Đã có tài khoản ${login}. Chọn tên đăng nhập khác.`, {
            issues: [{ path: 'login', message: 'tên đăng nhập đã có' }],
          });
        await withAudit(db, tenant, at, entry, [insertUser(tenant, { login, role, unit }, hash, at)]);
      });
      const created = { login, role, unit, active: true, createdAt: at.toISOString() };
      const made = { ...created, secondStep: false, sso: false, waitUntil: null } satisfies User;
      return c.json(made, 201);
    },
  },
  {
    method: 'PUT',
    path: '/v1/users/:login',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Another role or unit for an account; it is signed out everywhere, so that what it may do changes at once.',
    body: userChange,
    example: { role: 'viewer', unit: null },
    answer: user,
    async handle(c, services, principal) {
      const { db, now } = services;
      const { tenant } = requireUser(principal);
      const { role, unit } = check(userChange, await readJson(c, 4096));
      if (unit !== null) await requireUnit(db, principal, tenant, unit);
      const target = await replanned(async () => {
        const { target, last, holds } = await accountOf(db, tenant, c.req.param('login') ?? '');
        if (last && role !== 'province-admin')
          throw new Refusal(
            409,
            'user.last',
            'Đây là quản trị tỉnh cuối cùng. Tạo một quản trị tỉnh khác trước khi đổi vai trò này.',
          );
        const { login, role: was, unit: wasAt } = target;
        const detail = { before: { role: was, unit: wasAt }, after: { role, unit } };
        const entry = { actor: actorOf(principal), action: 'user.change', subject: login, detail };
        await withAudit(db, tenant, now(), entry, [
          ...(role === 'province-admin' ? [] : holds),
          changeUser(tenant, { login, role, unit }),
          deleteSessionsOf(tenant, login),
        ]);
        return target;
      });
      const [changed] = await withSignIn(services, tenant, [{ ...target, role, unit }]);
      return c.json(changed satisfies User | undefined);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/users/:login',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Deactivates an account, unbinds it from the single sign-on and signs it out everywhere; its past entries keep its name.',
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const login = c.req.param('login') ?? '';
      await replanned(async () => {
        const { last, holds } = await accountOf(db, tenant, login);
        if (last)
          throw new Refusal(
            409,
            'user.last',
            'Đây là quản trị tỉnh cuối cùng. Tạo một quản trị tỉnh khác trước khi ngừng tài khoản này.',
          );
        await withAudit(db, tenant, now(), { actor: actorOf(principal), action: 'user.deactivate', subject: login }, [
          ...holds,
          deactivateUser(tenant, login),
          unbindLogin(tenant, login),
          deleteSessionsOf(tenant, login),
        ]);
      });
      return c.body(null, 204);
    },
  },
  {
    method: 'POST',
    path: '/v1/users/:login/unlock',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Ends the waits after wrong passwords or codes of an account, from wherever they came.',
    answer: null,
    async handle(c, { db, now, peopleKeys }, principal) {
      const { tenant } = requireUser(principal);
      const { target } = await accountOf(db, tenant, c.req.param('login') ?? '');
      const { login } = target;
      await withAudit(db, tenant, now(), { actor: actorOf(principal), action: 'user.unlock', subject: login }, [
        forgiveTries(tenant, nameHash(peopleKeys, tenant, login)),
      ]);
      return c.body(null, 204);
    },
  },
];
