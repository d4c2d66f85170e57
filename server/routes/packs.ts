import type { PackFile } from '#wire/packs.ts';
import { packFile } from '#wire/packs.ts';
import { Refusal } from '../refusal.ts';
import { servedPackFile } from '../store/pack-files.ts';
import type { Route } from './route.ts';

export const packRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/packs',
    who: ['device', 'officer'],
    scope: 'tenant',
    cors: 'any',
    summary: 'The newest signed file that says how back offices are read; the browser verifies it, this server cannot.',
    answer: packFile,
    async handle(c, { db }, principal) {
      if (principal.kind !== 'device' && principal.kind !== 'officer')
        throw new Refusal(403, 'role.denied', 'Chỉ máy đã đăng ký dùng được chức năng này.');
      const body: PackFile = await servedPackFile(db, principal.tenant);
      return c.json(body, 200, { 'cache-control': 'no-store' });
    },
  },
];
