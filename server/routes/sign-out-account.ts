import { actorOf } from '../principal.ts';
import { requireUser } from '../require-user.ts';
import { withAudit } from '../store/audit.ts';
import type { Statement } from '../store/db.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { userOrNull } from '../store/users.ts';
import type { Route } from './route.ts';
import { userUnknown } from './user-unknown.ts';

interface SignOutAct {
  /** As the log names it. */
  readonly action: string;
  /** What else is taken from the account. */
  readonly taken?: (tenant: string, login: string) => readonly Statement[];
}

/** Handles what a province admin does to the account `:login` that leaves it signed out everywhere. Its handler throws Refusal 404 `user.unknown`. */
export function signOutAccount({ action, taken = () => [] }: SignOutAct): Route['handle'] {
  return async (c, { db, now }, principal) => {
    const { tenant } = requireUser(principal);
    const login = c.req.param('login') ?? '';
    if (!(await userOrNull(db, tenant, login))) throw userUnknown(login);
    await withAudit(db, tenant, now(), { actor: actorOf(principal), action, subject: login }, [
      ...taken(tenant, login),
      deleteSessionsOf(tenant, login),
    ]);
    return c.body(null, 204);
  };
}
