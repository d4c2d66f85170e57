import { scrub } from '#rules/scrub.ts';
import type { SpanStart } from '#rules/units/unit-life.ts';
import { type UnitSpanItem, unitSpanItem } from '#wire/unit-spans.ts';
import { bodyHash } from '../../body-hash.ts';
import { localDay } from '../../clock.ts';
import { Refusal } from '../../refusal.ts';
import type { Db } from '../../store/db.ts';
import { requireSpans } from '../../store/require-spans.ts';
import { changedUnits, dropSpan, putSpans, setSpan, spansOf } from '../../store/unit-spans.ts';
import { unitsOf } from '../../store/units.ts';
import type { ImportKindOf, Taking } from '../kind.ts';
import { planItems } from '../plan-items.ts';
import type { ReadRow } from '../read-row.ts';
import { levelIn, unitColumns } from './unit-columns.ts';

/** A span as it stands: what an import is compared with when it is taken back. */
type Standing = SpanStart & { readonly unit: string };

const keyOf = ({ unit, from }: Pick<Standing, 'unit' | 'from'>) => `${unit}/${from}`;
const standingAs = (unit: string, { from, name, level, parent }: SpanStart): Standing => ({
  ...{ unit, from, name, level, parent },
});

async function standing(db: Db, tenant: string): Promise<Map<string, Standing>> {
  const changed = await changedUnits(db, tenant);
  const all = (await unitsOf(db, tenant)).flatMap((unit) =>
    spansOf(unit, changed).map((span) => standingAs(unit.unit, span)),
  );
  return new Map(all.map((span) => [keyOf(span), span]));
}

function toItem(row: ReadRow): unknown {
  return {
    ...{ unit: row.code('unit'), name: row.text('name') ?? '', parent: row.code('parent') },
    ...{ level: levelIn(row), from: row.day('from'), reason: row.text('reason') ?? '' },
  };
}

/** A fault of a list of spans, told of the one column of the row. */
function requireRow(require: () => void): void {
  try {
    require();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const issues =
      error.issues?.map(({ path, message }) => ({ path: path.replace(/^spans\.\d+\./, ''), message })) ?? [];
    throw new Refusal(error.status, error.code, error.message, { issues });
  }
}

async function open({ db, tenant, mayTouch }: Taking) {
  const units = new Map((await unitsOf(db, tenant)).map((unit) => [unit.unit, unit]));
  const known = await changedUnits(db, tenant);
  return {
    toItem,
    async plan(items: readonly UnitSpanItem[], at: Date) {
      const changed = new Map(known);
      const plan = await planItems(items, 'unit-spans.put', async (item) => {
        const unit = units.get(item.unit);
        if (!unit)
          throw new Refusal(422, 'unit.unknown', `Không có đơn vị ${item.unit}. Kiểm tra lại mã đơn vị.`, {
            issues: [{ path: 'unit', message: 'đơn vị không tồn tại' }],
          });
        await mayTouch(item.unit);
        const before = spansOf(unit, changed);
        const stood = before.find(({ from }) => from === item.from);
        const after = standingAs(item.unit, item);
        if (stood && bodyHash(standingAs(item.unit, stood)) === bodyHash(after))
          return { outcome: 'repeated', before: null, after: null, statements: [] };
        const spans = [...before.filter((span) => span !== stood), after].sort((a, b) => (a.from < b.from ? -1 : 1));
        requireRow(() => requireSpans(unit, { unit: item.unit, spans, reason: item.reason }, units));
        changed.set(item.unit, spans);
        return {
          ...{ outcome: stood ? 'updated' : 'created', before: stood ? standingAs(item.unit, stood) : null, after },
          statements: putSpans(tenant, item.unit, spans, localDay(at)),
        };
      });
      const done = () => {
        for (const [unit, spans] of changed) known.set(unit, spans);
      };
      return { ...plan, detail: { spans: items.map((item) => ({ ...item, reason: scrub(item.reason).text })) }, done };
    },
  };
}

/** Names, levels and parents of units from a day on, one span each row; spans the file does not tell of stay. */
export const unitSpans: ImportKindOf<UnitSpanItem> = {
  kind: 'unit-spans',
  title: 'Giai đoạn của đơn vị',
  who: ['province-admin'],
  columns: [
    ...unitColumns({ unit: 'so-xay-dung', name: 'Sở Xây dựng và Giao thông' }),
    {
      key: 'from',
      label: 'Áp dụng từ ngày',
      names: ['Từ ngày', 'Giai đoạn từ ngày'],
      needed: true,
      example: '01/10/2026',
    },
    {
      key: 'reason',
      label: 'Căn cứ',
      names: ['Lý do', 'Văn bản', 'Nghị quyết', 'Quyết định'],
      needed: true,
      example: 'Nghị quyết đổi tên từ ngày 01/10/2026',
    },
  ],
  schema: unitSpanItem,
  keyOf,
  open,
  undo: {
    current: standing,
    // A snapshot keeps the names it was made with, so nothing stands in the way.
    held: async () => new Map(),
    back: (tenant, _key, before, _actor, at, stands) =>
      before === null
        ? dropSpan(tenant, stands as Standing, localDay(at))
        : setSpan(tenant, before as Standing, localDay(at)),
  },
};
