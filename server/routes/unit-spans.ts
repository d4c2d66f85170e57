import { scrub } from '#rules/scrub.ts';
import { outcomes } from '#wire/problem.ts';
import { type ChangedUnits, changedUnits as changedUnitsBody, unitSpansRequest } from '#wire/unit-spans.ts';
import { localDay } from '../clock.ts';
import { actorOf } from '../principal.ts';
import { Refusal } from '../refusal.ts';
import { requireUser } from '../require-user.ts';
import { requireSpans } from '../store/require-spans.ts';
import { changedUnits, putSpans, spansOf } from '../store/unit-spans.ts';
import { unitsOf } from '../store/units.ts';
import { putBatch } from './put-batch.ts';
import { readBatch } from './read-batch.ts';
import { READERS, type Route } from './route.ts';

export const unitSpanRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/unit-spans',
    who: READERS,
    scope: 'tenant',
    summary: 'Units that changed level, name or parent, each with its spans by day.',
    answer: changedUnitsBody,
    async handle(c, { db }, principal) {
      const { tenant } = requireUser(principal);
      const changed = await changedUnits(db, tenant);
      const units = (await unitsOf(db, tenant)).filter(({ unit }) => changed.has(unit));
      const body: ChangedUnits = {
        units: units.map((unit) => ({ unit: unit.unit, spans: [...spansOf(unit, changed)] })),
      };
      return c.json(body, 200, { 'cache-control': 'private, no-store' });
    },
  },
  {
    method: 'POST',
    path: '/v1/unit-spans',
    who: ['province-admin'],
    scope: 'tenant',
    summary:
      'What units are called, which level they have and whom they belong to from which day; each list replaces what is on record. An outcome per item.',
    body: unitSpansRequest.array(),
    example: [
      {
        unit: 'phuong-cu',
        spans: [
          { from: '2025-07-01', name: 'Phường Cũ', level: 'commune', parent: null },
          { from: '2025-10-01', name: 'Phường Cũ (đã nhập)', level: 'commune', parent: null },
        ],
        reason: 'Nghị quyết đổi tên từ ngày 01/10/2025.',
      },
    ],
    answer: outcomes,
    async handle(c, { db, now }, principal) {
      const { tenant } = requireUser(principal);
      const at = now();
      const outcomes = await putBatch(
        db,
        tenant,
        at,
        await readBatch(c, unitSpansRequest, 'unit'),
        ({ unit }) => unit,
        async () => {
          const known = new Map((await unitsOf(db, tenant)).map((unit) => [unit.unit, unit]));
          const changed = await changedUnits(db, tenant);
          return async (item) => {
            const unit = known.get(item.unit);
            if (!unit)
              throw new Refusal(422, 'unit.unknown', `Không có đơn vị ${item.unit}. Kiểm tra lại mã đơn vị.`, {
                issues: [{ path: 'unit', message: 'đơn vị không tồn tại' }],
              });
            requireSpans(unit, item, known);
            const spans = [...item.spans].sort((a, b) => (a.from < b.from ? -1 : 1));
            const before = spansOf(unit, changed);
            if (JSON.stringify(before.map(fields)) === JSON.stringify(spans.map(fields)))
              return { outcome: 'repeated', statements: [] };
            return {
              outcome: 'updated',
              statements: putSpans(tenant, item.unit, spans, localDay(at)),
              logged: { unit: item.unit, before, after: spans, reason: scrub(item.reason).text },
            };
          };
        },
        { actor: actorOf(principal), action: 'unit-spans.put', subject: 'unit-spans' },
      );
      return c.json({ outcomes });
    },
  },
];

const fields = ({
  from,
  name,
  level,
  parent,
}: {
  from: string;
  name: string;
  level: string;
  parent: string | null;
}) => [from, name, level, parent];
