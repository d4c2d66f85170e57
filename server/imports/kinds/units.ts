import { labelKey } from '#rules/labels.ts';
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

const LEVELS: ReadonlyMap<string, UnitRequest['level']> = new Map(
  (
    [
      ['province', ['province', 'tinh', 'cap tinh', 'so', 'so, nganh', 'so nganh']],
      ['district', ['district', 'huyen', 'cap huyen', 'quan']],
      ['commune', ['commune', 'xa', 'cap xa', 'phuong', 'xa, phuong', 'dac khu']],
    ] as const
  ).flatMap(([level, words]) => words.map((word) => [labelKey(word), level] as const)),
);

function toItem(row: ReadRow): unknown {
  return {
    unit: row.code('unit'),
    name: row.text('name') ?? '',
    parent: row.code('parent'),
    level: row.word('level', LEVELS, 'Cấp này chưa biết. Ghi «tỉnh», «xã» hoặc «huyện».'),
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
    {
      key: 'unit',
      label: 'Mã đơn vị',
      names: ['Mã', 'Mã cơ quan', 'govAgencyCode'],
      needed: true,
      example: 'so-noi-vu',
    },
    {
      key: 'name',
      label: 'Tên đơn vị',
      names: ['Tên', 'Tên cơ quan', 'Đơn vị', 'govAgencyName'],
      needed: true,
      example: 'Sở Nội vụ',
    },
    { key: 'level', label: 'Cấp', names: ['Cấp đơn vị'], needed: true, example: 'tỉnh' },
    { key: 'parent', label: 'Mã đơn vị cấp trên', names: ['Trực thuộc', 'Đơn vị cấp trên'], example: '' },
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
