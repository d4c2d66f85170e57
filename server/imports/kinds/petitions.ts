import { labelKey } from '#rules/labels.ts';
import { type Petition, petition } from '#wire/petition.ts';
import type { Db } from '../../store/db.ts';
import { holdSettled } from '../../store/period-hold.ts';
import { petitionsById, putPetition } from '../../store/petitions.ts';
import { planPetition } from '../../store/plan-petition.ts';
import { unitsOf } from '../../store/units.ts';
import { countedIn } from '../counted-in.ts';
import type { ImportKindOf, Taking } from '../kind.ts';
import { planItems } from '../plan-items.ts';
import type { ReadRow } from '../read-row.ts';
import { unitFinder } from './unit-finder.ts';

const wordMap = <T>(words: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(words).map(([word, value]) => [labelKey(word), value]));

const ABOUT = wordMap<Petition['about']>({
  harassment: 'harassment',
  'nhũng nhiễu': 'harassment',
  'sách nhiễu': 'harassment',
  'nhũng nhiễu, phiền hà': 'harassment',
  'phiền hà': 'harassment',
  breach: 'breach',
  'vi phạm': 'breach',
  'sai quy định': 'breach',
  'không đúng quy định': 'breach',
  other: 'other',
  khác: 'other',
});
const VERDICTS = wordMap<Petition['verdict']>({
  verified: 'verified',
  đúng: 'verified',
  'có cơ sở': 'verified',
  'xác minh đúng': 'verified',
  unfounded: 'unfounded',
  'không đúng': 'unfounded',
  'không có cơ sở': 'unfounded',
  pending: 'pending',
  'đang xác minh': 'pending',
  'chưa kết luận': 'pending',
  withdrawn: 'withdrawn',
  'đã rút': 'withdrawn',
  'ghi nhầm': 'withdrawn',
});
const YES_NO = wordMap<boolean>({ có: true, true: true, '1': true, x: true, không: false, false: false, '0': false });

async function open({ db, tenant, options, actor, mayTouch }: Taking) {
  const unitOf = unitFinder(await unitsOf(db, tenant), options.unit);
  return {
    toItem: (row: ReadRow): unknown => ({
      id: row.code('id'),
      unit: unitOf(row),
      dossier: row.code('dossier'),
      procedure: row.procedure('procedure'),
      about: row.word('about', ABOUT, 'Nội dung chưa biết. Ghi «nhũng nhiễu», «vi phạm» hoặc «khác».'),
      received: row.day('received'),
      due: row.day('due'),
      answered: row.day('answered'),
      prolonged: row.word('prolonged', YES_NO, 'Ghi «có» hoặc «không», để trống khi không rõ.'),
      verdict:
        row.word('verdict', VERDICTS, 'Kết luận chưa biết. Ghi «đúng», «không đúng», «đang xác minh» hoặc «đã rút».') ??
        'pending',
    }),
    async plan(items: readonly Petition[], at: Date) {
      const known = await petitionsById(
        db,
        tenant,
        items.map(({ id }) => id),
      );
      const plan = await planItems(items, 'petitions.put', async (item) => {
        const stood = known.get(item.id);
        const { outcome, statements } = await planPetition(db, tenant, item, stood, { actor, mayTouch }, at);
        const changed = outcome !== 'repeated';
        return { outcome, statements, before: changed ? (stood ?? null) : null, after: changed ? item : null };
      });
      return { ...plan, statements: plan.statements.length ? [...holdSettled(tenant, at), ...plan.statements] : [] };
    },
  };
}

/** Counted by its own day among the unit's petitions, and by its dossier's end as what was found of that. */
async function held(db: Db, tenant: string, ids: readonly string[], since: string): Promise<Map<string, string>> {
  const own = { from: 'petitions c', code: 'c.id', day: 'coalesce(c.due, c.received)' };
  const joined = 'petitions c join dossiers d on d.tenant = c.tenant and d.code = c.dossier';
  const counted = [
    ...(await countedIn(db, tenant, ids, since, own)),
    ...(await countedIn(db, tenant, ids, since, { from: joined, code: 'c.id', day: 'd.ended_day' })),
  ];
  return new Map(counted.map(([id, period]) => [id, `Phản ánh đã được tính trong kỳ ${period} đã khóa sổ.`]));
}

/** Petitions of the system that took them in, without petitioner and text. */
export const petitions: ImportKindOf<Petition> = {
  kind: 'petitions',
  title: 'Phản ánh, kiến nghị',
  who: ['province-admin', 'unit-admin'],
  columns: [
    {
      key: 'id',
      label: 'Mã phản ánh',
      names: ['Mã PAKN', 'Số PAKN', 'Mã kiến nghị', 'Mã phản ánh kiến nghị'],
      needed: true,
      example: 'PAKN-2026-0117',
    },
    {
      key: 'unit',
      label: 'Mã đơn vị',
      names: ['Đơn vị', 'Đơn vị xử lý', 'Đơn vị bị phản ánh', 'Cơ quan', 'Cơ quan xử lý'],
      needed: true,
      orOption: 'unit',
      example: 'so-xay-dung',
    },
    { key: 'dossier', label: 'Mã hồ sơ', names: ['Số hồ sơ', 'MaHoSo'], example: '' },
    { key: 'procedure', label: 'Mã thủ tục', names: ['Mã TTHC'], example: '1.009974' },
    { key: 'about', label: 'Nội dung', names: ['Loại phản ánh', 'Loại'], needed: true, example: 'vi phạm' },
    { key: 'received', label: 'Ngày nhận', names: ['Ngày tiếp nhận', 'Ngày gửi'], needed: true, example: '02/11/2026' },
    { key: 'due', label: 'Hạn trả lời', names: ['Hạn xử lý', 'Thời hạn'], example: '20/11/2026' },
    { key: 'answered', label: 'Ngày trả lời', names: ['Ngày xử lý xong', 'Ngày công khai trả lời'], example: '' },
    { key: 'prolonged', label: 'Kéo dài', names: ['Để kéo dài'], example: '' },
    { key: 'verdict', label: 'Kết luận', names: ['Kết quả xác minh'], example: 'đang xác minh' },
  ],
  schema: petition,
  keyOf: (item) => item.id,
  open,
  undo: {
    current: petitionsById,
    held,
    back: (tenant, id, before, actor, at) => [
      before === null
        ? { sql: 'delete from petitions where tenant = ? and id = ?', params: [tenant, id] }
        : putPetition(tenant, before as Petition, actor, at),
    ],
    guard: async (_, tenant, at) => holdSettled(tenant, at),
  },
};
