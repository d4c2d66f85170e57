import { procedureList as procedureListBody, procedurePage as procedurePageBody } from '#wire/procedure-page.ts';
import { procedureList, procedurePage } from '../figures/procedure-page.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { snapshotOrNull } from '../store/snapshots.ts';
import { periodAt } from './period-at.ts';
import { READERS, type Route } from './route.ts';

const NO_STORE = { 'cache-control': 'private, no-store' };

export const procedurePageRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/periods/:period/procedures',
    who: READERS,
    scope: 'unit',
    summary: 'Procedures of a closed period by what systems and officers gave their dossiers, within the scope.',
    answer: procedureListBody,
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      return c.json(await procedureList(db, tenant, period, unit, now()), 200, NO_STORE);
    },
  },
  {
    method: 'GET',
    path: '/v1/periods/:period/procedures/:procedure',
    who: READERS,
    scope: 'unit',
    summary: 'One procedure: indices by unit from systems and officers; answers of the whole province from 5 forms on.',
    answer: procedurePageBody,
    async handle(c, { db, now }, principal) {
      const { tenant, unit } = requireUser(principal);
      const period = await periodAt(db, tenant, c.req.param('period'));
      const procedure = c.req.param('procedure') ?? '';
      const snapshot = period.snapshot ? await snapshotOrNull(db, tenant, period.snapshot) : null;
      if (!snapshot) throw new Refusal(409, 'period.open', 'Kỳ này chưa chốt nên chưa có kết quả theo thủ tục.');
      const body = await procedurePage(db, tenant, period, snapshot, procedure, unit, now());
      if (!body)
        throw new Refusal(
          404,
          'procedure.unknown',
          `Kỳ này không có hồ sơ nào của thủ tục ${procedure}. Chọn thủ tục trong danh sách.`,
        );
      return c.json(body, 200, NO_STORE);
    },
  },
];
