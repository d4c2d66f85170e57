import { periodKeys } from '#wire/period-key.ts';
import { keyStates } from '../figures/key-states.ts';
import { requireUser } from '../require-user.ts';
import type { Route } from './route.ts';

export const periodKeyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/period-keys',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'Whether the key of each period is there and the right one, and when the keys were last copied; never a key.',
    answer: periodKeys,
    async handle(c, { db, keys, now }, principal) {
      const { tenant } = requireUser(principal);
      return c.json(await keyStates(db, keys, tenant, now()), 200, { 'cache-control': 'no-store' });
    },
  },
];
