import { type UnitRequest, unitRequest } from '#wire/unit.ts';
import { bodyHash } from '../../body-hash.ts';
import { localDay } from '../../clock.ts';
import { requireParent } from '../../store/require-parent.ts';
import { requireSpansWithin } from '../../store/require-spans.ts';
import { changedUnits } from '../../store/unit-spans.ts';
import { putUnit, unitsOf } from '../../store/units.ts';
import type { ImportKindOf, Taking } from '../kind.ts';
import { planItems } from '../plan-items.ts';
import type { ReadRow } from '../read-row.ts';
import { type Use, usedIn } from '../used-in.ts';
import { levelIn, unitColumns } from './unit-columns.ts';

function toItem(row: ReadRow): unknown {
  return {
    unit: row.code('unit'),
    name: row.text('name') ?? '',
    parent: row.code('parent'),
    level: levelIn(row),
    from: row.day('from'),
    to: row.day('to'),
  };
}

async function open({ db, tenant, mayTouch }: Taking) {
  const changed = await changedUnits(db, tenant);
  const known = new Map<string, UnitRequest>((await unitsOf(db, tenant)).map((unit) => [unit.unit, unit]));
  return {
    toItem,
    async plan(items: readonly UnitRequest[], at: Date) {
      const today = localDay(at);
      const now = new Map(known);
      const plan = await planItems(items, 'units.put', async (item) => {
        const before = now.get(item.unit) ?? null;
        if (before) await mayTouch(item.unit);
        requireParent(item, now);
        requireSpansWithin(item, changed.get(item.unit), today);
        if (before && bodyHash(before) === bodyHash(item))
          return { outcome: 'repeated', before: null, after: null, statements: [] };
        now.set(item.unit, item);
        return {
          outcome: before ? 'updated' : 'created',
          before,
          after: item,
          statements: putUnit(tenant, item, today),
        };
      });
      const detail = { units: items };
      const done = () => {
        for (const [unit, item] of now) known.set(unit, item);
      };
      return { ...plan, detail, done };
    },
  };
}

const USES: readonly Use[] = [
  ['units', 'parent', 'Đơn vị đang có đơn vị trực thuộc.'],
  ['dossiers', 'unit', 'Đơn vị đã có hồ sơ.'],
  ['officers', 'unit', 'Đơn vị đã có cán bộ.'],
  ['devices', 'unit', 'Đơn vị đã có máy ghi danh.'],
  ['responses', 'unit', 'Đơn vị đã có phiếu đánh giá.'],
  ['unit_facts', 'unit', 'Đơn vị đã khai số liệu.'],
  ['petitions', 'unit', 'Đơn vị đã có phản ánh.'],
  ['snapshot_units', 'unit', 'Đơn vị đã có trong một bản chốt.'],
  ['users', 'unit', 'Đơn vị đã có tài khoản.'],
];

/** Units of the province, each below one that comes before it in the file or is known. */
export const units: ImportKindOf<UnitRequest> = {
  kind: 'units',
  title: 'Đơn vị',
  who: ['province-admin'],
  columns: [
    ...unitColumns({ unit: 'so-noi-vu', name: 'Sở Nội vụ' }),
    {
      key: 'from',
      label: 'Hoạt động từ ngày',
      names: ['Từ ngày', 'Ngày bắt đầu'],
      needed: true,
      example: '01/07/2025',
    },
    { key: 'to', label: 'Thôi hoạt động từ ngày', names: ['Ngày thôi hoạt động'], example: '' },
  ],
  schema: unitRequest,
  keyOf: (item) => item.unit,
  open,
  undo: {
    async current(db, tenant) {
      return new Map((await unitsOf(db, tenant)).map((unit) => [unit.unit, unit]));
    },
    held: (db, tenant, keys) => usedIn(db, tenant, keys, USES),
    back: (tenant, unit, before, _, at) =>
      before === null
        ? ['units', 'unit_spans'].map((table) => ({
            sql: `delete from ${table} where tenant = ? and unit = ?`,
            params: [tenant, unit],
          }))
        : putUnit(tenant, before as UnitRequest, localDay(at)),
  },
};
