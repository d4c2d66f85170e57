import { type Officer, officerRequest } from '#wire/officer.ts';
import { bodyHash } from '../../body-hash.ts';
import { Refusal } from '../../refusal.ts';
import { officersByCode, putOfficerPlace } from '../../store/officers.ts';
import { unitsOf } from '../../store/units.ts';
import type { ImportKindOf, Taking } from '../kind.ts';
import { planItems } from '../plan-items.ts';
import type { ReadRow } from '../read-row.ts';
import { type Use, usedIn } from '../used-in.ts';
import { unitFinder } from './unit-finder.ts';

/** Without the PIN: a secret does not travel in files. It is set on the screen of officers, and until then nobody signs in. */
const officerPlace = officerRequest.omit({ pin: true });

async function open({ db, tenant, options, mayTouch }: Taking) {
  const unitOf = unitFinder(await unitsOf(db, tenant), options.unit);
  return {
    toItem: (row: ReadRow): unknown => ({
      officer: row.code('officer'),
      unit: unitOf(row),
      label: row.text('label') ?? '',
    }),
    async plan(items: readonly Officer[]) {
      const known = await officersByCode(
        db,
        tenant,
        items.map(({ officer }) => officer),
      );
      const plan = await planItems(items, 'officers.put', async (item) => {
        await mayTouch(item.unit);
        const stood = known.get(item.officer);
        if (stood && !stood.active)
          throw new Refusal(409, 'officer.inactive', 'Cán bộ này đã ngừng. Mở lại ở Thiết lập, mục Cán bộ.');
        // An officer of another unit is not moved over by naming one's own.
        if (stood && stood.unit !== item.unit) await mayTouch(stood.unit);
        const before = stood ? { officer: stood.officer, unit: stood.unit, label: stood.label } : null;
        if (before && bodyHash(before) === bodyHash(item))
          return { outcome: 'repeated', before: null, after: null, statements: [] };
        const statements = putOfficerPlace(tenant, item);
        return { outcome: before ? 'updated' : 'created', before, after: item, statements };
      });
      return { ...plan, detail: { ...plan.detail, officers: items.map(({ officer, unit }) => ({ officer, unit })) } };
    },
  };
}

const USES: readonly Use[] = [
  ['dossiers', 'officer', 'Cán bộ đã có hồ sơ.'],
  ['self_scores', 'officer', 'Cán bộ đã tự chấm điểm.'],
  ['person_tokens', 'officer', 'Cán bộ đang đăng nhập trên máy của đơn vị.'],
  ['snapshot_officers', 'officer', 'Cán bộ đã có trong một bản chốt.'],
];

/** Officers and the labels colleagues pick them by. */
export const officers: ImportKindOf<Officer> = {
  kind: 'officers',
  title: 'Cán bộ',
  who: ['province-admin'],
  columns: [
    {
      key: 'officer',
      label: 'Mã cán bộ',
      names: ['Mã', 'Mã công chức', 'Mã nhân viên', 'Mã số'],
      needed: true,
      example: 'CB-0117',
    },
    {
      key: 'unit',
      label: 'Mã đơn vị',
      names: ['Đơn vị', 'Mã cơ quan', 'Cơ quan', 'Tên đơn vị'],
      needed: true,
      orOption: 'unit',
      example: 'so-xay-dung',
    },
    { key: 'label', label: 'Nhãn', names: ['Tên hiển thị', 'Vị trí', 'Quầy'], needed: true, example: 'Quầy 3' },
  ],
  schema: officerPlace,
  keyOf: (item) => item.officer,
  open,
  undo: {
    async current(db, tenant, keys) {
      const found = [...(await officersByCode(db, tenant, keys)).values()];
      return new Map(found.map(({ officer, unit, label }) => [officer, { officer, unit, label }]));
    },
    held: (db, tenant, keys) => usedIn(db, tenant, keys, USES),
    back: (tenant, officer, before) =>
      before === null
        ? [{ sql: 'delete from officers where tenant = ? and officer = ?', params: [tenant, officer] }]
        : putOfficerPlace(tenant, before as Officer),
  },
};
