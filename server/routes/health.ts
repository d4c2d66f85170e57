import { Refusal } from '../refusal.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'no-store' };

export const healthRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/healthz',
    who: ['anyone'],
    scope: 'public',
    summary: 'The process runs.',
    handle: (c) => c.json({ ok: true }, 200, NO_STORE),
  },
  {
    method: 'GET',
    path: '/readyz',
    who: ['anyone'],
    scope: 'public',
    summary: 'The process runs and its database can be read and written.',
    async handle(c, { db }) {
      try {
        // An empty transaction takes the writer's lock and changes nothing.
        await Promise.all([db.all('select name from migrations limit 1'), db.batch([])]);
      } catch {
        throw new Refusal(503, 'store.down', 'Cơ sở dữ liệu chưa sẵn sàng. Thử lại sau ít phút.');
      }
      return c.json({ ok: true }, 200, NO_STORE);
    },
  },
];
