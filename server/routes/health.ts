import * as z from 'zod';
import { log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from './route.ts';

const NO_STORE = { 'cache-control': 'no-store' };

export const healthRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/healthz',
    who: ['anyone'],
    scope: 'public',
    rate: 'probe',
    summary: 'The process runs.',
    answer: z.object({ ok: z.literal(true) }),
    handle: (c) => c.json({ ok: true }, 200, NO_STORE),
  },
  {
    method: 'GET',
    path: '/readyz',
    who: ['anyone'],
    scope: 'public',
    rate: 'probe',
    summary: 'The process runs, its database can be read and written and is of this version, keys and disk are there.',
    answer: z.object({ ok: z.literal(true) }),
    async handle(c, { unready }) {
      const [first, ...more] = await unready();
      if (!first) return c.json({ ok: true }, 200, NO_STORE);
      // Paths and figures are for whoever reads the log, not for whoever can ask.
      for (const { code, message } of [first, ...more]) log.warn({ code }, message);
      throw new Refusal(503, first.code, 'Máy chủ chưa sẵn sàng. Thử lại sau ít phút; quản trị máy chủ xem nhật ký.');
    },
  },
];
