import { unitFigures as unitFiguresBody } from '#wire/unit-figures.ts';
import { unitFigures } from '../figures/unit-figures.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from './route.ts';

export const unitFigureRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/devices/figures',
    who: ['device', 'officer'],
    scope: 'own',
    summary:
      "Answers received of the browser's own unit in the open period, and its published figures as the public reads them.",
    answer: unitFiguresBody,
    async handle(c, { db, now, baseUrl }, principal) {
      if (principal.kind !== 'device' && principal.kind !== 'officer')
        throw new Refusal(403, 'role.denied', 'Chỉ máy đã đăng ký dùng được chức năng này.');
      const { tenant, unit } = principal;
      return c.json(await unitFigures(db, tenant, unit, baseUrl, now()), 200, {
        'cache-control': 'private, no-store',
      });
    },
  },
];
