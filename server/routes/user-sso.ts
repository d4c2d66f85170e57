import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { unbindLogin } from '../store/sso.ts';
import { userOrNull } from '../store/users.ts';
import type { Route } from './route.ts';

export const userSsoRoutes: readonly Route[] = [
  {
    method: 'DELETE',
    path: '/v1/users/:login/sso',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Unbinds an account from whoever is bound to it at the single sign-on, and signs it out everywhere; the next who comes with its login is bound.',
    answer: null,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const login = c.req.param('login') ?? '';
      if (!(await userOrNull(db, tenant, login)))
        throw new Refusal(404, 'user.unknown', `Không có tài khoản ${login}. Xem lại danh sách tài khoản.`);
      await withAudit(db, tenant, now(), { actor: actorOf(principal), action: 'sso.unbind', subject: login }, [
        unbindLogin(tenant, login),
        deleteSessionsOf(tenant, login),
      ]);
      return c.body(null, 204);
    },
  },
];
