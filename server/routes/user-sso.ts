import { unbindLogin } from '../store/sso.ts';
import type { Route } from './route.ts';
import { signOutAccount } from './sign-out-account.ts';

export const userSsoRoutes: readonly Route[] = [
  {
    method: 'DELETE',
    path: '/v1/users/:login/sso',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Unbinds an account from whoever is bound to it at the single sign-on, and signs it out everywhere; the next who comes with its login is bound.',
    answer: null,
    handle: signOutAccount({ action: 'sso.unbind', taken: (tenant, login) => [unbindLogin(tenant, login)] }),
  },
];
