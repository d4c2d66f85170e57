import { type Procedure, procedure } from '#wire/procedure.ts';
import { bodyHash } from '../../body-hash.ts';
import { proceduresOf, putProcedure } from '../../store/procedures.ts';
import type { ImportKindOf, Taking } from '../kind.ts';
import { planItems } from '../plan-items.ts';
import type { ReadRow } from '../read-row.ts';
import { type Use, usedIn } from '../used-in.ts';

function toItem(row: ReadRow): unknown {
  return {
    procedure: row.procedure('procedure'),
    name: row.text('name') ?? '',
    sector: row.text('sector'),
    limitDays: row.decimal('limitDays'),
  };
}

async function open({ db, tenant }: Taking) {
  const known = new Map<string, Procedure>((await proceduresOf(db, tenant)).map((one) => [one.procedure, one]));
  return {
    toItem,
    async plan(items: readonly Procedure[]) {
      const plan = await planItems(items, 'procedures.put', async (item) => {
        const before = known.get(item.procedure) ?? null;
        if (before && bodyHash(before) === bodyHash(item))
          return { outcome: 'repeated', before: null, after: null, statements: [] };
        const statements = [putProcedure(tenant, item)];
        return { outcome: before ? 'updated' : 'created', before, after: item, statements };
      });
      return { ...plan, detail: { procedures: items } };
    },
  };
}

const USES: readonly Use[] = [
  ['dossiers', 'procedure', 'Thủ tục đã có hồ sơ.'],
  ['invitations', 'procedure', 'Thủ tục đã có đường dẫn đánh giá.'],
  ['procedure_tallies', 'procedure', 'Thủ tục đã có phiếu đánh giá.'],
  ['petitions', 'procedure', 'Thủ tục đã có phản ánh.'],
];

/** The province's list of procedures. */
export const procedures: ImportKindOf<Procedure> = {
  kind: 'procedures',
  title: 'Thủ tục hành chính',
  who: ['province-admin'],
  columns: [
    {
      key: 'procedure',
      label: 'Mã thủ tục',
      names: ['Mã TTHC', 'Mã thủ tục hành chính', 'MaTTHC', 'serviceCode', 'Mã số', 'Mã'],
      needed: true,
      example: '1.009974',
    },
    {
      key: 'name',
      label: 'Tên thủ tục',
      names: ['Tên TTHC', 'Tên thủ tục hành chính', 'Thủ tục hành chính', 'TenTTHC', 'serviceName', 'Tên'],
      needed: true,
      example: 'Cấp giấy phép xây dựng mới',
    },
    { key: 'sector', label: 'Lĩnh vực', names: ['Tên lĩnh vực', 'domainName'], example: 'Hoạt động xây dựng' },
    {
      key: 'limitDays',
      label: 'Thời hạn giải quyết (ngày)',
      names: ['Thời hạn giải quyết', 'Số ngày giải quyết', 'Thời hạn', 'ThoiGianGiaiQuyet'],
      example: '10',
    },
  ],
  schema: procedure,
  keyOf: (item) => item.procedure,
  open,
  undo: {
    async current(db, tenant) {
      return new Map((await proceduresOf(db, tenant)).map((one) => [one.procedure, one]));
    },
    held: (db, tenant, keys) => usedIn(db, tenant, keys, USES),
    back: (tenant, code, before) => [
      before === null
        ? { sql: 'delete from procedures where tenant = ? and procedure = ?', params: [tenant, code] }
        : putProcedure(tenant, before as Procedure),
    ],
  },
};
