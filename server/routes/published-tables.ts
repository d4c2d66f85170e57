import type { PublishedTable } from '#rules/published-table.ts';
import { keptTableRequest, keptTableState, keptTables as keptTablesBody } from '#wire/kept-table.ts';
import { publicText } from '../close/public-text.ts';
import { keptTables } from '../figures/kept-tables.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import type { Services } from '../services.ts';
import { withAudit } from '../store/audit.ts';
import { periodOrNull } from '../store/periods.ts';
import { deletePublishedTable, publishedTables, putPublishedTable, setTableState } from '../store/published-tables.ts';
import { check, readJson } from './read-json.ts';
import { READERS, type Route } from './route.ts';

const PROVINCE = READERS.filter((role) => role !== 'unit-admin');

/** Its words stand in public one day: personal data are hidden as in a comment. Names of units and figures stay. */
function withoutPersons(table: PublishedTable): PublishedTable {
  return {
    ...table,
    title: publicText(table.title),
    notes: table.notes.map(publicText),
    groups: table.groups.map((group) => ({
      ...group,
      title: publicText(group.title),
      parts: group.parts.map((part) => ({ ...part, label: publicText(part.label) })),
    })),
  };
}

/** @throws Refusal 404 `table.unknown`. */
async function requireTable({ db }: Services, tenant: string, id: string): Promise<void> {
  if ((await publishedTables(db, tenant)).some((table) => table.id === id)) return;
  throw new Refusal(404, 'table.unknown', 'Không có báo cáo này. Tải lại danh sách.');
}

const EXAMPLE = {
  period: null,
  table: {
    id: 'bao-cao-2025',
    tenantName: 'Tỉnh Mẫu',
    title: 'Kết quả đánh giá việc giải quyết thủ tục hành chính năm 2025',
    source: { text: 'Báo cáo số 1/BC-VP (giả định)', date: '2026-01-15' },
    period: { from: '2025-01-01', to: '2026-01-01' },
    periodText: 'Năm 2025',
    groups: [
      {
        title: 'Cấp tỉnh',
        counted: 'đơn vị',
        whole: { label: 'đơn vị được đánh giá', count: 6 },
        exhaustive: true,
        parts: [
          { label: 'Xuất sắc', count: 4 },
          { label: 'Tốt', count: 2 },
        ],
      },
    ],
    scores: [],
    notes: [],
  },
} as const;

export const publishedTableRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/published-tables',
    who: PROVINCE,
    scope: 'tenant',
    summary: 'Older reports as printed: what does not add up in each, and our own period beside it.',
    answer: keptTablesBody,
    async handle(c, { db }, principal) {
      const { tenant } = requireUser(principal);
      return c.json(await keptTables(db, tenant), 200, { 'cache-control': 'private, no-store' });
    },
  },
  {
    method: 'PUT',
    path: '/v1/published-tables/:id',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Keeps an older report as printed; it is a draft until it is shown.',
    body: keptTableRequest,
    example: EXAMPLE,
    answer: null,
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const { db, now } = services;
      const { table, period } = check(keptTableRequest, await readJson(c));
      if (table.id !== c.req.param('id'))
        throw new Refusal(422, 'table.id', 'Mã báo cáo khác mã trong địa chỉ. Sửa lại mã.', {
          issues: [{ path: 'table.id', message: 'khác mã trong địa chỉ' }],
        });
      if (period !== null && !(await periodOrNull(db, tenant, period)))
        throw new Refusal(422, 'table.period', `Không có kỳ ${period}. Chọn kỳ trong danh sách.`, {
          issues: [{ path: 'period', message: 'không có kỳ này' }],
        });
      const actor = actorOf(principal);
      await withAudit(db, tenant, now(), { actor, action: 'published-table.put', subject: table.id }, [
        putPublishedTable(tenant, withoutPersons(table), { actor, at: now() }, period),
      ]);
      return c.body(null, 204);
    },
  },
  {
    method: 'POST',
    path: '/v1/published-tables/:id/state',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Shows an older report to the public, or takes it back.',
    body: keptTableState,
    example: { state: 'public' },
    answer: null,
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const id = c.req.param('id') ?? '';
      const { state } = check(keptTableState, await readJson(c));
      await requireTable(services, tenant, id);
      const { db, now } = services;
      const entry = { actor: actorOf(principal), action: 'published-table.state', subject: id, detail: { state } };
      await withAudit(db, tenant, now(), entry, [setTableState(tenant, id, state)]);
      return c.body(null, 204);
    },
  },
  {
    method: 'DELETE',
    path: '/v1/published-tables/:id',
    who: ['province-admin'],
    scope: 'tenant',
    summary: 'Removes an older report that was typed in.',
    answer: null,
    async handle(c, services, principal) {
      const { tenant } = requireUser(principal);
      const id = c.req.param('id') ?? '';
      await requireTable(services, tenant, id);
      const { db, now } = services;
      const entry = { actor: actorOf(principal), action: 'published-table.delete', subject: id };
      await withAudit(db, tenant, now(), entry, [deletePublishedTable(tenant, id)]);
      return c.body(null, 204);
    },
  },
];
